import type { Actor } from '@ducha/access';
import type { ImportanceDegree } from '@ducha/deadline';
import type { Fault } from '@ducha/kernel';
import type { CaseOfficers } from '../domain/case-officer.js';
import type { TaskKind } from '../domain/task-kind.js';
import type { TaskState } from '../domain/task-lifecycle.js';
import type { TaskPlan } from '../domain/task-plan.js';
import type { OpenedTaskView } from '../http/opened-task.view.js';

/** A task that does not exist yet. */
export interface NewTask extends TaskPlan {
  readonly demand: string;
  readonly kind: TaskKind;
  /** `ordinary` when absent; what weighs more may start higher on its ladder. */
  readonly importance?: ImportanceDegree;
  /** A registration number made elsewhere, e.g. the matter's own; else the task takes the next of its series. */
  readonly number: string | null;
}

/** By which door a task is registered (立项), and the record that opened it. The caller has checked the authority. */
export interface RegisteredBy {
  readonly door: 'instruction' | 'mandate' | 'approved_proposal' | 'parent';
  readonly recordId: string | null;
}

/** Opens tasks in one act. */
export interface OpenTasksCommand {
  readonly tasks: readonly NewTask[];
  /** Null: they stay drafts. */
  readonly registeredBy: RegisteredBy | null;
  /** Sends them to their units in the same act; each then needs a lead and a due date. */
  readonly dispatch: boolean;
  readonly by: Actor;
  /** The leader in whose name an office registers; the audit row says so. */
  readonly inNameOf?: string | null;
  /** What the leader said with the act; stands on each task's timeline. */
  readonly words?: string | null;
  /** A principal names the units with this very act: the townships' lists do not bind him. The caller keeps his words. */
  readonly namedByPrincipal?: boolean;
  /** So many numbers made elsewhere, ascending. Asked for once all are judged: no number is lost on a task that is refused. */
  readonly numbers?: (count: number) => Promise<readonly string[]>;
  /** Judges by the same rules and writes nothing. */
  readonly dryRun?: boolean;
}

/** What came of it: `skipped` by the place in `tasks`, with the refusal. */
export interface OpenedTasks {
  readonly opened: readonly OpenedTaskView[];
  readonly skipped: readonly { readonly index: number; readonly fault: Fault }[];
}

/** A task on its way into the database. */
export interface Opening extends CaseOfficers {
  readonly id: string;
  readonly state: TaskState;
  readonly task: NewTask;
}

/** A plan without anything in it, to be spread under what is known. */
export const emptyTask: Omit<NewTask, 'kind'> = {
  title: '',
  demand: '',
  category: null,
  matterId: null,
  parentId: null,
  number: null,
  leadUnitId: null,
  assistUnitIds: [],
  dueAt: null,
  leadLeaderId: null,
  principalId: null,
  caseOfficerId: null,
  targetValue: null,
  targetUnit: null,
  reportEvery: null,
  reportWhy: null,
};
