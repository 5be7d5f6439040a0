import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@ducha/store';

/** Version of the running product, from its package. */
export function productVersion(): string {
  const text = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
  // boundary: our own package.json
  return (JSON.parse(text) as { version: string }).version;
}
