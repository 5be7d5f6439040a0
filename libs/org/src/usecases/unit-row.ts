import { refuseStale } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import { orgFault } from '../org-faults.js';

/** A unit as it is stored. */
export interface UnitRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly short_name: string;
  readonly kind: string;
  readonly parent_id: string | null;
  readonly path: string;
  readonly sort: number;
  readonly ended: boolean;
}

const columns = `id, version, name, short_name, kind, parent_id, path, sort, to_at is not null as ended`;

/** One at a time changes the tree: two moves at once could otherwise make a circle that neither of them saw. */
export async function lockTree(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('org.tree'))`);
}

/** A unit of today that is about to change. @throws Fault `org.unitNotFound`, `org.unitEnded`, `http.preconditionFailed` */
export async function unitToChange(tx: EntityManager, id: string, version: number): Promise<UnitRow> {
  const [unit] = await tx.query<UnitRow[]>(`select ${columns} from unit where id = $1 for update`, [id]);
  if (!unit) throw orgFault('unitNotFound');
  refuseStale(unit, version);
  if (unit.ended) throw orgFault('unitEnded');
  return unit;
}

/** A unit of today that another one refers to. @throws Fault `org.unknownUnit` naming the field */
export async function unitOfToday(tx: EntityManager, id: string, path: string): Promise<UnitRow> {
  const [unit] = await tx.query<UnitRow[]>(
    `select ${columns} from unit where id = $1 and from_at <= now() and to_at is null`,
    [id],
  );
  if (!unit) throw orgFault('unknownUnit', {}, [{ path, message: 'does not exist today', constraint: 'known' }]);
  return unit;
}

/** @throws Fault `org.nameTaken` naming the field */
export async function refuseTakenName(tx: EntityManager, name: string, path: string, except?: string): Promise<void> {
  const taken = await tx.query<unknown[]>(
    'select 1 from unit where name = $1 and to_at is null and ($2::uuid is null or id <> $2) limit 1',
    [name, except ?? null],
  );
  if (taken.length > 0) throw orgFault('nameTaken', {}, [{ path, message: 'is taken', constraint: 'unique' }]);
}

/**
 * The instant at which a change counts: the given one, or now. Never ahead, never before what is recorded of the unit.
 * @throws Fault `org.overlappingDates`
 */
export async function effectiveAt(tx: EntityManager, unitId: string, at: string | undefined): Promise<Date> {
  const [dates] = await tx.query<{ at: Date; fits: boolean }[]>(
    `select x.at, x.at <= now() and x.at > u.from_at and not exists (select 1 from unit_change c where c.unit_id = u.id and c.at >= x.at) as fits
     from unit u cross join (select coalesce($2::timestamptz, now()) as at) x where u.id = $1`,
    [unitId, at ?? null],
  );
  if (!dates?.fits)
    throw orgFault('overlappingDates', {}, [
      { path: 'at', message: 'lies ahead or before an earlier change', constraint: 'dates' },
    ]);
  return dates.at;
}

/** Moves everything whose path begins with the old one. */
export async function rehang(tx: EntityManager, from: string, to: string): Promise<void> {
  await tx.query(
    `update unit set path = $2 || substr(path, length($1) + 1), version = version + 1 where starts_with(path, $1)`,
    [from, to],
  );
}
