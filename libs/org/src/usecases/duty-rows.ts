import { refuseStale } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import { type DutyLine, faultsOfLine, type LineFault } from '../domain/duty-line.js';
import { orgFault } from '../org-faults.js';

/** A line as it is stored. */
export interface DutyRow extends DutyLine {
  readonly id: string;
  readonly version: number;
  readonly from: Date;
  readonly ended: boolean;
}

/** A line to be written, with the instant from which it is in force. */
export interface WrittenLine extends DutyLine {
  readonly id: string;
  readonly from: Date;
}

const columns = `d.id, d.version, d.category, d.lead_unit_id as "leadUnitId", d.assist_unit_ids as "assistUnitIds", d.township_list as "townshipList",
  d.basis, d.from_at as "from", d.to_at is not null as ended`;

/** The lines in force of these categories, locked in one order. */
export function linesInForce(tx: EntityManager, categories: readonly string[]): Promise<DutyRow[]> {
  return tx.query<DutyRow[]>(
    `select ${columns} from duty d where d.category = any($1) and d.to_at is null order by d.category for update`,
    [categories],
  );
}

/** The lines in force that name a unit, locked in one order. */
export function linesOfUnit(tx: EntityManager, unitId: string): Promise<DutyRow[]> {
  return tx.query<DutyRow[]>(
    `select ${columns} from duty d where d.to_at is null and (d.lead_unit_id = $1 or d.assist_unit_ids @> array[$1]::uuid[]) order by d.category for update`,
    [unitId],
  );
}

/** A line that is about to change. @throws Fault `org.dutyNotFound`, `org.dutyEnded`, `http.preconditionFailed` */
export async function lineToChange(tx: EntityManager, id: string, version: number): Promise<DutyRow> {
  const [line] = await tx.query<DutyRow[]>(`select ${columns} from duty d where d.id = $1 for update`, [id]);
  if (!line) throw orgFault('dutyNotFound');
  refuseStale(line, version);
  if (line.ended) throw orgFault('dutyEnded');
  return line;
}

/** Writes lines that are in force from their instants on. */
export async function insertLines(
  tx: EntityManager,
  lines: readonly WrittenLine[],
  recordedBy: string | null,
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `insert into duty (id, category, lead_unit_id, assist_unit_ids, township_list, basis, from_at, recorded_by, recorded_at, version)
     select id, category, "leadUnitId", "assistUnitIds", "townshipList", basis, "from", $2, now(), 1
     from jsonb_to_recordset($1::jsonb) as d(id uuid, category text, "leadUnitId" uuid, "assistUnitIds" uuid[], "townshipList" text, basis text, "from" timestamptz)`,
    [JSON.stringify(lines), recordedBy],
  );
}

/** Ends lines, each at its own instant. */
export async function endLines(
  tx: EntityManager,
  ends: readonly { readonly id: string; readonly at: Date }[],
): Promise<void> {
  if (ends.length === 0) return;
  await tx.query(
    `update duty d set to_at = e.at, version = d.version + 1 from jsonb_to_recordset($1::jsonb) as e(id uuid, at timestamptz) where d.id = e.id`,
    [JSON.stringify(ends)],
  );
}

/**
 * The instant from which a change of an item counts: the given one, or now. Never ahead, never before what is recorded of the item.
 * @throws Fault `org.dutyDates`
 */
export async function lineInstant(tx: EntityManager, category: string, at: string | undefined): Promise<Date> {
  const [dates] = await tx.query<{ at: Date; fits: boolean }[]>(
    `select x.at, x.at <= now() and not exists (select 1 from duty d where d.category = $1 and (d.to_at > x.at or (d.to_at is null and d.from_at >= x.at))) as fits
     from (select coalesce($2::timestamptz, now()) as at) x`,
    [category, at ?? null],
  );
  if (!dates?.fits)
    throw orgFault('dutyDates', {}, [
      { path: 'at', message: 'lies ahead or before an earlier change', constraint: 'dates' },
    ]);
  return dates.at;
}

/** Kinds of the named units that exist today. */
export async function kindsOf(tx: EntityManager, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; kind: string }[]>(
    'select id, kind from unit where id = any($1::uuid[]) and from_at <= now() and (to_at is null or to_at > now())',
    [[...new Set(unitIds)]],
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

const messages: Record<LineFault['name'], string> = {
  unknownUnit: 'does not exist today',
  repeatedUnit: 'is named twice',
  townshipOnWithdrawn: 'is a township, from which the item was withdrawn',
  townshipLeadsAssisting: 'is a township, which only assists in the item',
};

/** @throws Fault `org.*` naming the field, when the units of a line do not fit */
export async function refuseWrongLine(tx: EntityManager, line: DutyLine): Promise<void> {
  const kinds = await kindsOf(tx, [line.leadUnitId, ...line.assistUnitIds]);
  const faults = faultsOfLine(line, (id) => kinds.get(id));
  const [first] = faults;
  if (!first) return;
  const errors = faults
    .filter(({ name }) => name === first.name)
    .map(({ name, field, place }) => ({
      path: place === null ? field : `${field}[${place}]`,
      message: messages[name],
      constraint: name,
    }));
  throw orgFault(first.name, {}, errors);
}
