import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const executable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onThePath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(executable);

/** The shell is the same browser without the windows around its pages, which nobody sees here. */
const chromiums = ['chromium-headless-shell', 'chromium'];

/**
 * Programs that some suites need and that npm does not bring.
 * @returns {{chromium: string | undefined, redisServer: string | undefined}}  paths; undefined when not found
 */
export function findRequirements() {
  const { CHROMIUM_PATH } = process.env;
  return {
    chromium: [CHROMIUM_PATH, ...chromiums.map((name) => `/usr/bin/${name}`), ...chromiums.map(onThePath)].find(
      (file) => file !== undefined && executable(file),
    ),
    redisServer: onThePath('redis-server'),
  };
}

/** True when a missing program is a failure and not a skip: in CI. */
export const requireAll = () => process.env.DUCHA_REQUIRE_ALL === '1';

/** A line nobody overlooks. */
export function loudly(text) {
  const bar = '!'.repeat(Math.min(text.length + 8, 120));
  console.log(`\n${bar}\n!!! ${text} !!!\n${bar}\n`);
}
