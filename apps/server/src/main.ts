import { readSettings } from '@ducha/store';
import { explain } from './boot/explain.js';
import { serve } from './boot/serve.js';

/** The server: `npm start` on the embedded database, or a process of a scaled-out installation. */
try {
  await serve(readSettings());
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
