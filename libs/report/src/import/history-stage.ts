import type { EntityManager } from 'typeorm';
import type { HistoryLine } from './history-line.js';

const batchLines = 5_000;

/** Lines on their way from a file into the ledger, held in a table of the transaction: 900,000 of them stream through. */
export class HistoryStage {
  private waiting: HistoryLine[] = [];

  constructor(private readonly tx: EntityManager) {}

  async open(): Promise<void> {
    await this.tx.query(
      `create temporary table history_stage (row int not null, received_at timestamptz not null, due_at timestamptz,
         answered_at timestamptz, unit text, foreign_id text, ordinal int not null default 1) on commit drop`,
    );
  }

  async add(lines: readonly HistoryLine[]): Promise<void> {
    this.waiting.push(...lines);
    if (this.waiting.length >= batchLines) await this.flush();
  }

  async flush(): Promise<void> {
    const lines = this.waiting;
    this.waiting = [];
    if (lines.length === 0) return;
    await this.tx.query(
      `insert into history_stage (row, received_at, due_at, answered_at, unit, foreign_id)
       select * from unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[])`,
      [
        lines.map(({ row }) => row),
        lines.map(({ received }) => received.toISOString()),
        lines.map(({ due }) => due?.toISOString() ?? null),
        lines.map(({ answered }) => answered?.toISOString() ?? null),
        lines.map(({ unit }) => unit),
        lines.map(({ id }) => id),
      ],
    );
  }

  /** Rows that give a number for the second time; they leave the stage. */
  async dropRepeated(): Promise<number[]> {
    const [rows] = await this.tx.query<[{ row: number }[], number]>(
      `delete from history_stage s where foreign_id is not null and exists (
         select 1 from history_stage t where t.foreign_id = s.foreign_id and t.row < s.row) returning s.row`,
    );
    return rows.map(({ row }) => row).sort((a, b) => a - b);
  }

  /**
   * Takes the staged lines into the ledger of a source. A line that is there already is not taken again; one with a number
   * that was open and is answered now gets its answer.
   * @returns how many lines are new or were answered by this
   */
  async take(source: string, importId: string): Promise<number> {
    const said = `concat_ws('|', extract(epoch from received_at), coalesce(extract(epoch from due_at)::text, '-'),
      coalesce(extract(epoch from answered_at)::text, '-'), coalesce(unit, '-'))`;
    const [taken] = await this.tx.query<{ n: number }[]>(
      `with told as (
         select *, case when foreign_id is not null then 'id|' || foreign_id
           else 'line|' || ${said} || '|' || row_number() over (partition by ${said}, foreign_id is null order by row) end as identity
         from history_stage
       ), kept as (
         insert into closed_case (source, identity, received_at, due_at, answered_at, unit, answered_before_receipt, import_id)
         select $1, sha256(convert_to(identity, 'UTF8')), received_at, due_at, answered_at, unit,
           coalesce(answered_at < received_at, false), $2 from told
         on conflict (source, identity) do update
           set answered_at = excluded.answered_at, answered_before_receipt = coalesce(excluded.answered_at < closed_case.received_at, false)
           where closed_case.answered_at is null and excluded.answered_at is not null
         returning 1
       ) select count(*)::int as n from kept`,
      [source, importId],
    );
    return taken?.n ?? 0;
  }
}
