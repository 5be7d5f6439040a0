import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { house } from './test/check/eslint/house.mjs';

const specs = ['**/*.spec.{ts,mjs}', 'test/**/*.ts'];
/** Tables of data and lists of SQL statements: their length says nothing about their difficulty. */
const tables = ['**/data/**', '**/*.data.ts', '**/locales/**', '**/policy/policy.ts', 'libs/store/src/migrations/**'];
/** Places that speak of queue jobs; elsewhere the word would stand for business work. */
const queueWords = ['libs/queue/**', 'libs/store/**', '**/jobs/**', 'apps/**', 'test/**'];

const refusedSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only (STYLE 10).' },
  { selector: "Property[key.name='synchronize'][value.value=true]", message: 'Migrations only (STYLE 10).' },
  {
    selector: "CallExpression[callee.property.name='save'][callee.object.name=/^(tx|manager|repository)$/]",
    message: 'Never save() a loaded row: insert, or compareAndSet (STYLE 4).',
  },
];
const noBarrel = { selector: 'ExportAllDeclaration', message: 'No barrels but index.ts (STYLE 10).' };
const refusedInTests = [
  {
    selector: "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    message: 'No sleeps in tests (STYLE 9): wait for the fact itself.',
  },
  {
    selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|retryTimes)$/]",
    message: 'No mocks of our own code and no retries (STYLE 9).',
  },
  { selector: "MemberExpression[property.name='toBeDefined']", message: 'Say what the value is (STYLE 9).' },
];

const shape = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-depth': ['error', 3],
  'max-lines': ['error', 400],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
  'no-restricted-syntax': ['error', ...refusedSyntax, noBarrel],
  'prefer-const': 'error',
  'house/long-file': 'warn',
};

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'house/assertion-at-boundary': 'error',
  'no-restricted-imports': [
    'error',
    { paths: [{ name: '@nestjs/common', importNames: ['forwardRef'], message: 'Untie the knot (STYLE 10).' }] },
  ],
};

export default defineConfig(
  { ignores: ['**/node_modules/**', '**/dist/**', '.ducha/**', 'coverage/**', 'test-results/**', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { house } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.base],
    rules: { ...shape, '@typescript-eslint/no-unused-vars': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...shape, ...typed },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    ignores: specs,
    rules: {
      'house/docstring': 'error',
      'house/names': ['error', { jobsAllowed: false }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings is the only reader of the environment (STYLE 10).' },
      ],
    },
  },
  { files: queueWords, ignores: specs, rules: { 'house/names': ['error', { jobsAllowed: true }] } },
  {
    files: ['libs/**/*.ts', 'apps/server/**/*.ts'],
    ignores: [...specs, 'libs/store/src/embedded/**'],
    rules: { 'house/database-clock': 'error' },
  },
  {
    files: ['libs/store/src/settings/read-settings.ts', 'apps/web/vite.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['**/index.ts'], rules: { 'no-restricted-syntax': ['error', ...refusedSyntax] } },
  {
    files: tables,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', 'house/long-file': 'off', 'house/docstring': 'off' },
  },
  {
    files: specs,
    rules: {
      'max-lines-per-function': 'off',
      'house/assertion-at-boundary': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-restricted-syntax': ['error', ...refusedSyntax, noBarrel, ...refusedInTests],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      // The router's redirects and not-founds are thrown by design.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['*.config.{js,ts}', 'apps/web/vite.config.ts', '.dependency-cruiser.cjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
