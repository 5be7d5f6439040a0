import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two uploads in a process of its own, the folder cleared away after each; prints whether it was there for them. */
const uploads = `
  import { existsSync, rmSync } from 'node:fs';
  import { defer, lastValueFrom } from 'rxjs';
  import { DropUpload, passingFiles } from './dist/libs/http/src/passing-files.js';
  const context = { switchToHttp: () => ({ getRequest: () => ({}) }) };
  const handle = () => defer(async () => existsSync(passingFiles));
  for (let upload = 0; upload < 2; upload += 1) {
    console.log(passingFiles, await lastValueFrom(await new DropUpload().intercept(context, { handle })));
    rmSync(passingFiles, { recursive: true });
  }`;

it('a folder that the machine cleared away is there again for the next upload', () => {
  const own = mkdtempSync(join(tmpdir(), 'ducha-passing-'));
  const words = ['--input-type=module', '--eval', uploads];
  const said = execFileSync(process.execPath, words, { env: { ...process.env, TMPDIR: own }, encoding: 'utf8' });
  rmSync(own, { recursive: true });
  const [first = '', second] = said.trim().split('\n');
  expect(first.startsWith(own) && first.endsWith(' true')).toBe(true);
  expect(second).toBe(first);
});
