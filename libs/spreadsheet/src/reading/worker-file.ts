import { existsSync } from 'node:fs';

/**
 * The compiled worker. It lies beside this file in the build; when this file runs from its TypeScript source
 * (tests), the worker of the build is used, because a worker thread cannot load TypeScript.
 * @throws Error when the sources were never built
 */
export function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.js')) return new URL('./read-worker.js', here);
  const built = new URL('../../../../dist/libs/spreadsheet/src/reading/read-worker.js', here);
  if (!existsSync(built)) throw new Error('the spreadsheet worker is not built: run `npm run build` first');
  return built;
}
