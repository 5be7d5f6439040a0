import { EmbeddedFault, readSettings, SettingsFault, UnsafeDatabase } from '@ducha/store';
import { serve } from './boot/serve.js';

/** The server: `npm start` on the embedded database, or a process of a scaled-out installation. */
try {
  await serve(readSettings());
} catch (error) {
  const expected = error instanceof SettingsFault || error instanceof EmbeddedFault || error instanceof UnsafeDatabase;
  process.stderr.write(
    `${expected || !(error instanceof Error) ? String((error as Error).message ?? error) : error.stack}\n`,
  );
  process.exit(1);
}
