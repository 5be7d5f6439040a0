import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { conclusionFault } from '../../conclusion-faults.js';
import {
  type ConclusionRow,
  conclusionToMove,
  lockedConclusion,
  refuseUnready,
} from '../../queries/conclusion/conclusion-rows.js';
import { ConclusionClocks, type Timed } from './conclusion-clocks.js';
import { InspectionNotices } from './inspection-notices.js';

/** A change of one conclusion. */
export interface ConclusionCommand {
  readonly id: string;
  readonly version: number;
  readonly by: Actor;
}

/** What the object says to the facts; nothing said against any is no objection. */
export interface FactStatement extends ConclusionCommand {
  readonly words: string;
  readonly evidenceIds: readonly string[];
  readonly points: readonly { readonly findingId: string; readonly words: string }[];
}

/** Before a conclusion its object checks the facts: within its days, and silence is no objection. */
@Injectable()
export class CheckFacts {
  constructor(
    private readonly store: Store,
    private readonly clocks: ConclusionClocks,
    private readonly notices: InspectionNotices,
    private readonly evidence: EvidenceLinks,
    private readonly audit: Audit,
  ) {}

  /** Only confirmed findings with evidence are put before the object. @throws Fault `conclusion.unready`, moveRefused */
  send({ id, version, by }: ConclusionCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { conclusion, to } = await conclusionToMove(tx, { id, version, on: 'send_for_fact_check' });
      await refuseUnready(tx, conclusion);
      const { at, basis } = await this.clocks.factCheck(tx, startOf(conclusion));
      await tx.query(
        'update conclusion set state = $2, sent_by = $3, sent_at = now(), version = version + 1 where id = $1',
        [id, to, by.personId],
      );
      await tx.query(
        `update finding f set told_at = coalesce(f.told_at, now()) from conclusion_finding b where b.conclusion_id = $1 and b.finding_id = f.id`,
        [id],
      );
      const subject = { type: 'conclusion', id };
      await this.audit.record(tx, {
        ...{
          act: 'conclusion.send_for_fact_check',
          subject,
          about: conclusion.inspectionId,
          by,
          from: conclusion.state,
          to,
        },
        facts: { dueAt: at.toISOString(), basis },
      });
      await this.notices.tell(tx, {
        kind: 'conclusion.to_check',
        conclusionId: id,
        key: 'sent',
        unitId: conclusion.unitId,
      });
    });
  }

  /** @throws Fault `conclusion.checkOver`, checkSaid, moveRefused, unknownFinding naming the point; `evidence.notYours` */
  state({ id, version, words, evidenceIds, points, by }: FactStatement): Promise<void> {
    return this.store.transaction(async (tx) => {
      const conclusion = await lockedConclusion(tx, id);
      refuseStale(conclusion, version);
      if (conclusion.state !== 'checking')
        throw conclusionFault('moveRefused', { from: conclusion.state, on: 'state' });
      if (conclusion.checkOutcome === 'silence' || isOver(conclusion.checkDueAt, conclusion.now))
        throw conclusionFault('checkOver');
      if (conclusion.checkOutcome !== null) throw conclusionFault('checkSaid');
      for (const [index, { findingId, words: point }] of points.entries()) {
        const [, noted] = await tx.query<[unknown, number]>(
          'update conclusion_finding set point = $3 where conclusion_id = $1 and finding_id = $2 and point is null',
          [id, findingId, point],
        );
        if (noted === 0)
          throw conclusionFault('unknownFinding', {}, [
            { path: `points[${index}].findingId`, message: 'is not known', constraint: 'known' },
          ]);
      }
      const outcome = points.length === 0 ? 'no_objection' : 'objection';
      await tx.query(
        'update conclusion set check_outcome = $2, checked_by = $3, checked_at = now(), check_words = $4, version = version + 1 where id = $1',
        [id, outcome, by.personId, words],
      );
      await this.evidence.tie(tx, evidenceIds, { type: 'conclusion', id }, id, by);
      await this.clocks.end(tx, id, 'fact_check', 'met');
      if (points.length > 0) await this.clocks.factPoint(tx, startOf(conclusion));
      const subject = { type: 'conclusion', id };
      await this.audit.record(tx, {
        act: 'conclusion.state',
        subject,
        about: conclusion.inspectionId,
        by,
        facts: { outcome, points: points.length },
      });
      const personIds = await this.notices.holding(tx, 'bureau_head', 'bureau_officer');
      await this.notices.tell(tx, { kind: 'conclusion.checked', conclusionId: id, key: 'said', personIds });
    });
  }
}

/** What begins to count now. */
export const startOf = ({ id, unitId, now }: Pick<ConclusionRow, 'id' | 'unitId' | 'now'>): Timed => ({
  conclusionId: id,
  unitId,
  startedAt: now,
  now,
});

/** A term ends with its last instant. */
export const isOver = (end: Date | null, now: Date): boolean => end !== null && now.getTime() > end.getTime();
