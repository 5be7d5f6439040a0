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

/**
 * Programs that some suites need and that npm does not bring.
 * @returns {{chromium: string | undefined, redisServer: string | undefined}}  paths; undefined when not found
 */
export function findRequirements() {
  const { CHROMIUM_PATH } = process.env;
  return {
    chromium: [CHROMIUM_PATH, '/usr/bin/chromium'].filter(Boolean).find(executable) ?? onThePath('chromium'),
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
