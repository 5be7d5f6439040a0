import type { EntityManager } from 'typeorm';
import type { ColumnName } from './register-columns.js';
import type { RegisterTable } from './register-table.js';
import { registerTables } from './register-tables.js';

/** What stands in a cell for a text that is there and empty, where an empty cell means that there is none. */
const emptyText = '∅';
const emptyTexts = /^∅+$/u;

/** Which columns may not be blank, read from the database, and so what an empty cell means. */
export class RegisterNeeds {
  private constructor(private readonly needs: ReadonlyMap<string, 'text' | 'other'>) {}

  /** @param on  where to ask: a store or a transaction of it */
  static async of(on: Pick<EntityManager, 'query'>): Promise<RegisterNeeds> {
    const rows = await on.query<{ place: string; need: 'text' | 'other' }[]>(
      `select c.relname || '.' || a.attname as place, case when a.atttypid = 'text'::regtype then 'text' else 'other' end as need
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.oid = any($1::regclass[]) and a.attnum > 0 and a.attnotnull and not a.attisdropped`,
      [registerTables.map(({ table }) => table)],
    );
    return new RegisterNeeds(new Map(rows.map(({ place, need }) => [place, need])));
  }

  /** `text`: may be empty, never absent; `other`: must be said; undefined: may be absent. */
  need(table: RegisterTable, column: ColumnName): 'text' | 'other' | undefined {
    return this.needs.get(`${table.table}.${column}`);
  }

  /** The text as a cell that is empty only where an empty cell says the same. */
  shown(table: RegisterTable, column: ColumnName, text: string): string {
    const isAmbiguous = this.need(table, column) === undefined && (text === '' || emptyTexts.test(text));
    return isAmbiguous ? `${text}${emptyText}` : text;
  }

  /** The inverse of `shown`. */
  meant(table: RegisterTable, column: ColumnName, text: string): string {
    const isMarked = this.need(table, column) === undefined && emptyTexts.test(text);
    return isMarked ? text.slice(emptyText.length) : text;
  }
}
