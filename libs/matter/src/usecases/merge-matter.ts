import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { mergeTargetStates } from '../domain/matter-lifecycle.js';
import { matterFault } from '../matter-faults.js';
import type { MatterRow } from '../rows/matter.row.js';
import { MatterMoves } from './matter-moves.js';
import { lockMatter, readSeenMatter } from './matter-reading.js';

/** Puts one matter into another. */
export interface MergeMatterCommand {
  readonly matterId: string;
  readonly version: number;
  readonly intoId: string;
  readonly by: Actor;
}

/** 并案办理: the work goes on in the other matter, whose reply answers the askers of both. What was merged into this one goes along. */
@Injectable()
export class MergeMatter {
  constructor(
    private readonly store: Store,
    private readonly moves: MatterMoves,
  ) {}

  /** @throws Fault `matter.mergeRefused` when the other is this one, unknown, itself merged or over */
  async run({ matterId, version, intoId, by }: MergeMatterCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      if (intoId === matterId) throw mergeRefusal('self');
      const target = await lockMergeTarget(tx, intoId);
      if (seen.restricted) throw matterFault('restrictedWay');
      if (target.restricted) throw mergeRefusal('known');
      await this.put(tx, seen, intoId, by);
    });
  }

  /** The move itself, into a target that is locked and fit. @throws Fault `matter.moveRefused`, `store.movedOn` */
  async put(tx: EntityManager, seen: MatterRow, intoId: string, by: Actor): Promise<void> {
    await this.moves.make(tx, seen, { on: 'merge', by, changes: { mergedIntoId: intoId }, facts: { intoId } });
    // whoever puts the target aside at this moment must look again
    await tx.query('update matter set version = version + 1 where id = $1', [intoId]);
    await tx.query('update matter set merged_into_id = $2, version = version + 1 where merged_into_id = $1', [
      seen.id,
      intoId,
    ]);
  }
}

/** The matter into which others go, locked. @throws Fault `matter.mergeRefused` when it is unknown, itself merged or over */
export async function lockMergeTarget(tx: EntityManager, intoId: string): Promise<MatterRow> {
  const target = await lockMatter(tx, intoId).catch(() => {
    throw mergeRefusal('known');
  });
  if (target.mergedIntoId !== null || !mergeTargetStates.includes(target.state)) throw mergeRefusal('open');
  return target;
}

/** Why a matter takes no other one in. */
export const mergeRefusal = (constraint: 'self' | 'known' | 'open') =>
  matterFault('mergeRefused', {}, [
    { path: 'intoId', message: 'is not a matter whose work is still to be done', constraint },
  ]);
