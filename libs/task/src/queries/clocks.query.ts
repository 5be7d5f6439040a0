import { Injectable } from '@nestjs/common';
import { type Actor, PersonNames, scopeSql, SqlParams } from '@ducha/access';
import { Clocks, type ImportanceDegree, LegalBases, Rehearsal } from '@ducha/deadline';
import { dayOf, type TermUnit, wallClockOf } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { ClocksView, ClockView, OwnClocksView, RehearsalView } from '../http/clock.view.js';
import { taskFault } from '../task-faults.js';
import {
  concerns,
  conclusionOfClock,
  conclusionOfClockJoin,
  matterOfClock,
  matterOfClockJoin,
} from './clock-concerns.js';
import { TaskBriefs } from './task-briefs.query.js';

interface ClockRowRead extends Omit<ClockView, 'basis'> {
  readonly now: Date;
  readonly profile: string | null;
  readonly rule: string | null;
  readonly ladder: string;
  readonly termUnit: TermUnit | null;
  readonly sourceKind: string;
  readonly importance: ImportanceDegree;
  readonly fired: number[];
}

const columns = `
  now() as now, c.id, c.kind, c.task_id as "taskId", t.title as "taskTitle", ${conclusionOfClock} as conclusion, ${matterOfClock} as matter, case when c.subject_type = 'assignment' then c.subject_id end as "assignmentId",
  case when u.id is not null then jsonb_build_object('id', u.id, 'shortName', u.short_name) end as unit, c.holder, c.profile, c.rule, c.ladder,
  c.term ->> 'unit' as "termUnit", coalesce(t.kind, '') as "sourceKind", coalesce(t.importance, 'ordinary') as importance, array(select f.rung from clock_firing f where f.clock_id = c.id) as fired,
  c.started_at as "startedAt", c.original_due_at as "originalDueAt", c.due_at as "dueAt", c.legal_due_at as "legalDueAt", c.provisional, c.state,
  c.suspended_at as "suspendedAt", c.held_at as "heldAt", c.ended_at as "endedAt", c.state <> 'cancelled' and c.due_at < coalesce(c.ended_at, c.suspended_at, c.held_at, now()) as breached,
  (select coalesce(jsonb_agg(jsonb_build_object('because', h.because, 'dueBefore', h.due_before, 'dueAfter', h.due_after, 'changedAt', h.changed_at)
     order by h.changed_at), '[]') from clock_change h where h.clock_id = c.id) as changes`;
const tables = `clock c left join task t on t.id = c.task_id left join unit u on u.id = c.unit_id ${conclusionOfClockJoin} ${matterOfClockJoin}`;
const most = 500;
/** Days of which it is said whether they are off. */
const mostDays = 100;

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The clocks of a task, one’s own deadlines, and what clocks will say. */
@Injectable()
export class ClocksQuery {
  constructor(
    private readonly store: Store,
    private readonly bases: LegalBases,
    private readonly rehearsal: Rehearsal,
    private readonly rules: Clocks,
    private readonly briefs: TaskBriefs,
    private readonly names: PersonNames,
  ) {}

  /**
   * All clocks of a task, its units’ and the supervisors’; a unit reads the shares it may read.
   * @throws Fault `task.notFound`
   */
  async ofTask(taskId: string, by: Actor): Promise<ClocksView> {
    return this.viewOf(await this.rows(taskId, by));
  }

  /**
   * Open clocks that end in a span and concern the reader: those of the unit, of tasks the officer follows, of tasks the leader
   * is in charge of or asked for, of matters that wait for triage or for the reply to their askers. At most 500, soonest first.
   */
  async mine({ from, to }: Span, by: Actor): Promise<OwnClocksView> {
    const rows = [];
    for (const concerned of concerns) {
      const params = new SqlParams();
      const wanted = concerned(by, params);
      if (wanted === null) continue;
      const span = `c.due_at >= ${params.add(from)} and c.due_at < ${params.add(to)}`;
      rows.push(
        ...(await this.store.query<ClockRowRead>(
          `select ${columns} from ${tables} where c.state in ('running', 'suspended') and ${span} and ${wanted} order by c.due_at, c.id limit ${most}`,
          params.values,
        )),
      );
    }
    rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1)).splice(most);
    return { ...(await this.viewOf(rows)), daysOff: await this.daysOff({ from, to }, by) };
  }

  /** What will be said to whom and when if nothing is done. @throws Fault `task.notFound` */
  async rehearsed(taskId: string, by: Actor): Promise<RehearsalView> {
    const running = (await this.rows(taskId, by)).filter(({ state }) => state === 'running');
    const [first] = running;
    if (!first) return { notices: [] };
    const lines = await this.rehearsal.of(
      running.map((row) => ({ ...row, unitId: row.unit?.id ?? null })),
      first.now,
    );
    const people = await this.names.ofPersons(lines.flatMap(({ hearers }) => hearers.personIds));
    const byId = new Map(running.map((row) => [row.id, row]));
    return {
      notices: lines.flatMap(({ clockId, at, action, level, hearers }) => {
        const clock = byId.get(clockId);
        if (!clock) return [];
        const units = clock.unit && hearers.unitIds.length > 0 ? [clock.unit] : [];
        const named = hearers.personIds.flatMap((id) => people.get(id) ?? []);
        return [{ at, clockId, kind: clock.kind, action, level, units, people: named, vacant: [...hearers.vacant] }];
      }),
    };
  }

  private async daysOff({ from, to }: Span, { unitId }: Actor): Promise<string[]> {
    const calendar = (await this.rules.rules()).daysOf(unitId);
    const first = wallClockOf(from).day;
    const days = Math.min(mostDays, Math.ceil((to.getTime() - from.getTime()) / 86_400_000));
    return Array.from({ length: Math.max(0, days) }, (_, at) => first + at)
      .filter((day) => !calendar.isWorking(day))
      .map((day) => dayOf(day));
  }

  private async rows(taskId: string, by: Actor): Promise<ClockRowRead[]> {
    if ((await this.briefs.one(taskId, by)) === null) throw taskFault('notFound');
    const params = new SqlParams();
    return this.store.query<ClockRowRead>(
      `select ${columns} from ${tables}
       where c.task_id = ${params.add(taskId)} and (c.subject_type = 'task' or exists (
         select 1 from assignment a where a.id = c.subject_id and ${scopeSql('assignment.read', by, 'a', params)}))
       order by c.started_at, c.id limit ${most}`,
      params.values,
    );
  }

  private async viewOf(rows: readonly ClockRowRead[]): Promise<ClocksView> {
    const basisOf = await this.bases.all();
    return {
      now: rows[0]?.now ?? (await this.now()),
      clocks: rows.map(({ now: _now, profile, rule, ...row }) => {
        const {
          ladder: _ladder,
          termUnit: _unit,
          sourceKind: _kind,
          importance: _degree,
          fired: _fired,
          ...clock
        } = row;
        return { ...clock, basis: basisOf(profile, rule) };
      }),
    };
  }

  private async now(): Promise<Date> {
    const [row] = await this.store.query<{ now: Date }>('select now() as now');
    if (!row) throw new Error('the database tells the time, always');
    return row.now;
  }
}
