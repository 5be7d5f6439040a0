import { countyDay } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import type { Checklist, Clause } from '../domain/standard/clause.js';
import type { StandardVersionState } from '../domain/standard/standard-lifecycle.js';
import { inspectionFault } from '../inspection-faults.js';

/** A version as it is stored. Days are `YYYY-MM-DD`. */
export interface VersionRow extends Checklist {
  readonly number: number;
  readonly state: StandardVersionState;
  readonly effectiveFrom: string;
  readonly clauses: Clause[];
  readonly draftedById: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

/** The versions of a standard, newest first. */
export function versionsOf(asked: Pick<EntityManager, 'query'>, standardId: string): Promise<VersionRow[]> {
  return asked.query<VersionRow[]>(
    `select v.number, v.state, v.effective_from::text as "effectiveFrom", v.pass_mark as "passMark", v.clauses, v.drafted_by as "draftedById",
       d.name as "draftedBy", v.drafted_at as "draftedAt", p.name as "publishedBy", v.published_at as "publishedAt"
     from standard_version v join person d on d.id = v.drafted_by left join person p on p.id = v.published_by
     where v.standard_id = $1 order by v.number desc`,
    [standardId],
  );
}

/** The published version that is in force on a day. */
export const inForceOn = (versions: readonly VersionRow[], day: string): VersionRow | undefined =>
  versions
    .filter(({ state, effectiveFrom }) => state === 'published' && effectiveFrom <= day)
    .reduce<VersionRow | undefined>(
      (last, one) => (last && last.effectiveFrom > one.effectiveFrom ? last : one),
      undefined,
    );

/** The county's day of the database's clock. */
export async function today(asked: Pick<EntityManager, 'query'>): Promise<string> {
  const [clock] = await asked.query<{ now: Date }[]>('select now() as now');
  if (!clock) throw new Error('the database has no clock');
  return countyDay(clock.now);
}

/** @throws Fault `inspection.standardNotFound` */
export async function lockStandard(tx: EntityManager, id: string): Promise<{ id: string; version: number }> {
  const [standard] = await tx.query<{ id: string; version: number }[]>(
    'select id, version from standard where id = $1 for update',
    [id],
  );
  if (!standard) throw inspectionFault('standardNotFound');
  return standard;
}
