import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function isProjectRoot(folder: string): boolean {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && /"name":\s*"ducha"/.test(readFileSync(manifest, 'utf8'));
}

/**
 * The folder of this installation, found upwards from `from`: the same answer from the sources, from `dist/` and
 * from an unpacked bundle, whatever the working directory is.
 * @throws Error when no folder above holds Ducha's package.json
 */
export function projectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isProjectRoot(folder)) return folder;
    if (folder === dirname(folder)) throw new Error(`no Ducha installation above ${from}`);
  }
}
