import { Injectable } from '@nestjs/common';
import type { Doer } from '@ducha/audit';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { officialCalendar } from '../domain/calendars/official-calendar.js';
import { ClockRules } from '../domain/clocks/clock-rules.js';
import { type ClockSteps, isIdle, type NewDate } from '../domain/clocks/clock-steps.js';
import { profileByCode, profileFor } from '../domain/profiles/profiles.js';
import { OWN_RULES } from '../domain/profiles/own-rules.js';
import { clockInsert, clocksJson } from './clock-sql.js';

const armSql = prepared(clockInsert('$1'));
const endSql = prepared(`
  update clock c set state = e.state, ended_at = coalesce(e.at, now()), next_rung_at = null, version = c.version + 1
  from jsonb_to_recordset($1::jsonb) as e(id uuid, state text, at timestamptz)
  where c.id = e.id and c.state in ('running', 'suspended')`);
const suspendSql = prepared(`
  with stopped as (
    update clock c set state = 'suspended', suspended_at = s.at, next_rung_at = null, version = c.version + 1
    from jsonb_to_recordset($1::jsonb) as s(id uuid, at timestamptz) where c.id = s.id and c.state = 'running' returning c.id, c.suspended_at
  ) insert into clock_suspension (clock_id, from_at) select id, suspended_at from stopped`);
const datesSql = prepared(`
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as d(id uuid, change_id uuid, because text, due_at timestamptz, next_rung int, next_rung_at timestamptz)
  ), ended as (
    update clock_suspension s set to_at = now() from wanted w where s.clock_id = w.id and s.to_at is null and w.because = 'suspension'
  ), changed as (
    insert into clock_change (id, clock_id, because, due_before, due_after, changed_by, changed_at)
    select w.change_id, c.id, w.because, c.due_at, w.due_at, $2::uuid, now() from wanted w join clock c on c.id = w.id
    where c.state in ('running', 'suspended') and c.due_at <> w.due_at
  )
  update clock c set state = 'running', suspended_at = null, due_at = w.due_at, next_rung = w.next_rung, next_rung_at = w.next_rung_at, version = c.version + 1
  from wanted w where c.id = w.id and c.state in ('running', 'suspended')`);

/** The clocks of the county: by which rules they run, and what is done to them, set-wise and in the transaction of the deed. */
@Injectable()
export class Clocks {
  private place: string | undefined;

  constructor(private readonly store: Store) {}

  /** The rules in force in this county. */
  async rules(): Promise<ClockRules> {
    const place = (this.place ??= await this.placeOfCounty());
    return new ClockRules({
      calendar: officialCalendar,
      lawFor: (kind, day) => profileFor(kind, place ?? '', day),
      own: profileByCode(OWN_RULES),
    });
  }

  /** The division code of the county, which begins those of its townships; undefined while no unit has one. */
  private async placeOfCounty(): Promise<string | undefined> {
    const row = await this.store.queryOne<{ place: string | null }>(
      'select left(min(division_code), 6) as place from unit where division_code is not null',
    );
    return row?.place ?? undefined;
  }

  /** Carries steps out. @param by  whose deed moved a date */
  async apply(tx: EntityManager, steps: ClockSteps, by: Doer | null): Promise<void> {
    if (isIdle(steps)) return;
    const ended = [
      ...steps.meet.map(({ id, at }) => ({ id, state: 'met', at })),
      ...steps.cancel.map((id) => ({ id, state: 'cancelled', at: null })),
    ];
    if (ended.length > 0) await tx.query(endSql, [JSON.stringify(ended)]);
    if (steps.suspend.length > 0) await tx.query(suspendSql, [JSON.stringify(steps.suspend)]);
    const dates = [...steps.resume, ...steps.move];
    if (dates.length > 0) await tx.query(datesSql, [datesJson(dates), by?.personId ?? null]);
    if (steps.arm.length > 0) await tx.query(armSql, [clocksJson(steps.arm)]);
  }
}

const datesJson = (dates: readonly NewDate[]): string =>
  JSON.stringify(
    dates.map((date) => ({
      id: date.id,
      change_id: date.changeId,
      because: date.because,
      due_at: date.dueAfter,
      next_rung: date.nextRung,
      next_rung_at: date.nextRungAt,
    })),
  );
