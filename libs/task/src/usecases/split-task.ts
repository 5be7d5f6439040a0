import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Fault } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { taskKinds } from '../domain/task-kind.js';
import { childNumber } from '../domain/task-number.js';
import type { OpenedTaskView } from '../http/opened-task.view.js';
import type { TaskRow } from '../rows/task.row.js';
import { emptyTask, type NewTask } from './new-task.js';
import { OpenTasks } from './open-tasks.js';
import { ParentTasks } from './parent-tasks.js';
import { TaskMoves } from './task-moves.js';
import { readTask } from './task-reading.js';

/** Cuts a task into sub-tasks. */
export interface SplitTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly children: readonly Pick<NewTask, 'title' | 'demand' | 'leadUnitId' | 'assistUnitIds' | 'dueAt'>[];
  /** Sends the children out in the same act. */
  readonly dispatch: boolean;
  readonly by: Actor;
}

/** Splits a registered task before it is sent out itself; its children are registered with it, and it rolls up from them. */
@Injectable()
export class SplitTask {
  constructor(
    private readonly store: Store,
    private readonly parents: ParentTasks,
    private readonly tasks: OpenTasks,
    private readonly moves: TaskMoves,
  ) {}

  /** @throws Fault naming the child's field, e.g. `children[1].leadUnitId` */
  async run({ taskId, version, children, dispatch, by }: SplitTaskCommand): Promise<readonly OpenedTaskView[]> {
    return this.store.transaction(async (tx) => {
      refuseStale(await readTask(tx, taskId), version);
      const parent = await this.parents.refuseUnsplittable(tx, taskId);
      const [siblings] = await tx.query<{ n: number }[]>('select count(*)::int as n from task where parent_id = $1', [
        taskId,
      ]);
      const tasks = children.map((child, at) => childOf(parent, child, (siblings?.n ?? 0) + at + 1));
      const { opened, skipped } = await this.tasks.run({
        tasks,
        registeredBy: { door: 'parent', recordId: taskId },
        dispatch,
        by,
      });
      if (skipped[0]) throw atChild(skipped[0].fault, skipped[0].index);
      await this.moves.make(tx, parent, { on: 'split', by, facts: { children: opened.map(({ id }) => id) } });
      await this.parents.joined(tx, taskId, by);
      return opened;
    });
  }
}

/** A child is the parent's in everything but what it asks of whom. The principal hears of the parent, not of each child. */
function childOf(parent: TaskRow, child: SplitTaskCommand['children'][number], ordinal: number): NewTask {
  return {
    ...emptyTask,
    ...child,
    dueAt: child.dueAt ?? parent.dueAt,
    kind: taskKinds.find((kind) => kind === parent.kind) ?? 'registration_proposal',
    category: parent.category,
    matterId: parent.matterId,
    parentId: parent.id,
    leadLeaderId: parent.leadLeaderId,
    caseOfficerId: parent.caseOfficerId,
    number: childNumber(parent.number, ordinal),
  };
}

function atChild({ code, spec, facts, errors }: Fault, index: number): Fault {
  return new Fault(
    code,
    spec,
    facts,
    errors.map((error) => ({ ...error, path: `children[${index}].${error.path}` })),
  );
}
