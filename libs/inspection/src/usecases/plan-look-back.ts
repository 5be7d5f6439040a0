import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { commitmentOf } from '../domain/draw/draw.js';
import { lookBackLifecycle } from '../domain/look-back/look-back-lifecycle.js';
import type { SampleBounds } from '../domain/look-back/sample-plan.js';
import { nodeDigests } from '../node-digests.js';
import { inspectionFault } from '../inspection-faults.js';
import { purposeOf } from '../queries/sample-facts.js';
import { lookBackToMove, moveLookBack } from './look-back-rows.js';

/** A round that shall be drawn. */
export interface PlanLookBackCommand extends SampleBounds {
  readonly from: Date;
  readonly to: Date;
  readonly by: Actor;
}

/** Plans a round: makes its seed and commits to it, before the frame is taken. */
@Injectable()
export class PlanLookBack {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `inspection.periodReversed`, `inspection.boundsReversed` */
  run({ from, to, leastPercent, mostPercent, by }: PlanLookBackCommand): Promise<string> {
    refuseReversed(from, to, { leastPercent, mostPercent });
    return this.store.transaction(async (tx) => {
      const id = this.ids.next();
      const drawId = this.ids.next();
      const seed = Buffer.from(this.ids.token(), 'base64url').toString('hex');
      const commitment = commitmentOf(seed, nodeDigests);
      const purpose = purposeOf({ from, to });
      await tx.query(
        `insert into draw (id, purpose, commitment, seed, committed_by, committed_at) values ($1, $2, $3, $4, $5, now())`,
        [drawId, purpose, commitment, seed, by.personId],
      );
      await tx.query(
        `insert into look_back (id, draw_id, from_at, to_at, least_percent, most_percent, state, version) values ($1, $2, $3, $4, $5, $6, $7, 1)`,
        [id, drawId, from, to, leastPercent, mostPercent, lookBackLifecycle.initial],
      );
      const subject = { type: 'look_back', id };
      const facts = { drawId, commitment, leastPercent, mostPercent };
      await this.audit.record(tx, { act: 'look_back.plan', subject, by, to: lookBackLifecycle.initial, facts });
      return id;
    });
  }

  /** Before the draw only. @throws Fault `inspection.lookBackNotFound`, `inspection.moveRefused` */
  cancel(id: string, version: number, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { lookBack, to } = await lookBackToMove(tx, { id, version, on: 'cancel' });
      await moveLookBack(tx, id, to);
      await this.audit.record(tx, {
        act: 'look_back.cancel',
        subject: { type: 'look_back', id },
        by,
        from: lookBack.state,
        to,
      });
    });
  }
}

/** @throws Fault `inspection.periodReversed`, `inspection.boundsReversed` */
export function refuseReversed(from: Date, to: Date, { leastPercent, mostPercent }: SampleBounds): void {
  if (from >= to)
    throw inspectionFault('periodReversed', {}, [{ path: 'to', message: 'must be after from', constraint: 'after' }]);
  if (leastPercent > mostPercent)
    throw inspectionFault('boundsReversed', {}, [
      { path: 'mostPercent', message: 'must not be below leastPercent', constraint: 'min' },
    ]);
}
