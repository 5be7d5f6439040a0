import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { emptyTask, type NewTask, type OpenedTasks, OpenTasks } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { findingFault } from '../../finding-faults.js';
import { findingToMove } from '../../queries/finding/finding-rows.js';
import type { FindingCommand } from './confirm-finding.js';
import { refuseRecusedBehind } from './persons-behind.js';

/** What shall be put right by when. */
export interface RectificationOrder extends FindingCommand {
  readonly demand: string;
  readonly dueAt: Date;
}

const mostTitle = 60;

/** A confirmed finding becomes a task (整改) on the same engine: clock, answer, evidence, check by others, closing, look-back. */
@Injectable()
export class OrderRectification {
  constructor(
    private readonly store: Store,
    private readonly tasks: OpenTasks,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `finding.moveRefused`; `inspection.recused`; `task.*` where the task cannot be sent, naming the field */
  run({ id, version, demand, dueAt, by }: RectificationOrder): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { finding, to } = await findingToMove(tx, { id, version, on: 'order' });
      await refuseRecusedBehind(tx, by, finding.unitId);
      const title = `整改：${finding.words.slice(0, mostTitle)}`;
      const task = rectification({ title, demand, dueAt, unitId: finding.unitId });
      const { opened, skipped } = await openUnder(this.tasks, tx, finding.inspectionId, [task], by);
      const [first] = opened;
      if (!first) throw skipped[0]?.fault ?? findingFault('moveRefused');
      await tx.query(
        'update finding set state = $2, task_id = $3, told_at = coalesce(told_at, now()), version = version + 1 where id = $1',
        [id, to, first.id],
      );
      await this.audit.record(tx, {
        act: 'finding.order',
        subject: { type: 'finding', id },
        about: finding.inspectionId,
        by,
        from: finding.state,
        to,
        facts: { taskId: first.id, unitId: finding.unitId },
      });
    });
  }
}

/** A task that follows from what an inspection found. */
export const rectification = ({
  title,
  demand,
  dueAt,
  unitId,
}: {
  title: string;
  demand: string;
  dueAt: Date;
  unitId: string;
}): NewTask => ({
  ...emptyTask,
  kind: 'inspection_finding',
  title,
  demand,
  dueAt,
  leadUnitId: unitId,
});

/** Opens and sends tasks by the door through which their inspection was opened. */
export async function openUnder(
  tasks: OpenTasks,
  tx: EntityManager,
  inspectionId: string,
  wanted: readonly NewTask[],
  by: Actor,
): Promise<OpenedTasks> {
  const [inspection] = await tx.query<{ door: string }[]>('select door from inspection where id = $1', [inspectionId]);
  const door = inspection?.door === 'instruction' ? 'instruction' : 'approved_proposal';
  return tasks.run({ tasks: wanted, registeredBy: { door, recordId: inspectionId }, dispatch: true, by });
}
