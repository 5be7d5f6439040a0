import { holdsNumbers, maskedNumbers, maskedValue } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { freeTexts, type Reach } from '../domain/field-classes.js';
import { PURGED_NAME, type RetentionPart } from '../domain/retention.js';

/** How many values were removed, by matter. */
export type Removed = Map<string, number>;

type Row = Record<string, unknown> & { id: string; matterId: string };

/** The matter of a row `x`, by the way its table hangs on it. */
const matterOf: Record<Reach, string> = {
  matter: 'x.id',
  ofMatter: 'x.matter_id',
  taskItself: 'x.matter_id',
  ofTask: '(select t.matter_id from task t where t.id = x.task_id)',
  ofAssignment: `(select t.matter_id from assignment a join task t on t.id = a.task_id where a.id = x.assignment_id)`,
  ofErrand: `(select t.matter_id from errand e join assignment a on a.id = e.assignment_id join task t on t.id = a.task_id where e.id = x.errand_id)`,
  ofSubject: 'coalesce((select t.matter_id from task t where t.id = x.subject_id), x.subject_id)',
};
const tasks = '(select t.id from task t where t.matter_id = any($1::uuid[]))';
const shares = `(select a.id from assignment a where a.task_id in ${tasks})`;
const within: Record<Reach, string> = {
  matter: 'x.id = any($1::uuid[])',
  ofMatter: 'x.matter_id = any($1::uuid[])',
  taskItself: 'x.matter_id = any($1::uuid[])',
  ofTask: `x.task_id in ${tasks}`,
  ofAssignment: `x.assignment_id in ${shares}`,
  ofErrand: `x.errand_id in (select e.id from errand e where e.assignment_id in ${shares})`,
  ofSubject: `(x.subject_id = any($1::uuid[]) or x.subject_id in ${tasks})`,
};

/** Removes one part of these matters for ever. */
export async function removePart(tx: EntityManager, part: RetentionPart, matterIds: string[]): Promise<Removed> {
  if (part === 'numbers') return removeNumbers(tx, matterIds);
  const sql =
    part === 'contacts'
      ? (table: string) => `update ${table} set contact = null where matter_id = any($1) and contact is not null`
      : (table: string) =>
          `update ${table} set name = '${PURGED_NAME}' where matter_id = any($1) and name <> '${PURGED_NAME}'`;
  const removed: Removed = new Map();
  for (const table of ['signatory', 'protected_source']) {
    const [rows] = await tx.query<[{ matter_id: string }[], number]>(`${sql(table)} returning matter_id`, [matterIds]);
    for (const row of rows) count(removed, row.matter_id);
  }
  return removed;
}

async function removeNumbers(tx: EntityManager, matterIds: string[]): Promise<Removed> {
  const removed: Removed = new Map();
  for (const [table, { reach, columns }] of Object.entries(freeTexts)) {
    const rows = await tx.query<Row[]>(
      `select x.id, ${matterOf[reach]} as "matterId", ${columns.map((column) => `x.${column}`).join(', ')} from ${table} x where ${within[reach]}`,
      [matterIds],
    );
    for (const row of rows) await maskRow(tx, { table, columns }, row, removed);
  }
  await removeWords(tx, matterIds, removed);
  await maskPreviews(tx, matterIds);
  return removed;
}

/** Numbers become their masks, which nothing undoes. */
async function maskRow(
  tx: EntityManager,
  { table, columns }: { table: string; columns: readonly string[] },
  row: Row,
  removed: Removed,
): Promise<void> {
  for (const column of columns) {
    const [stored, masked] = [row[column], maskedValue(row[column])];
    if (stored === masked) continue;
    const value = typeof masked === 'string' ? masked : JSON.stringify(masked);
    await tx.query(`update ${table} set ${column} = $2 where id = $1`, [row.id, value]);
    count(removed, row.matterId);
  }
}

/** Words in the audit are bound by their digest, so they cannot be masked: they go, the digest stays. */
async function removeWords(tx: EntityManager, matterIds: string[], removed: Removed): Promise<void> {
  const said = await tx.query<{ rowId: string; words: string; matterId: string }[]>(
    `select w.row_id as "rowId", w.words, coalesce((select t.matter_id from task t where t.id = r.about_id), r.about_id) as "matterId"
     from audit_row r join audit_words w on w.row_id = r.id where r.about_id = any($1::uuid[]) or r.about_id in ${tasks}`,
    [matterIds],
  );
  const personal = said.filter(({ words }) => holdsNumbers(words));
  await tx.query('delete from audit_words where row_id = any($1::uuid[])', [personal.map(({ rowId }) => rowId)]);
  for (const { matterId } of personal) count(removed, matterId);
}

async function maskPreviews(tx: EntityManager, matterIds: string[]): Promise<void> {
  const imports = await tx.query<{ id: string; sample: string; rejected: string }[]>(
    `select i.id, i.sample::text as sample, i.rejected::text as rejected from matter_import i
     where i.id in (select m.import_id from matter m where m.id = any($1::uuid[]))`,
    [matterIds],
  );
  for (const { id, sample, rejected } of imports.filter((one) => holdsNumbers(one.sample + one.rejected)))
    await tx.query('update matter_import set sample = $2::jsonb, rejected = $3::jsonb where id = $1', [
      id,
      maskedNumbers(sample),
      maskedNumbers(rejected),
    ]);
}

function count(removed: Removed, matterId: string): void {
  removed.set(matterId, (removed.get(matterId) ?? 0) + 1);
}
