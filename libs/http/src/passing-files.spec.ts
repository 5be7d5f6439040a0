import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassingFiles } from './passing-files.js';

let home: string;

beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'ducha-passing-'))));
afterEach(() => rmSync(home, { recursive: true }));

it('a folder that was cleared away is there again for the next file, for its owner alone', async () => {
  const files = new PassingFiles(home);
  for (let upload = 0; upload < 2; upload += 1) {
    const folder = await files.ready();
    expect([existsSync(folder), statSync(folder).mode & 0o777]).toEqual([true, 0o700]);
    rmSync(folder, { recursive: true });
  }
});

it('a start removes what a killed process left hours ago, not what is passing', async () => {
  const files = new PassingFiles(home);
  const folder = await files.ready();
  for (const name of ['left', 'passing']) writeFileSync(join(folder, name), 'x');
  const hoursAgo = performance.timeOrigin / 1000 - 2 * 3600;
  utimesSync(join(folder, 'left'), hoursAgo, hoursAgo);
  await files.onModuleInit();
  expect(readdirSync(folder)).toEqual(['passing']);
});
