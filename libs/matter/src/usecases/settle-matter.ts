import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { leavesNobodyBehind, type MatterStanding, mayBeClosed } from '../domain/matter-actions.js';
import { mayBeDeclined } from '../domain/matter-kind.js';
import { matterFault } from '../matter-faults.js';
import { standingOf } from '../queries/matter-standing.js';
import { MatterMoves } from './matter-moves.js';
import { readSeenMatter } from './matter-reading.js';

/** Acts that put a matter aside, end it or take it up again. */
export type Settlement = 'file' | 'decline' | 'hand_over' | 'pass_on' | 'return' | 'close' | 'reopen';

/** One of them, with its reason. */
export interface SettleMatterCommand {
  readonly matterId: string;
  readonly version: number;
  readonly on: Settlement;
  readonly by: Actor;
  readonly reason: string | null;
  /** The organ to which it is handed over. */
  readonly to?: string;
}

/** File (存查), decline (不予立项), hand over (移送), pass on (转送), take back, close, reopen. */
@Injectable()
export class SettleMatter {
  constructor(
    private readonly store: Store,
    private readonly moves: MatterMoves,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `matter.moveRefused` and what the rules of each act refuse */
  async run({ matterId, version, on, by, reason, to }: SettleMatterCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      refusals[on]?.(await standingOf(this.store, matterId));
      const words = to === undefined ? reason : `${to}：${reason ?? ''}`;
      await this.moves.make(tx, seen, { on, by, words });
      if (on === 'hand_over' || on === 'pass_on')
        await tx.query(
          `insert into hand_over (id, matter_id, manner, to_organ, reason, handed_by, handed_at) values ($1, $2, $3, $4, $5, $6, now())`,
          [this.ids.next(), matterId, on, to ?? '', reason ?? '', by.personId],
        );
      if (on === 'reopen') await this.moves.wakeTarget(tx, seen, by);
    });
  }
}

const refusals: Partial<Record<Settlement, (matter: MatterStanding) => void>> = {
  file: refuseLeavingOthers,
  decline: (matter) => {
    if (!mayBeDeclined(matter.kind)) throw matterFault('declineNotAllowed', { kind: matter.kind });
    refuseLeavingOthers(matter);
  },
  hand_over: refuseLeavingOthers,
  pass_on: refuseLeavingOthers,
  close: refuseUnfinished,
};

function refuseLeavingOthers(matter: MatterStanding): void {
  if (!leavesNobodyBehind(matter)) throw matterFault('hasMerged');
}

function refuseUnfinished(matter: MatterStanding): void {
  // a matter in any other state is refused by the table
  if (matter.state !== 'registered' || mayBeClosed(matter)) return;
  throw matterFault(matter.hasOpenTask && matter.owed === 0 ? 'tasksOpen' : 'replyOwed', { owed: matter.owed });
}
