import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { countyYear } from '@ducha/kernel';
import { Numbers, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { conclusionFault } from '../../conclusion-faults.js';
import { type ConclusionRow, conclusionToMove, refuseUnready } from '../../queries/conclusion/conclusion-rows.js';
import { type ConclusionCommand, isOver, startOf } from './check-facts.js';
import { ConclusionClocks } from './conclusion-clocks.js';
import { InspectionNotices } from './inspection-notices.js';

/** Service without the object’s own signature: left there, and who saw it. */
export interface LeftConclusion extends ConclusionCommand {
  readonly words: string;
}

/** A principal signs the conclusion for the government; it is served, and from the receipt on the time for review runs. */
@Injectable()
export class IssueConclusion {
  constructor(
    private readonly store: Store,
    private readonly numbers: Numbers,
    private readonly clocks: ConclusionClocks,
    private readonly notices: InspectionNotices,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `conclusion.checkRuns`, unready, moveRefused */
  issue({ id, version, by }: ConclusionCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { conclusion, to } = await conclusionToMove(tx, { id, version, on: 'issue' });
      if (conclusion.checkOutcome === null && !isOver(conclusion.checkDueAt, conclusion.now))
        throw conclusionFault('checkRuns');
      await refuseUnready(tx, conclusion);
      await this.clocks.end(tx, id, 'fact_check', 'over');
      const number = conclusion.number ?? (await this.numberFor(conclusion));
      await tx.query(
        `update conclusion set state = $2, number = $3, issued_by = $4, issued_at = now(), issue = issue + 1, check_outcome = coalesce(check_outcome, 'silence'),
           checked_at = coalesce(checked_at, now()), version = version + 1 where id = $1`,
        [id, to, number, by.personId],
      );
      // what stands in a conclusion is what its findings said on the day of signing
      await tx.query(
        'update conclusion_finding b set words = f.words from finding f where b.conclusion_id = $1 and f.id = b.finding_id',
        [id],
      );
      await this.note(tx, conclusion, { on: 'issue', to, by, facts: { number, issue: conclusion.issue + 1 } });
      await this.notices.tell(tx, {
        kind: 'conclusion.to_receive',
        conclusionId: id,
        key: String(conclusion.issue + 1),
        unitId: conclusion.unitId,
      });
    });
  }

  /** The object signs for it. @throws Fault `conclusion.moveRefused` */
  receive(command: ConclusionCommand): Promise<void> {
    return this.serve(command, 'signed', null);
  }

  /** It was left at the object’s door. @throws Fault `conclusion.moveRefused` */
  leave({ words, ...command }: LeftConclusion): Promise<void> {
    return this.serve(command, 'left', words);
  }

  private serve(
    { id, version, by }: ConclusionCommand,
    receipt: 'signed' | 'left',
    words: string | null,
  ): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { conclusion, to } = await conclusionToMove(tx, { id, version, on: 'serve' });
      const { at, basis } = await this.clocks.application(tx, startOf(conclusion));
      await tx.query(
        `update conclusion set state = $2, served_at = now(), served_by = $3, receipt = $4, receipt_words = $5,
           version = version + 1 where id = $1`,
        [id, to, by.personId, receipt, words],
      );
      await tx.query(
        `update finding f set told_at = coalesce(f.told_at, now()) from conclusion_finding b where b.conclusion_id = $1 and b.finding_id = f.id`,
        [id],
      );
      await this.note(tx, conclusion, {
        on: 'serve',
        to,
        by,
        facts: { receipt, reviewUntil: at.toISOString(), basis },
      });
      await this.notices.tell(tx, {
        kind: 'conclusion.served',
        conclusionId: id,
        key: String(conclusion.issue),
        unitId: conclusion.unitId,
      });
    });
  }

  private async numberFor({ now }: ConclusionRow): Promise<string> {
    const year = countyYear(now);
    return `督结〔${year}〕${await this.numbers.next('conclusion', year)}号`;
  }

  private note(
    tx: EntityManager,
    { id, inspectionId, state }: ConclusionRow,
    {
      on,
      to,
      by,
      facts,
    }: { on: string; to: string; by: ConclusionCommand['by']; facts: Record<string, string | number> },
  ): Promise<void> {
    return this.audit.record(tx, {
      act: `conclusion.${on}`,
      subject: { type: 'conclusion', id },
      about: inspectionId,
      by,
      from: state,
      to,
      facts,
    });
  }
}
