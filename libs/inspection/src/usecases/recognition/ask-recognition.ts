import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import {
  type Account,
  type Comparison,
  findingWords,
  householdKnown,
  type RecognitionKind,
  teamKnown,
} from '../../domain/recognition/recognition.js';
import { findingFault } from '../../finding-faults.js';
import { type FieldVisit, visitToWrite } from '../../queries/finding/field.js';
import { accountsOf, householdAt, type PlaceFacts, postedTo } from '../../queries/recognition/recognition-rows.js';
import { versionsOf } from '../../queries/standard-rows.js';
import { speakNames } from './speak-names.js';

/** What somebody said at a household about whom. */
export interface Recognition extends Account {
  readonly visitId: string;
  readonly kind: RecognitionKind;
  /** The clause under which it was asked. */
  readonly clause: string | null;
  readonly capturedAt: string | null;
}

const insertSql = `
  insert into recognition (visit_id, kind, knows, named, members, incomes, policies, clause_key, asked_by, captured_at, answered_at, digest, outcome, differs)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), $11, 'unknown', '{}') on conflict do nothing returning kind`;
const judgeSql = `update recognition set outcome = $3, differs = $4, finding_id = $5 where visit_id = $1 and kind = $2`;
const findingSql = `
  insert into finding (id, inspection_id, visit_id, group_id, unit_id, site_id, standard_id, standard_number, clause_key, words, severity, encounter,
    captured_at, received_at, digest, author_id, state, restricted, raised, version)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'serious', 'found', r.captured_at, now(), r.digest, r.asked_by, 'recorded', false, 'cross_check', 1
  from recognition r where r.visit_id = $3 and r.kind = $11`;

/**
 * Takes down what a household says of its team and the team of the household, and compares it by itself (A3). Whoever asks learns
 * neither what stands in the register nor what the comparison came to; what differs becomes a finding of the system, which another
 * person than the one who asked confirms.
 */
@Injectable()
export class AskRecognition {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `finding.notHousehold`, askedAlready, unknownClause, noStandard, and as `visitToWrite` */
  run(said: Recognition, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const visit = await visitToWrite(tx, said.visitId, by);
      const place = await householdAt(tx, visit.siteId);
      if (said.clause !== null) await refuseUnknownClause(tx, visit, said.clause);
      // what is compared with each other is taken down one after the other
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [said.visitId]);
      if (!(await this.write(tx, said, by))) return;
      const facts = { kind: said.kind, clause: said.clause };
      const subject = { type: 'visit', id: visit.id };
      await this.audit.record(tx, { act: 'finding.ask', subject, about: visit.inspectionId, by, facts });
      await this.judge(tx, visit, place);
    });
  }

  /** False when the very same was sent before. */
  private async write(tx: EntityManager, said: Recognition, { personId }: Actor): Promise<boolean> {
    const { visitId, kind, knows, named, members, incomes, policies, clause, capturedAt } = said;
    const digest = createHash('sha256').update(JSON.stringify(said)).digest();
    const written = await tx.query<unknown[]>(insertSql, [
      ...[visitId, kind, knows, named, members, incomes, policies, clause, personId, capturedAt, digest],
    ]);
    if (written.length > 0) return true;
    const [known] = await tx.query<{ same: boolean }[]>(
      'select digest = $3 and asked_by = $4 as same from recognition where visit_id = $1 and kind = $2',
      [visitId, kind, digest, personId],
    );
    if (known?.same !== true) throw findingFault('askedAlready');
    return false;
  }

  /** Compares whatever can be compared by now and has raised nothing yet. */
  private async judge(tx: EntityManager, visit: FieldVisit, { villageId }: PlaceFacts): Promise<void> {
    const accounts = await accountsOf(tx, visit.id);
    const posted = await postedTo(tx, villageId);
    const speak = await speakNames();
    const { household = null, team_member: member = null } = accounts;
    if (household !== null) await this.settle(tx, visit, 'household', teamKnown(household, posted, speak), household);
    if (member !== null) {
      const comparison = householdKnown(member, household, posted, speak);
      await this.settle(tx, visit, 'team_member', comparison, member);
    }
  }

  private async settle(
    tx: EntityManager,
    visit: FieldVisit,
    kind: RecognitionKind,
    { outcome, differs }: Comparison,
    account: Account & { readonly findingId: string | null; readonly clause: string | null },
  ): Promise<void> {
    if (account.findingId !== null) return;
    const id = outcome === 'differs' ? this.ids.next() : null;
    if (id !== null) {
      const { inspectionId, groupId, unitId, siteId, standardId, standardNumber } = visit;
      const clause = account.clause === null ? [null, null, null] : [standardId, standardNumber, account.clause];
      const words = findingWords(kind, account, differs);
      await tx.query(findingSql, [id, inspectionId, visit.id, groupId, unitId, siteId, ...clause, words, kind]);
      const subject = { type: 'finding', id };
      const facts = { visitId: visit.id, kind, differs: [...differs] };
      await this.audit.record(tx, {
        act: 'finding.raise',
        subject,
        about: inspectionId,
        by: null,
        to: 'recorded',
        facts,
      });
    }
    await tx.query(judgeSql, [visit.id, kind, outcome, differs, id]);
  }
}

async function refuseUnknownClause(tx: EntityManager, visit: FieldVisit, clause: string): Promise<void> {
  const at = [{ path: 'clause', message: 'is not known', constraint: 'known' }];
  if (visit.standardId === null) throw findingFault('noStandard', {}, at);
  const version = (await versionsOf(tx, visit.standardId)).find(({ number }) => number === visit.standardNumber);
  if (!version?.clauses.some(({ key }) => key === clause)) throw findingFault('unknownClause', {}, at);
}
