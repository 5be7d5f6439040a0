import { rmSync } from 'node:fs';

/** The last test has left its server stopped; its files go too. */
// oxlint-disable-next-line house/named-exports -- Jest asks for a default export
export default function tearDown() {
  const folder = process.env['DUCHA_TEST_HOME'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
