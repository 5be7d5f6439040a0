import { unitNameAt } from '@ducha/access';
import type { AssignmentState, Duty } from '../domain/assignment-lifecycle.js';
import type { TaskState } from '../domain/task-lifecycle.js';
import { reportDutyColumns, type ReportDutyFacts } from './report-duty.js';

/** One assignment with what its view needs of the task, flat. */
export interface AssignmentFacts extends ReportDutyFacts {
  id: string;
  version: number;
  taskId: string;
  unitId: string;
  unitName: string;
  duty: Duty;
  round: number;
  state: AssignmentState;
  dueAt: Date | null;
  originalDueAt: Date | null;
  overdue: boolean;
  waivedAt: Date | null;
  queuedAt: Date;
  deliveredAt: Date | null;
  signedAt: Date | null;
  signedBy: string | null;
  signedName: string | null;
  submittedAt: Date | null;
  answeredAt: Date | null;
  acceptedAt: Date | null;
  predecessorId: string | null;
  number: string | null;
  title: string;
  demand: string;
  taskDueAt: Date | null;
  suspended: boolean;
  taskState: TaskState;
  kind: string;
  targetValue: number | null;
  targetUnit: string | null;
  currentValue: number | null;
  extensible: boolean;
  disputable: boolean;
  refusal: 'none' | 'recorded' | 'confirmed';
  refusalBy: string | null;
  refusedAt: Date | null;
  leadUnitId: string | null;
  assistsOpen: boolean;
}

/** Past its date while the unit still owes something, its time is not stopped and no word on it is waited for; `a` is an assignment. Unknown without a date: for `where`. */
export const pastDueAssignment = `(a.due_at < now() and a.state in ('queued', 'delivered', 'signed', 'submitted')
  and exists (select 1 from task running where running.id = a.task_id and running.suspended_at is null)
  and not exists (select 1 from clock held where held.subject_id = a.id and held.held_at is not null))`;

/** Select list and joins of `AssignmentFacts`; the caller adds `where`, order and limit. Aliases: `a` assignment, `t` task, `u` unit. */
export const assignmentFactsSql = `
  select a.id, a.version, a.task_id as "taskId", a.unit_id as "unitId", ${unitNameAt('u', 'a.queued_at')} as "unitName", a.duty, a.round, a.state, a.due_at as "dueAt",
    a.original_due_at as "originalDueAt", coalesce(${pastDueAssignment}, false) as overdue, a.waived_at as "waivedAt", a.queued_at as "queuedAt", a.delivered_at as "deliveredAt",
    a.signed_at as "signedAt", a.signed_by as "signedBy", signer.name as "signedName", a.submitted_at as "submittedAt", a.answered_at as "answeredAt",
    a.accepted_at as "acceptedAt", a.predecessor_id as "predecessorId", t.number, t.title, t.demand, t.due_at as "taskDueAt",
    t.suspended_at is not null as suspended, t.state as "taskState", t.kind, t.target_value::float8 as "targetValue", t.target_unit as "targetUnit",
    t.current_value::float8 as "currentValue", ${reportDutyColumns},
    coalesce(a.due_at > now(), false) and not exists (select 1 from extension x where x.assignment_id = a.id and x.state = 'asked') as extensible,
    not exists (select 1 from dispute x where x.assignment_id = a.id and x.state in ('raised', 'ruled')) as disputable,
    case when refusal.assignment_id is null then 'none' when refusal.confirmed_at is null then 'recorded' else 'confirmed' end as refusal,
    refusal.recorded_by as "refusalBy", refusal.recorded_at as "refusedAt",
    (select lead.unit_id from assignment lead where lead.task_id = a.task_id and lead.round = a.round and lead.duty = 'lead'
       and lead.state not in ('moving', 'moved', 'recalled') limit 1) as "leadUnitId",
    a.duty = 'lead' and exists (select 1 from assignment s where s.task_id = a.task_id and s.round = a.round and s.duty = 'assist' and s.waived_at is null
       and s.state not in ('accepted', 'moved', 'recalled')) as "assistsOpen"
  from assignment a join task t on t.id = a.task_id join unit u on u.id = a.unit_id left join person signer on signer.id = a.signed_by
    left join person asker on asker.id = t.report_by left join service_refusal refusal on refusal.assignment_id = a.id`;
