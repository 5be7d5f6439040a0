import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { findingLifecycle } from '../../domain/finding/finding-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';
import { lockedConclusion } from '../../queries/conclusion/conclusion-rows.js';
import { authorsOf, findingAfter, type FindingRow, lockedFinding } from '../../queries/finding/finding-rows.js';
import { personsBehind, refuseRecusedBehind } from '../finding/persons-behind.js';
import { EndRectification } from '../review/end-rectification.js';
import type { ConclusionCommand } from './check-facts.js';
import { ConclusionClocks } from './conclusion-clocks.js';

/** What is made of the object’s word against a finding. */
export interface PointDecision extends ConclusionCommand {
  readonly findingId: string;
  readonly outcome: 'stands' | 'amended' | 'struck';
  /** The finding’s new words, for `amended`. */
  readonly words: string | null;
  readonly reason: string;
}

/** Somebody who neither recorded nor confirmed the finding decides on what the object says against it. */
@Injectable()
export class DecidePoint {
  constructor(
    private readonly store: Store,
    private readonly rectification: EndRectification,
    private readonly clocks: ConclusionClocks,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `conclusion.noPoint`, pointDecided, makerMayNotDecide, moveRefused; `inspection.recused` */
  run({ id, version, findingId, outcome, words, reason, by }: PointDecision): Promise<void> {
    return this.store.transaction(async (tx) => {
      const conclusion = await lockedConclusion(tx, id);
      refuseStale(conclusion, version);
      if (conclusion.state !== 'checking')
        throw conclusionFault('moveRefused', { from: conclusion.state, on: 'decide' });
      await refuseNoPoint(tx, id, findingId);
      const finding = await lockedFinding(tx, findingId);
      const makers = [...(await authorsOf(tx, finding)), finding.confirmerId];
      if (personsBehind(by).some((person) => makers.includes(person))) throw conclusionFault('makerMayNotDecide');
      await refuseRecusedBehind(tx, by, finding.unitId);
      await tx.query(
        `update conclusion_finding set point_outcome = $3, point_reason = $4, decided_by = $5, decided_at = now(), words = coalesce($6, words)
         where conclusion_id = $1 and finding_id = $2`,
        [id, findingId, outcome, reason, by.personId, outcome === 'amended' ? words : null],
      );
      await this.endPoints(tx, id);
      if (outcome === 'amended') await amend(tx, finding, words ?? finding.words);
      if (outcome === 'struck') await this.strike(tx, finding, { id, version, by });
      await tx.query('update conclusion set version = version + 1 where id = $1', [id]);
      await this.audit.record(tx, {
        act: 'conclusion.decide_point',
        subject: { type: 'finding', id: findingId },
        about: conclusion.inspectionId,
        by,
        facts: { conclusionId: id, outcome },
        words: reason,
      });
    });
  }

  /** The bureau’s time is over with its word on the last point. */
  private async endPoints(tx: EntityManager, id: string): Promise<void> {
    const open = await tx.query<unknown[]>(
      'select 1 from conclusion_finding where conclusion_id = $1 and point is not null and point_outcome is null',
      [id],
    );
    if (open.length === 0) await this.clocks.end(tx, id, 'fact_point', 'met');
  }

  /** What is being put right already is not simply struck: its task ends, too. */
  private async strike(tx: EntityManager, finding: FindingRow, { by }: ConclusionCommand): Promise<void> {
    const struck = nextState(findingLifecycle, finding.state, 'strike');
    const to = struck ?? findingAfter(finding, 'revoke');
    await tx.query('update finding set state = $2, version = version + 1 where id = $1', [finding.id, to]);
    await this.rectification.cancel(tx, [finding.id], '事实核对后撤销', by);
  }
}

/** Changes a finding’s words, by a fact check or a review. */
export async function amend(tx: EntityManager, finding: FindingRow, words: string): Promise<void> {
  const to = findingAfter(finding, 'amend');
  await tx.query('update finding set words = $2, state = $3, version = version + 1 where id = $1', [
    finding.id,
    words,
    to,
  ]);
}

async function refuseNoPoint(tx: EntityManager, id: string, findingId: string): Promise<void> {
  const [bound] = await tx.query<{ point: string | null; decided: boolean }[]>(
    'select point, point_outcome is not null as decided from conclusion_finding where conclusion_id = $1 and finding_id = $2 for update',
    [id, findingId],
  );
  if (!bound || bound.point === null) throw conclusionFault('noPoint');
  if (bound.decided) throw conclusionFault('pointDecided');
}
