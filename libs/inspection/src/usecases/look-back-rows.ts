import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import {
  checkLifecycle,
  type CheckEvent,
  type CheckState,
  type LookBackEvent,
  lookBackLifecycle,
  type LookBackState,
} from '../domain/look-back/look-back-lifecycle.js';
import { inspectionFault } from '../inspection-faults.js';

/** A round as it is stored. */
export interface LookBackRow {
  readonly id: string;
  readonly version: number;
  readonly drawId: string;
  readonly from: Date;
  readonly to: Date;
  readonly leastPercent: number;
  readonly mostPercent: number;
  readonly state: LookBackState;
}

/** A check as it is stored. */
export interface CheckRow {
  readonly id: string;
  readonly version: number;
  readonly lookBackId: string;
  readonly taskId: string;
  readonly round: number;
  readonly rowId: string;
  readonly checkerId: string;
  readonly state: CheckState;
}

/**
 * A round that is about to move, locked.
 * @throws Fault `inspection.lookBackNotFound`, `http.preconditionFailed`, `inspection.moveRefused`
 */
export async function lookBackToMove(
  tx: EntityManager,
  { id, version, on }: { readonly id: string; readonly version: number; readonly on: LookBackEvent },
): Promise<{ readonly lookBack: LookBackRow; readonly to: LookBackState }> {
  const [lookBack] = await tx.query<LookBackRow[]>(
    `select id, version, draw_id as "drawId", from_at as "from", to_at as "to", least_percent as "leastPercent", most_percent as "mostPercent", state
     from look_back where id = $1 for update`,
    [id],
  );
  if (!lookBack) throw inspectionFault('lookBackNotFound');
  refuseStale(lookBack, version);
  const to = nextState(lookBackLifecycle, lookBack.state, on);
  if (to === undefined) throw inspectionFault('moveRefused', { from: lookBack.state, on });
  return { lookBack, to };
}

/** Writes where a locked round stands now. */
export async function moveLookBack(tx: EntityManager, id: string, to: LookBackState): Promise<void> {
  await tx.query('update look_back set state = $2, version = version + 1 where id = $1', [id, to]);
}

/**
 * A check that is about to move, locked.
 * @throws Fault `inspection.checkNotFound`, `http.preconditionFailed`, `inspection.moveRefused`
 */
export async function checkToMove(
  tx: EntityManager,
  { id, version, on }: { readonly id: string; readonly version: number; readonly on: CheckEvent },
): Promise<{ readonly check: CheckRow; readonly to: CheckState }> {
  const [check] = await tx.query<CheckRow[]>(
    `select id, version, look_back_id as "lookBackId", task_id as "taskId", round, row_id as "rowId", checker_id as "checkerId", state
     from look_back_check where id = $1 for update`,
    [id],
  );
  if (!check) throw inspectionFault('checkNotFound');
  refuseStale(check, version);
  const to = nextState(checkLifecycle, check.state, on);
  if (to === undefined) throw inspectionFault('moveRefused', { from: check.state, on });
  return { check, to };
}

/** What settles a check. */
export interface Settlement {
  readonly to: CheckState;
  readonly words: string;
  readonly reason: string | null;
  readonly personId: string;
}

/** Settles a locked check; the last one finishes its round. */
export async function settle(tx: EntityManager, check: CheckRow, done: Settlement): Promise<void> {
  await tx.query(
    `update look_back_check set state = $2, words = $3, reason = $4, settled_by = $5, settled_at = now(), version = version + 1 where id = $1`,
    [check.id, done.to, done.words, done.reason, done.personId],
  );
}

/** Finishes the round when nothing of it is open any more. Checks of one round wait for one another here, briefly. */
export async function finishIfSettled(tx: EntityManager, lookBackId: string): Promise<boolean> {
  const [round] = await tx.query<{ state: LookBackState }[]>('select state from look_back where id = $1 for update', [
    lookBackId,
  ]);
  const [open] = await tx.query<unknown[]>(
    `select 1 from look_back_check where look_back_id = $1 and state = 'assigned' limit 1`,
    [lookBackId],
  );
  const to = round && nextState(lookBackLifecycle, round.state, 'finish');
  if (open !== undefined || to === undefined) return false;
  await moveLookBack(tx, lookBackId, to);
  return true;
}
