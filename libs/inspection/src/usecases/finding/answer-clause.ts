import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type Clause, type Findings, isMet } from '../../domain/standard/clause.js';
import { evaluate } from '../../domain/standard/evaluate.js';
import { findingFault } from '../../finding-faults.js';
import { type FieldVisit, visitToWrite } from '../../queries/finding/field.js';
import { type VersionRow, versionsOf } from '../../queries/standard-rows.js';

/** The answer to one clause at one visit. */
export interface ClauseAnswer {
  /** Made by the device, so that sending it again is harmless; made here when null. */
  readonly id: string | null;
  readonly visitId: string;
  readonly clause: string;
  readonly found: boolean | number;
  readonly capturedAt: string | null;
}

const keepSql = `
  insert into visit_answer_sent (id, visit_id, clause_key, found, person_id, captured_at, received_at)
  values ($1, $2, $3, $4, $5, $6, now()) on conflict (id) do nothing returning id`;

// what was seen last counts, whenever it arrives; no clock of a device makes it later than its receipt
const countSql = `
  insert into visit_answer (visit_id, clause_key, found, answered_by, captured_at, answered_at)
  select visit_id, clause_key, found, person_id, captured_at, received_at from visit_answer_sent
  where visit_id = $1 and clause_key = $2 order by least(coalesce(captured_at, received_at), received_at) desc, received_at desc, id desc limit 1
  on conflict (visit_id, clause_key) do update
    set found = excluded.found, answered_by = excluded.answered_by, captured_at = excluded.captured_at, answered_at = excluded.answered_at`;

/**
 * Answers a checklist clause by clause; the visit's result under its standard follows every answer. What was seen last
 * counts, also where it arrives first; every answer is kept.
 */
@Injectable()
export class AnswerClause {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `finding.noStandard`, unknownClause, wrongAnswer, answerIdTaken, and as `visitToWrite` */
  run({ id, visitId, clause, found, capturedAt }: ClauseAnswer, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const visit = await visitToWrite(tx, visitId, by);
      const version = await versionFor(tx, visit);
      refuseMisfit(version.clauses, clause, found);
      // answers of one visit come one after the other, so that its result holds them all
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [visitId]);
      const sent = [id ?? this.ids.next(), visitId, clause, JSON.stringify(found), by.personId, capturedAt];
      if ((await tx.query<unknown[]>(keepSql, sent)).length === 0) return refuseOther(tx, sent);
      await tx.query(countSql, [visitId, clause]);
      const verdict = await this.judge(tx, visit, version, by);
      await this.audit.record(tx, {
        act: 'finding.answer',
        subject: { type: 'visit', id: visitId },
        about: visit.inspectionId,
        by,
        facts: { clause, verdict },
      });
    });
  }

  /** Writes what the answers so far make of the visit. */
  private async judge(tx: EntityManager, visit: FieldVisit, version: VersionRow, by: Actor): Promise<string> {
    const answers = await tx.query<{ key: string; found: boolean | number }[]>(
      'select clause_key as key, found from visit_answer where visit_id = $1',
      [visit.id],
    );
    const findings: Findings = Object.fromEntries(answers.map(({ key, found }) => [key, found]));
    const { verdict, score } = evaluate(version, findings);
    await tx.query(
      `insert into standard_result (id, standard_id, number, unit_id, site, findings, verdict, score, found_by, found_at, visit_id)
       select $1, $2, $3, $4, coalesce((select s.code from site s where s.id = $5), ''), $6, $7, $8, $9, now(), $10
       on conflict (visit_id, standard_id) where visit_id is not null
         do update set findings = $6, verdict = $7, score = $8, found_by = $9, found_at = now()`,
      [
        ...[this.ids.next(), visit.standardId, version.number, visit.unitId, visit.siteId],
        ...[JSON.stringify(findings), verdict, score, by.personId, visit.id],
      ],
    );
    return verdict;
  }
}

/** The same answer again is nothing new. @throws Fault `finding.answerIdTaken` where the id stands for another answer */
async function refuseOther(tx: EntityManager, sent: unknown[]): Promise<void> {
  const [known] = await tx.query<{ same: boolean }[]>(
    `select (visit_id, clause_key, found, person_id) = ($2, $3, $4::jsonb, $5) and captured_at is not distinct from $6 as same
     from visit_answer_sent where id = $1`,
    sent,
  );
  if (known?.same !== true)
    throw findingFault('answerIdTaken', {}, [{ path: 'id', message: 'is taken', constraint: 'unique' }]);
}

async function versionFor(tx: EntityManager, { standardId, standardNumber }: FieldVisit): Promise<VersionRow> {
  if (standardId === null) throw findingFault('noStandard');
  const version = (await versionsOf(tx, standardId)).find(({ number }) => number === standardNumber);
  if (!version) throw findingFault('noStandard');
  return version;
}

function refuseMisfit(clauses: readonly Clause[], key: string, found: boolean | number): void {
  const clause = clauses.find((one) => one.key === key);
  if (!clause) throw findingFault('unknownClause');
  const path = clause.rule === 'yes_no' ? 'met' : 'value';
  if (isMet(clause, found) === null)
    throw findingFault('wrongAnswer', {}, [{ path, message: 'is wanted', constraint: clause.rule }]);
}
