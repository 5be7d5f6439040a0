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
  readonly visitId: string;
  readonly clause: string;
  readonly found: boolean | number;
  readonly capturedAt: string | null;
}

/** Answers a checklist clause by clause; the visit's result under its standard follows every answer. The last answer counts. */
@Injectable()
export class AnswerClause {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `finding.noStandard`, unknownClause, wrongAnswer, and as `visitToWrite` */
  run({ visitId, clause, found, capturedAt }: ClauseAnswer, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const visit = await visitToWrite(tx, visitId, by);
      const version = await versionFor(tx, visit);
      refuseMisfit(version.clauses, clause, found);
      // answers of one visit come one after the other, so that its result holds them all
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [visitId]);
      await tx.query(
        `insert into visit_answer (visit_id, clause_key, found, answered_by, captured_at, answered_at) values ($1, $2, $3, $4, $5, now())
         on conflict (visit_id, clause_key) do update set found = $3, answered_by = $4, captured_at = $5, answered_at = now()`,
        [visitId, clause, JSON.stringify(found), by.personId, capturedAt],
      );
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
