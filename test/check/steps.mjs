import { run } from './command.mjs';
import { checkDocsPaths } from './docs-paths.mjs';
import { checkOpenApi, checkSchema, checkWebApiTypes } from './drift.mjs';

/**
 * One rule of the house that a machine can check.
 * @typedef {object} Step
 * @property {string} name
 * @property {string} about         one line for `check.mjs --list`
 * @property {string[]} [needs]     steps that must pass first
 * @property {(write: boolean) => Promise<{ok: boolean, output: string}>} run  `write` rewrites the committed file
 */

const tool = {
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  jest: 'node_modules/jest/bin/jest.js',
  knip: 'node_modules/knip/bin/knip.js',
  oxfmt: 'node_modules/oxfmt/bin/oxfmt',
  oxlint: 'node_modules/oxlint/bin/oxlint',
};

const node = (...words) => {
  return async () => {
    const { exitCode, output } = await run(['node', ...words]);
    return { ok: exitCode === 0, output };
  };
};

const lifecycles = (write) => node('test/check/lifecycles.mjs', ...(write ? ['--write'] : []))();
const parts = ['libs', 'apps', 'test'];

/** In the order they start; two run at a time. @type {Step[]} */
export const steps = [
  { name: 'build', about: 'compiles libs, server and cli to dist/', run: node('apps/cli/bin/build.mjs', 'server') },
  {
    name: 'lint',
    about: 'types of every project, rules of the house and of React',
    run: node(tool.oxlint, '--format', 'stylish', '.'),
  },
  { name: 'format', about: 'how files are laid out', run: node(tool.oxfmt, '--check', '.') },
  {
    name: 'boundaries',
    about: 'who may import whom, no cycles',
    run: node(tool.depcruise, '--config', '.dependency-cruiser.cjs', ...parts),
  },
  { name: 'build-web', about: 'compiles the web', needs: ['build'], run: node('apps/cli/bin/build.mjs', 'web') },
  { name: 'dead-code', about: 'unused files, exports and dependencies', run: node(tool.knip, '--no-progress') },
  { name: 'docs', about: 'every path that a document names exists', run: checkDocsPaths },
  { name: 'domain', about: 'specs of the pure rules', run: node(tool.jest, '--silent', 'libs/kernel/', '/domain/') },
  { name: 'lifecycles', about: 'diagrams in the READMEs are the tables', needs: ['build'], run: lifecycles },
  { name: 'openapi', about: 'apps/server/openapi.json is the API', needs: ['build'], run: checkOpenApi },
  { name: 'web-api', about: 'the web has the types of openapi.json', run: checkWebApiTypes },
  { name: 'schema', about: 'libs/store/schema.sql is the migrated schema', needs: ['build'], run: checkSchema },
];
