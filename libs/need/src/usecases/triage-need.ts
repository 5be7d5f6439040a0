import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Fault } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import { emptyTask, type NewTask, OpenByDoor, ProposeTask } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { mayHold, type NeedKind, type Placed } from '../domain/need-lifecycle.js';
import { needFault } from '../need-faults.js';
import { needToMove, type NeedRow, settleNeed } from './need-rows.js';

/**
 * Its registration (立项) needs a door like every other: a standing mandate for upward needs, or the word of the principal before
 * whom it is put, which also gives a township what its duty lists keep from it.
 */
export type NeedDoor = { readonly mandateId: string } | { readonly principalId: string };

/** How the bureau passes a need up. */
export interface RegisterNeedCommand {
  readonly id: string;
  readonly version: number;
  readonly door: NeedDoor;
  readonly holderUnitId: string;
  readonly dueAt: Date;
  readonly category: string | null;
  readonly by: Actor;
}

/** The bureau decides what becomes of a need: it goes to a holder with a date, or is declined with a reason. */
@Injectable()
export class TriageNeed {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly doors: OpenByDoor,
    private readonly propose: ProposeTask,
  ) {}

  /**
   * Under a mandate its task is sent out at once, before a principal it waits for his word.
   * @returns the id of the task
   * @throws Fault `need.*`; `task.*` as for every other registration and dispatch
   */
  register({ id, version, door, holderUnitId, dueAt, category, by }: RegisterNeedCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { need, to } = await needToMove(tx, { id, version, on: 'register', by });
      await refuseHolder(tx, need, holderUnitId);
      const task = {
        ...emptyTask,
        kind: 'upward_need' as const,
        category,
        title: need.title,
        demand: `${need.unitName}诉求（${kindNames[need.kind]}）：${need.body}`,
        leadUnitId: holderUnitId,
        dueAt,
      };
      const taskId = await this.open(task, door, by).catch(refuseByOwnName);
      await tx.query('update upward_need set state = $2, task_id = $3, version = version + 1 where id = $1', [
        id,
        to,
        taskId,
      ]);
      await this.record(tx, need, {
        act: 'need.register',
        to,
        by,
        words: null,
        facts: { taskId, holderUnitId, ...door },
        kind: 'mandateId' in door ? 'need.registered' : 'need.proposed',
      });
      return taskId;
    });
  }

  /** The unit reads why. */
  decline(id: string, version: number, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { need, to } = await needToMove(tx, { id, version, on: 'decline', by });
      await settleNeed(tx, id, { to, words: reason, by });
      await this.record(tx, need, { act: 'need.decline', to, by, words: reason, facts: {}, kind: 'need.declined' });
    });
  }

  private async open(task: NewTask, door: NeedDoor, by: Actor): Promise<string> {
    const through =
      'mandateId' in door
        ? ({ door: 'mandate', mandateId: door.mandateId, instruction: null, dispatch: true, by } as const)
        : ({ door: 'draft', mandateId: null, instruction: null, dispatch: false, by } as const);
    const [opened] = await this.doors.run([task], through);
    if (!opened) throw new Error('a task was neither opened nor refused');
    const { id: taskId, version } = opened;
    if ('principalId' in door) await this.propose.run({ taskId, version, completed: door, by });
    return taskId;
  }

  private async record(
    tx: EntityManager,
    { id, unitId, state }: NeedRow,
    {
      act,
      to,
      by,
      words,
      facts,
      kind,
    }: { act: string; to: string; by: Actor; words: string | null; facts: Record<string, string>; kind: string },
  ): Promise<void> {
    await this.audit.record(tx, { act, subject: { type: 'need', id }, by, from: state, to, facts, words });
    await this.notices.tell(tx, [{ kind, unitId, facts: { needId: id }, dedupeKey: `${kind}:${id}` }]);
  }
}

/** The task's lead is the need's holder: whoever asked reads the name of the field that was sent. */
function refuseByOwnName(cause: unknown): never {
  if (!(cause instanceof Fault)) throw cause;
  const errors = cause.errors.map((error) =>
    error.path === 'leadUnitId' ? { ...error, path: 'holderUnitId' } : error,
  );
  throw new Fault(cause.code, cause.spec, cause.facts, errors);
}

const kindNames: Record<NeedKind, string> = { funds: '资金', policy: '政策', approval: '审批', other: '其他' };

async function refuseHolder(tx: EntityManager, { unitId, unitPath }: NeedRow, holderUnitId: string): Promise<void> {
  const [holder] = await tx.query<Placed[]>(
    'select id, path from unit where id = $1 and from_at <= now() and (to_at is null or to_at > now())',
    [holderUnitId],
  );
  const error = { path: 'holderUnitId', message: 'does not exist today', constraint: 'known' };
  if (!holder) throw needFault('unknownUnit', {}, [error]);
  if (!mayHold(holder, { id: unitId, path: unitPath }))
    throw needFault('holderBelow', {}, [{ ...error, message: 'asks itself or lies below', constraint: 'above' }]);
}
