import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { In } from 'typeorm';
import { matterLifecycle } from '../domain/matter-lifecycle.js';
import { MatterRow } from '../rows/matter.row.js';
import { chosenMatters, type ChosenMatter, type Skipped, skippedOf } from './chosen-matters.js';
import { lockMergeTarget, MergeMatter, mergeRefusal } from './merge-matter.js';

/** Most matters that go into another one in one act: people look at each of them. */
export const MOST_MERGED_AT_ONCE = 50;

/** Puts several matters into one. */
export interface MergeMattersCommand {
  readonly matterIds: readonly string[];
  /** May be among `matterIds`: it stays what it is. */
  readonly intoId: string;
  /** Judges by the same rules and writes nothing. */
  readonly dryRun: boolean;
  readonly by: Actor;
}

/** What came of it: how many went in, how many people will be answered through the one, and what stayed as it was. */
export interface MergedMatters {
  readonly merged: number;
  readonly signatories: number;
  readonly skipped: readonly Skipped[];
}

/** 并案办理 of several at once: each of their askers is answered through the one that goes on. */
@Injectable()
export class MergeMatters {
  constructor(
    private readonly store: Store,
    private readonly merge: MergeMatter,
  ) {}

  /** @throws Fault `matter.mergeRefused` when nothing can go into the chosen one */
  run({ matterIds, intoId, dryRun, by }: MergeMattersCommand): Promise<MergedMatters> {
    return this.store.transaction(async (tx) => {
      const ids = [...new Set([...matterIds, intoId])];
      // all locked in one order: two people who merge crosswise wait for each other and do not block each other
      const { found, skipped } = await chosenMatters(this.store, { ids }, by, {
        act: 'matter.settle',
        state: 'received',
      });
      const target = await lockMergeTarget(tx, intoId);
      if (target.restricted || !found.some(({ id }) => id === intoId)) throw mergeRefusal('known');
      const others = found.filter(({ id }) => id !== intoId);
      const stay = skippedOf(others, refusalOf);
      const going = others.filter((one) => refusalOf(one) === undefined).map(({ id }) => id);
      const signatories = await this.answeredThrough(going);
      if (!dryRun)
        for (const seen of await tx.findBy(MatterRow, { id: In(going) })) await this.merge.put(tx, seen, intoId, by);
      return { merged: going.length, signatories, skipped: [...skipped, ...stay] };
    });
  }

  /** Everybody who is owed an answer by them or by what was merged into them before. */
  private async answeredThrough(ids: readonly string[]): Promise<number> {
    const row = await this.store.queryOne<{ n: number }>(
      `select count(*)::int as n from signatory s join matter m on m.id = s.matter_id where m.id = any($1) or m.merged_into_id = any($1)`,
      [ids],
    );
    return row?.n ?? 0;
  }
}

function refusalOf({ state, restricted }: Pick<ChosenMatter, 'state' | 'restricted'>): string | undefined {
  if (restricted) return 'matter.restrictedWay';
  return nextState(matterLifecycle, state, 'merge') === undefined ? 'matter.moveRefused' : undefined;
}
