import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Conduct, Encounter, ResultClass, Severity } from '../../domain/finding/finding-codes.js';
import { findingFault } from '../../finding-faults.js';
import { type FieldVisit, visitToWrite } from '../../queries/finding/field.js';

/** What somebody saw on the spot. */
export interface NewFinding {
  /** Made by the device, so that sending it again is harmless. */
  readonly id: string;
  readonly visitId: string;
  /** Of the standard that the plan names; null for what no clause foresaw. */
  readonly clause: string | null;
  /** The answerable unit; the visited one when null. */
  readonly unitId: string | null;
  readonly words: string;
  readonly severity: Severity;
  readonly conduct: Conduct | null;
  readonly result: ResultClass | null;
  readonly encounter: Encounter;
  readonly happenedAt: string | null;
  readonly capturedAt: string | null;
  readonly evidenceIds: readonly string[];
}

const insertSql = prepared(`
  insert into finding (id, inspection_id, visit_id, group_id, unit_id, site_id, standard_id, standard_number, clause_key, words, severity, conduct,
    result_class, encounter, happened_at, captured_at, received_at, digest, author_id, clock_skew_seconds, state, restricted, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, now(), $17, $18,
    case when $19::timestamptz is not null then least(greatest(extract(epoch from $19 - now()), -2000000000), 2000000000)::int end, 'recorded', false, 1)
  on conflict (id) do nothing returning id`);

const repeatSql = prepared('select digest = $2 and author_id = $3 as same from finding where id = $1');

const clauseSql = prepared(`
  select 1 from standard_version v cross join lateral jsonb_array_elements(v.clauses) c
  where v.standard_id = $1 and v.number = $2 and c.value ->> 'key' = $3`);

/** Records a finding with its three times. Sent again, also ten times at once, it is the same one finding. */
@Injectable()
export class RecordFinding {
  constructor(
    private readonly store: Store,
    private readonly evidence: EvidenceLinks,
    private readonly audit: Audit,
  ) {}

  /**
   * @param sentAt what the device's clock said while it sent; told anew with every attempt, so it is no part of the finding
   * @throws Fault `finding.visitNotFound`, idTaken, unknownClause, unknownUnit, and as `visitToWrite`; `evidence.notYours`
   */
  run(finding: NewFinding, sentAt: string | null, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const visit = await visitToWrite(tx, finding.visitId, by);
      const digest = digestOf(finding);
      if (await isRepeat(tx, finding.id, digest, by)) return;
      if (finding.clause !== null) await refuseUnknownClause(tx, visit, finding.clause);
      if (finding.unitId !== null) await refuseStrangeUnit(tx, visit, finding.unitId);
      const written = await tx.query<unknown[]>(insertSql, [...valuesOf(finding, visit, digest, by), sentAt]);
      if (written.length === 0) {
        if (await isRepeat(tx, finding.id, digest, by)) return;
        throw findingFault('idTaken');
      }
      await this.evidence.tie(tx, finding.evidenceIds, { type: 'finding', id: finding.id }, finding.id, by);
      const { severity, encounter, clause } = finding;
      await this.audit.record(tx, {
        act: 'finding.record',
        subject: { type: 'finding', id: finding.id },
        about: visit.inspectionId,
        by,
        to: 'recorded',
        facts: { visitId: visit.id, severity, encounter, clause, evidence: finding.evidenceIds.length },
      });
    });
  }
}

/** What was sent, whole: the same id with other content is another finding. */
const digestOf = (finding: NewFinding): Buffer =>
  createHash('sha256')
    .update(JSON.stringify({ ...finding, evidenceIds: [...finding.evidenceIds].sort() }))
    .digest();

/** @throws Fault `finding.idTaken` */
async function isRepeat(tx: EntityManager, id: string, digest: Buffer, by: Actor): Promise<boolean> {
  const [known] = await tx.query<{ same: boolean }[]>(repeatSql, [id, digest, by.personId]);
  if (known?.same === false)
    throw findingFault('idTaken', {}, [{ path: 'id', message: 'is taken', constraint: 'unique' }]);
  return known !== undefined;
}

async function refuseUnknownClause(tx: EntityManager, visit: FieldVisit, clause: string): Promise<void> {
  if (visit.standardId === null) throw findingFault('noStandard', {}, [at('clause')]);
  const known = await tx.query<unknown[]>(clauseSql, [visit.standardId, visit.standardNumber, clause]);
  if (known.length === 0) throw findingFault('unknownClause', {}, [at('clause')]);
}

async function refuseStrangeUnit(tx: EntityManager, { inspectionId }: FieldVisit, unitId: string): Promise<void> {
  const known = await tx.query<unknown[]>('select 1 from inspection_object where inspection_id = $1 and unit_id = $2', [
    inspectionId,
    unitId,
  ]);
  if (known.length === 0) throw findingFault('unknownUnit', {}, [at('unitId')]);
}

const at = (path: string) => ({ path, message: 'is not known', constraint: 'known' });

function valuesOf(finding: NewFinding, visit: FieldVisit, digest: Buffer, { personId }: Actor): unknown[] {
  const { clause, severity, conduct, result, encounter } = finding;
  return [
    ...[finding.id, visit.inspectionId, visit.id, visit.groupId, finding.unitId ?? visit.unitId, visit.siteId],
    ...(clause === null ? [null, null, null] : [visit.standardId, visit.standardNumber, clause]),
    ...[finding.words, severity, conduct, result, encounter, finding.happenedAt, finding.capturedAt, digest, personId],
  ];
}
