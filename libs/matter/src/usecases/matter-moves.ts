import { Injectable } from '@nestjs/common';
import { type ActFacts, Audit, type Doer } from '@ducha/audit';
import { nextState } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import { MatterClocks } from '@ducha/task';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { type MatterEvent, matterLifecycle, type MatterState } from '../domain/matter-lifecycle.js';
import { registrationSeries } from '../domain/matter-number.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';
import { MatterRow } from '../rows/matter.row.js';
import { lockMatter } from './matter-reading.js';
import { Numbering } from './numbering.js';

/** One move of a matter. */
export interface MatterMove {
  readonly on: MatterEvent;
  /** Null: time or an asker. */
  readonly by: Doer | null;
  readonly changes?: QueryDeepPartialEntity<MatterRow>;
  readonly facts?: ActFacts;
  readonly words?: string | null;
}

const ends: readonly MatterState[] = ['closed', 'filed', 'declined', 'handed_over'];

/** Moves matters along their table: compare-and-set, what every move brings with it, and the audit row. */
@Injectable()
export class MatterMoves {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly numbering: Numbering,
    private readonly clocks: MatterClocks,
  ) {}

  /** @throws Fault `matter.moveRefused`, `store.movedOn` */
  async make(
    tx: EntityManager,
    seen: MatterRow,
    { on, by, changes = {}, facts, words }: MatterMove,
  ): Promise<MatterState> {
    const state = nextState(matterLifecycle, seen.state, on);
    if (state === undefined) throw matterFault('moveRefused', { from: seen.state, on });
    const brought = { ...(await this.entering(seen, state, by)), ...changes };
    await compareAndSet(tx, MatterRow, seen, { state, ...brought });
    if (seen.state === 'received') await this.withdrawProposals(tx, seen.id, by);
    const act = {
      act: `matter.${on}`,
      subject: { type: 'matter', id: seen.id },
      by,
      from: seen.state,
      to: state,
      words: words ?? null,
    };
    await this.audit.record(tx, { ...act, ...(facts && { facts }) });
    await this.clocks.follow(tx, [seen.id]);
    return state;
  }

  /** A merged matter that comes back brings back the one it was merged into: there the work is done and the asker answered. */
  async wakeTarget(tx: EntityManager, merged: MatterRow, by: Doer | null): Promise<MatterRow | null> {
    const target = merged.mergedIntoId === null ? null : await lockMatter(tx, merged.mergedIntoId);
    const on = target?.state === 'replied' ? 'dissatisfied' : target?.state === 'closed' ? 'reopen' : undefined;
    if (target && on) await this.make(tx, target, { on, by, facts: { mergedId: merged.id } });
    return target;
  }

  /** What a state brings with it: a number, an end, a new round. */
  private async entering(
    seen: MatterRow,
    state: MatterState,
    by: Doer | null,
  ): Promise<QueryDeepPartialEntity<MatterRow>> {
    if (ends.includes(state)) return { closedAt: () => 'now()' };
    if (state === 'received') return { closedAt: null };
    if (state !== 'registered') return {};
    const isBack = seen.state !== 'received';
    const back = isBack ? { round: seen.round + 1, closedAt: null } : {};
    return seen.number === null
      ? { ...back, ...(await this.numbered(seen)), registeredBy: by?.personId ?? null }
      : back;
  }

  private async numbered({ kind }: MatterRow): Promise<QueryDeepPartialEntity<MatterRow>> {
    const { year } = await countyNow(this.store);
    const number = await this.numbering.next(registrationSeries(kind), year);
    return { number, registeredAt: () => 'now()' };
  }

  /** A proposal that still waits has nothing left to decide. */
  private async withdrawProposals(tx: EntityManager, matterId: string, by: Doer | null): Promise<void> {
    await tx.query(
      `update handling_proposal set decision = 'withdrawn', decided_by = $2, decided_at = now(), version = version + 1 where matter_id = $1 and decision is null`,
      [matterId, by?.personId ?? null],
    );
  }
}
