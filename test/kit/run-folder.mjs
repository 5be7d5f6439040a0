import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps what lies here in memory. */
const memoryFolder = '/dev/shm';
/** What a run's databases may take. */
const roomBytes = 6e9;
const prefix = 'ducha-run-';

/**
 * Names the folder of this run's PostgreSQL; the server starts only when a test asks for it. It may lose everything in
 * a crash anyway, and a disk can spend two seconds on the thousand files of a database where memory spends a fifth: it
 * lies in memory where there is room. Promises about kills and crashes have servers of their own, on the disk.
 */
// oxlint-disable-next-line house/named-exports -- Jest asks for a default export
export default function setUp() {
  const parent = hasRoom(memoryFolder) ? memoryFolder : tmpdir();
  for (const name of readdirSync(parent)) if (isLeftOver(parent, name)) rmSync(join(parent, name), { recursive: true });
  process.env['DUCHA_TEST_HOME'] = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  chmodSync(process.env['DUCHA_TEST_HOME'], 0o711);
}

function hasRoom(folder) {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > roomBytes && process.availableMemory() > roomBytes;
}

/** A run of this user that was killed could not clear its folder. Its server ends by itself when its files are gone. */
function isLeftOver(parent, name) {
  const pid = name.startsWith(prefix) && /^\d+(?=-)/.exec(name.slice(prefix.length));
  if (!pid || statSync(join(parent, name)).uid !== process.getuid?.()) return false;
  try {
    process.kill(Number(pid[0]), 0);
    return false;
  } catch ({ code }) {
    return code === 'ESRCH';
  }
}
