import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { type NeedEvent, type NeedKind, needLifecycle, type NeedState } from '../domain/need-lifecycle.js';
import { needFault } from '../need-faults.js';

/** A need as it is stored. */
export interface NeedRow {
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly kind: NeedKind;
  readonly title: string;
  readonly body: string;
  readonly state: NeedState;
  readonly taskId: string | null;
}

/** SQL condition: the need is of one of the actor's units; everybody else who may read sees all. */
export const ownNeeds = (by: Actor): readonly string[] | null =>
  by.role === 'unit_head' || by.role === 'unit_liaison' || by.role === 'unit_staff' ? by.unitIds : null;

/**
 * A need that is about to move, locked.
 * @throws Fault `need.notFound` also for one of another unit, `http.preconditionFailed`, `need.moveRefused`
 */
export async function needToMove(
  tx: EntityManager,
  {
    id,
    version,
    on,
    by,
  }: { readonly id: string; readonly version: number; readonly on: NeedEvent; readonly by: Actor },
): Promise<{ readonly need: NeedRow; readonly to: NeedState }> {
  const [need] = await tx.query<NeedRow[]>(
    `select n.id, n.version, n.unit_id as "unitId", u.name as "unitName", u.path as "unitPath", n.kind, n.title, n.body, n.state, n.task_id as "taskId"
     from upward_need n join unit u on u.id = n.unit_id where n.id = $1 and ($2::uuid[] is null or n.unit_id = any($2)) for update of n`,
    [id, ownNeeds(by)],
  );
  if (!need) throw needFault('notFound');
  refuseStale(need, version);
  const to = nextState(needLifecycle, need.state, on);
  if (to === undefined) throw needFault('moveRefused', { from: need.state, on });
  return { need, to };
}

/** Ends a need with somebody's words. */
export async function settleNeed(
  tx: EntityManager,
  id: string,
  settled: { readonly to: NeedState; readonly words: string; readonly by: Actor },
): Promise<void> {
  await tx.query(
    `update upward_need set state = $2, settled_words = $3, settled_by = $4, settled_at = now(), version = version + 1 where id = $1`,
    [id, settled.to, settled.words, settled.by.personId],
  );
}
