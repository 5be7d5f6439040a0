import { UnitBrief } from '@ducha/org';
import type { TaskState } from '@ducha/task';
import type { NeedEvent, NeedKind, NeedState } from '../domain/need-lifecycle.js';

/** A person in one word. */
export class NeedPerson {
  id: string;
  name: string;
}

/** What the holder answered, signed off. */
export class NeedAnswerView {
  resultClass: string;
  body: string;
  signedOffAt: Date;
}

/** An upward need with what became of it. */
export class NeedView {
  id: string;
  version: number;
  unit: UnitBrief;
  /** funds 资金, policy 政策, approval 审批, other 其他 */
  kind: NeedKind;
  title: string;
  body: string;
  /** By when the unit wants it. */
  wantedBy: Date | null;
  state: NeedState;
  askedBy: NeedPerson;
  askedAt: Date;
  /** Who answers it; null until it is registered. */
  holder: UnitBrief | null;
  taskId: string | null;
  taskNumber: string | null;
  taskState: TaskState | null;
  dueAt: Date | null;
  overdue: boolean;
  /** What the holder reported last. */
  progress: string | null;
  answer: NeedAnswerView | null;
  /** Why it was declined, or how the unit solved it. */
  settledWords: string | null;
  settledBy: NeedPerson | null;
  settledAt: Date | null;
  actions: NeedEvent[];
}

/** What was made. */
export class AskedNeedView {
  id: string;
}
