import { Injectable } from '@nestjs/common';
import type { Doer } from '@ducha/audit';
import type { EntityManager } from 'typeorm';
import { mayBeSplit } from '../domain/task-actions.js';
import { TaskRow } from '../rows/task.row.js';
import { taskFault } from '../task-faults.js';
import { RollUp } from './roll-up.js';
import { standingOf, taskStateAfter } from './task-reading.js';

/** Looks after the parents of tasks that are opened below one. */
@Injectable()
export class ParentTasks {
  constructor(private readonly rollUp: RollUp) {}

  /** Locks the parent and answers it. @throws Fault `task.unknownParent`, `task.moveRefused`, `task.alreadyAssigned` */
  async refuseUnsplittable(tx: EntityManager, parentId: string): Promise<TaskRow> {
    const parent = await tx.findOne(TaskRow, { where: { id: parentId }, lock: { mode: 'pessimistic_write' } });
    if (!parent)
      throw taskFault('unknownParent', {}, [{ path: 'parentId', message: 'does not exist', constraint: 'known' }]);
    taskStateAfter(parent, 'split');
    if (!mayBeSplit(await standingOf(tx, parent))) throw taskFault('alreadyAssigned');
    return parent;
  }

  /** After children were opened below it. */
  joined(tx: EntityManager, parentId: string, by: Doer | null): Promise<void> {
    return this.rollUp.after(tx, parentId, by);
  }
}
