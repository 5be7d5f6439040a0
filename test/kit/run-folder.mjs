import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder of this run's PostgreSQL; the server starts only when a test asks for it. */
// oxlint-disable-next-line house/named-exports -- Jest asks for a default export
export default function setUp() {
  process.env['DUCHA_TEST_HOME'] = mkdtempSync(join(tmpdir(), 'ducha-run-'));
  chmodSync(process.env['DUCHA_TEST_HOME'], 0o711);
}
