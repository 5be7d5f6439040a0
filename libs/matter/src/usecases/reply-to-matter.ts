import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { mayBeReplied } from '../domain/matter-actions.js';
import { matterLifecycle } from '../domain/matter-lifecycle.js';
import { matterFault } from '../matter-faults.js';
import { standingOf } from '../queries/matter-standing.js';
import { lockMatter } from './matter-reading.js';
import { ReplyWriter, type SentReply } from './reply-writer.js';

/** An answer to the signatories of one matter. */
export interface ReplyToMatterCommand {
  readonly matterId: string;
  readonly version: number;
  readonly body: string;
  /** Null: everybody who waits, also the askers of matters merged into this one. */
  readonly signatoryIds: readonly string[] | null;
  readonly by: Actor;
}

/** 答复: one numbered reply per signatory. The matter is replied once none of its own signatories waits any more. */
@Injectable()
export class ReplyToMatter {
  constructor(
    private readonly store: Store,
    private readonly replies: ReplyWriter,
  ) {}

  /** @throws Fault `matter.moveRefused`, `tasksOpen`, `nobodyToAnswer`, `answeredThroughTarget`, `unknownSignatory` */
  async run({ matterId, version, body, signatoryIds, by }: ReplyToMatterCommand): Promise<SentReply[]> {
    return this.store.transaction(async (tx) => {
      const seen = await lockMatter(tx, matterId);
      refuseStale(seen, version);
      if (seen.mergedIntoId !== null) throw matterFault('answeredThroughTarget', { intoId: seen.mergedIntoId });
      if (nextState(matterLifecycle, seen.state, 'reply') === undefined)
        throw matterFault('moveRefused', { from: seen.state, on: 'reply' });
      const standing = await standingOf(this.store, matterId);
      if (!mayBeReplied(standing)) throw matterFault(standing.hasOpenTask ? 'tasksOpen' : 'nobodyToAnswer');
      const waiting = await this.replies.waiting([matterId]);
      const strangers = (signatoryIds ?? []).flatMap((id, at) =>
        waiting.some(({ signatoryId }) => signatoryId === id) ? [] : [at],
      );
      if (strangers.length > 0) throw unknownSignatories(strangers);
      const chosen =
        signatoryIds === null ? waiting : waiting.filter(({ signatoryId }) => signatoryIds.includes(signatoryId));
      const sent = await this.replies.send(
        tx,
        chosen.map((to) => ({ to, body })),
        by,
      );
      await tx.query('update matter set version = version + 1 where id = $1 and version = $2', [matterId, version]);
      return sent;
    });
  }
}

function unknownSignatories(places: readonly number[]) {
  const errors = places.map((at) => ({
    path: `signatoryIds[${at}]`,
    message: 'does not wait for an answer here',
    constraint: 'waiting',
  }));
  return matterFault('unknownSignatory', {}, errors);
}
