import type { EntityManager } from 'typeorm';
import type { ColumnName } from './register-columns.js';
import { columnOf, keyOf, type RegisterTable } from './register-table.js';
import { numberSeries, registerTables } from './register-tables.js';

/** A row of the file on its way into its table. */
export interface StagedRow {
  readonly row: number;
  readonly table: string;
  readonly data: Readonly<Partial<Record<ColumnName, unknown>>>;
}

/** A cell that keeps the file out, by the place in the file. */
export interface StageFault {
  readonly row: number;
  readonly column: ColumnName;
  readonly code: 'repeatedKey' | 'unknownKey' | 'differs';
}

const batchRows = 2_000;
const tablesWithKey = registerTables.filter(({ columns }) => columns.includes('id'));

/** Rows of the file in a table of the transaction, until the whole file is known to fit. */
export class RegisterStage {
  private waiting: StagedRow[] = [];

  constructor(private readonly tx: EntityManager) {}

  async open(): Promise<void> {
    await this.tx.query(
      'create temporary table register_stage (row int not null, record text not null, id uuid, data jsonb not null) on commit drop',
    );
  }

  async add(rows: readonly StagedRow[]): Promise<void> {
    this.waiting.push(...rows);
    if (this.waiting.length >= batchRows) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0) return;
    await this.tx.query(
      `insert into register_stage (row, record, id, data)
       select r.row, r."table", (r.data ->> 'id')::uuid, r.data from jsonb_to_recordset($1::jsonb) as r(row int, "table" text, data jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  /** What the file says twice, refers to without having it, or says otherwise than this instance does. */
  async faults(): Promise<StageFault[]> {
    await this.tx.query('create index on register_stage (record, id); analyze register_stage');
    const found = [await this.repeated()];
    for (const table of tablesWithKey) found.push(await this.differing(table));
    for (const table of registerTables)
      for (const column of table.columns) {
        const { of, kind } = columnOf(table, column);
        if (of !== undefined) found.push(await this.dangling(table.table, column, of, kind === 'keys'));
      }
    return found.flat().sort((a, b) => a.row - b.row);
  }

  /** Puts in what is not there yet. @returns how many rows are new */
  async take(table: RegisterTable): Promise<number> {
    if (table.table === numberSeries) return this.moveNumbersOn();
    const list = table.columns.map((name) => `"${name}"`).join(', ');
    const [taken] = await this.tx.query<{ n: number }[]>(
      `with taken as (
         insert into "${table.table}" (${list})
         select ${table.columns.map((name) => `r."${name}"`).join(', ')}
         from register_stage s, jsonb_populate_record(null::"${table.table}", s.data) r where s.record = $1
         on conflict (${keyOf(table).join(', ')}) do nothing returning 1)
       select count(*)::int as n from taken`,
      [table.table],
    );
    return taken?.n ?? 0;
  }

  /** Numbers given here come after those of the file. A number more or less is void and says so. */
  private async moveNumbersOn(): Promise<number> {
    await this.tx.query(
      `select next_number(n.series, n.year) from (
         select data ->> 'series' as series, (data ->> 'year')::int as year, (data ->> 'given')::bigint as given
         from register_stage where record = $1) as n,
         generate_series(last_number(n.series, n.year) + 1, n.given)`,
      [numberSeries],
    );
    return 0;
  }

  private repeated(): Promise<StageFault[]> {
    return this.tx.query(
      `select row, 'id' as "column", 'repeatedKey' as code from (
         select row, row_number() over (partition by record, id order by row) as nth from register_stage where id is not null) as r where nth > 1`,
    );
  }

  /** Rows that lived on here since the file was written: nothing of theirs is overwritten. */
  private differing({ table }: RegisterTable): Promise<StageFault[]> {
    return this.tx.query(
      `select s.row, 'id' as "column", 'differs' as code from register_stage s join "${table}" t on t.id = s.id
       where s.record = $1 and jsonb_populate_record(t, s.data) is distinct from t`,
      [table],
    );
  }

  private dangling(table: string, column: ColumnName, of: string, several: boolean): Promise<StageFault[]> {
    const keys = several
      ? `select (jsonb_array_elements_text(s.data -> '${column}'))::uuid as key`
      : `select (s.data ->> '${column}')::uuid as key`;
    return this.tx.query(
      `select distinct s.row, '${column}' as "column", 'unknownKey' as code from register_stage s cross join lateral (${keys}) as k
       where s.record = $1 and s.data ? '${column}' and k.key is not null
         and not exists (select 1 from register_stage o where o.record = $2 and o.id = k.key)
         and not exists (select 1 from "${of}" o where o.id = k.key)`,
      [table, of],
    );
  }
}
