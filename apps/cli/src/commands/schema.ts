import { schemaText } from '@ducha/store';
import { Command } from 'commander';
import pg from 'pg';
import { withDatabase } from '../context.js';

/** `ducha schema`: the schema as the migrations leave it, in the text that is committed and compared. */
export function schemaCommand(): Command {
  return new Command('schema').description('print the database schema').action(() =>
    withDatabase(async (database) => {
      const client = new pg.Client({ connectionString: database.ownerUrl ?? database.appUrl });
      await client.connect();
      process.stdout.write(await schemaText(client));
      await client.end();
    }),
  );
}
