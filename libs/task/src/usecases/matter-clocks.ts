import { Inject, Injectable } from '@nestjs/common';
import {
  type ClockKind,
  Clocks,
  type ClockSteps,
  type ClockSubject,
  noSteps,
  type NewClock,
  timeRulesSql,
} from '@ducha/deadline';
import { IDS, type Ids } from '@ducha/kernel';
import { idsAt, prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';

interface Intake {
  readonly id: string;
  readonly kind: string;
  readonly wanted: 'triage' | 'reply' | null;
  /** The clock that runs; at most one. */
  readonly clockId: string | null;
  readonly clockKind: ClockKind | null;
  /** What it counted has been done; else it is over without that. */
  readonly done: boolean;
  readonly since: Date;
  readonly now: Date;
  readonly timeRules: string;
}

/**
 * What came in and is neither registered nor settled is to be handled; what is done, and was asked by somebody who is owed an answer,
 * is to be answered. Accusations keep their own way and say nothing here.
 */
const factsSql = prepared(`
  select m.id, m.kind, c.id as "clockId", c.kind as "clockKind", now() as now, ${timeRulesSql} as "timeRules",
    case when m.restricted then null when m.state = 'received' then 'triage'
      when m.state = 'registered' and w.over is not null and not w.working and exists (
        select 1 from signatory s where s.matter_id = m.id and not exists (select 1 from reply r where r.signatory_id = s.id and r.round = m.round)) then 'reply' end as wanted,
    case c.kind when 'triage' then m.state <> 'received' else m.state <> 'registered' end as done,
    case when m.state = 'registered' then coalesce(w.over, now()) else now() end as since
  from matter m
    left join lateral (select max(t.closed_at) as over, bool_or(t.state not in ('closed', 'effective', 'cancelled')) as working
      from task t where t.matter_id = m.id and t.parent_id is null) w on true
    left join lateral (select k.id, k.kind from clock k where k.matter_id = m.id and k.state = 'running' limit 1) c on true
  where m.id = any(${idsAt('$1')})`);

/** The bureau’s own time before a task is there and after it is closed: what came in is handled, who asked is answered. */
@Injectable()
export class MatterClocks {
  constructor(
    private readonly clocks: Clocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Brings the clocks of matters into agreement with where these stand. Safe to repeat. */
  async follow(tx: EntityManager, matterIds: readonly string[]): Promise<void> {
    if (matterIds.length === 0) return;
    const rows = await tx.query<Intake[]>(factsSql, [matterIds]);
    const changed = rows.filter(({ wanted, clockKind }) => wanted !== clockKind);
    const [first] = changed;
    if (!first) return;
    const rules = await this.clocks.rules(first.timeRules);
    const ended = changed.flatMap(({ clockId, done, now }) =>
      clockId === null ? [] : [{ id: clockId, done, at: now }],
    );
    const steps: ClockSteps = {
      ...noSteps,
      meet: ended.filter(({ done }) => done).map(({ id, at }) => ({ id, at })),
      cancel: ended.filter(({ done }) => !done).map(({ id }) => id),
      arm: changed.flatMap((row) => this.armed(row, rules) ?? []),
    };
    await this.clocks.apply(tx, steps, null);
  }

  private armed(row: Intake, rules: Awaited<ReturnType<Clocks['rules']>>): NewClock | undefined {
    if (row.wanted === null) return undefined;
    const subject: ClockSubject = {
      kind: row.wanted,
      subjectType: 'matter',
      subjectId: row.id,
      taskId: null,
      matterId: row.id,
      unitId: null,
      holder: 'bureau',
      sourceKind: row.kind,
      importance: 'ordinary',
    };
    return rules.own(subject, row.wanted, { id: this.ids.next(), startedAt: row.since, now: row.now });
  }
}
