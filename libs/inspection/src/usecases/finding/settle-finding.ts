import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { refuseStale } from '@ducha/http';
import { Store } from '@ducha/store';
import { findingFault } from '../../finding-faults.js';
import { authorsOf, findingAfter, findingToMove, lockedFinding } from '../../queries/finding/finding-rows.js';
import type { FindingCommand } from './confirm-finding.js';
import { personsBehind, refuseRecusedBehind } from './persons-behind.js';

/** What is said and shown with a step. */
export interface ShownStep extends FindingCommand {
  readonly words: string;
  readonly evidenceIds: readonly string[];
}

/** What becomes of a finding without a task: dismissed, merged, fixed on the spot (立行立改) and verified like any other claim. */
@Injectable()
export class SettleFinding {
  constructor(
    private readonly store: Store,
    private readonly evidence: EvidenceLinks,
    private readonly audit: Audit,
  ) {}

  /** It was none. @throws Fault `finding.moveRefused`; `inspection.recused`, as every step here */
  dismiss({ id, version, by, reason }: FindingCommand & { readonly reason: string }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { finding, to } = await findingToMove(tx, { id, version, on: 'dismiss' });
      await refuseRecusedBehind(tx, by, finding.unitId);
      await tx.query('update finding set state = $2, version = version + 1 where id = $1', [id, to]);
      await this.audit.record(tx, {
        ...actOf('dismiss', id, by),
        about: finding.inspectionId,
        from: finding.state,
        to,
        words: reason,
      });
    });
  }

  /**
   * Several groups saw the same thing: one finding stays, with the names and the evidence of all.
   * @throws Fault `finding.otherObject` naming `intoId`, `finding.authorMayNotConfirm` where the other author confirmed the one that stays
   */
  merge({ id, version, intoId, by }: FindingCommand & { readonly intoId: string }): Promise<void> {
    return this.store.transaction(async (tx) => {
      // always in the order of the ids, so that two merges never wait for each other
      for (const one of [id, intoId].sort()) await lockedFinding(tx, one);
      const gone = await lockedFinding(tx, id);
      const kept = await lockedFinding(tx, intoId);
      refuseStale(gone, version);
      await refuseRecusedBehind(tx, by, gone.unitId);
      const to = findingAfter(gone, 'merge');
      findingAfter(kept, 'merge');
      const same = gone.inspectionId === kept.inspectionId && gone.unitId === kept.unitId;
      if (!same || id === intoId)
        throw findingFault('otherObject', {}, [
          { path: 'intoId', message: 'is about another object', constraint: 'sameObject' },
        ]);
      await tx.query('update finding set merged_into = $2, version = version + 1 where merged_into = $1', [id, intoId]);
      await tx.query('update finding set state = $2, merged_into = $3, version = version + 1 where id = $1', [
        id,
        to,
        intoId,
      ]);
      await tx.query('update finding set version = version + 1 where id = $1', [intoId]);
      await this.audit.record(tx, {
        ...actOf('merge', id, by),
        about: gone.inspectionId,
        from: gone.state,
        to,
        facts: { intoId },
      });
    });
  }

  /** Put right while the group was there: a claim, until somebody else has verified it. */
  fix({ id, version, by, words, evidenceIds }: ShownStep): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { finding, to } = await findingToMove(tx, { id, version, on: 'fix_on_spot' });
      await refuseRecusedBehind(tx, by, finding.unitId);
      await this.evidence.tie(tx, evidenceIds, { type: 'finding_fix', id }, id, by);
      await tx.query(
        'update finding set state = $2, fixed_by = $3, told_at = coalesce(told_at, now()), version = version + 1 where id = $1',
        [id, to, by.personId],
      );
      await this.audit.record(tx, {
        ...actOf('fix_on_spot', id, by),
        about: finding.inspectionId,
        from: finding.state,
        to,
        words,
      });
    });
  }

  /** @throws Fault `finding.authorMayNotVerify` */
  verify({
    id,
    version,
    by,
    words,
    evidenceIds,
    verdict,
  }: ShownStep & { readonly verdict: 'verify' | 'redo' }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { finding, to } = await findingToMove(tx, { id, version, on: verdict });
      const own = [...(await authorsOf(tx, finding)), finding.fixedBy];
      if (personsBehind(by).some((person) => own.includes(person))) throw findingFault('authorMayNotVerify');
      await refuseRecusedBehind(tx, by, finding.unitId);
      await this.evidence.tie(tx, evidenceIds, { type: 'finding_check', id }, id, by);
      await tx.query('update finding set state = $2, verified_by = $3, version = version + 1 where id = $1', [
        id,
        to,
        verdict === 'verify' ? by.personId : null,
      ]);
      await this.audit.record(tx, {
        ...actOf(verdict, id, by),
        about: finding.inspectionId,
        from: finding.state,
        to,
        words,
      });
    });
  }
}

const actOf = (on: string, id: string, by: Actor) => ({ act: `finding.${on}`, subject: { type: 'finding', id }, by });
