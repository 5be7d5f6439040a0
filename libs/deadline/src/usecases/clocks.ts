import { Injectable } from '@nestjs/common';
import type { Doer } from '@ducha/audit';
import { statesThatAllow, type WorkingCalendar } from '@ducha/kernel';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { TimeChange } from '../domain/clock-consequences.js';
import { clockLifecycle } from '../domain/clocks/clock-lifecycle.js';
import { ClockRules, type RuleBook } from '../domain/clocks/clock-rules.js';
import type { Ladder } from '../domain/ladders/ladder.js';
import { type ClockSteps, isIdle, type NewDate } from '../domain/clocks/clock-steps.js';
import { profileFor } from '../domain/profiles/profiles.js';
import { Calendars } from '../queries/calendars.js';
import { Ladders } from '../queries/ladders.query.js';
import { LawProfiles } from '../queries/law-profiles.js';
import { clockInsert, clocksJson } from './clock-sql.js';

/** Whence a clock can still end. */
const openStates = statesThatAllow(clockLifecycle, 'meet');

const armSql = prepared(clockInsert('$1'));
const endSql = prepared(`
  update clock c set state = e.state, ended_at = coalesce(e.at, now()), next_rung_at = null, held_at = null, version = c.version + 1
  from jsonb_to_recordset($1::jsonb) as e(id uuid, state text, at timestamptz)
  where c.id = e.id and c.state = any($2)`);
const suspendSql = prepared(`
  with stopped as (
    update clock c set state = 'suspended', suspended_at = s.at, next_rung_at = null, version = c.version + 1
    from jsonb_to_recordset($1::jsonb) as s(id uuid, at timestamptz) where c.id = s.id and c.state = 'running' returning c.id, c.suspended_at
  ) insert into clock_suspension (clock_id, from_at) select id, suspended_at from stopped`);
const datesSql = prepared(`
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as d(id uuid, change_id uuid, because text, due_at timestamptz, started_at timestamptz, next_rung int, next_rung_at timestamptz)
  ), ended as (
    update clock_suspension s set to_at = now() from wanted w where s.clock_id = w.id and s.to_at is null and w.because = 'suspension'
  ), changed as (
    insert into clock_change (id, clock_id, because, due_before, due_after, changed_by, changed_at)
    select w.change_id, c.id, w.because, c.due_at, w.due_at, $2::uuid, now() from wanted w join clock c on c.id = w.id
    where c.state in ('running', 'suspended') and c.due_at <> w.due_at
  )
  update clock c set state = 'running', suspended_at = null, due_at = w.due_at, started_at = coalesce(w.started_at, c.started_at), term = case when w.because in ('correction', 'extension', 'waiting') then null else c.term end, next_rung = w.next_rung, next_rung_at = w.next_rung_at, version = c.version + 1
  from wanted w where c.id = w.id and c.state in ('running', 'suspended')`);

const holdSql = prepared(`
  update clock c set held_at = h.at, version = c.version + 1
  from jsonb_to_recordset($1::jsonb) as h(id uuid, at timestamptz) where c.id = h.id and c.state in ('running', 'suspended')`);

/** A term of a select list that changes whenever a calendar or a profile does. */
export const timeRulesSql = `(select string_agg(r.token::text, ' ' order by r.kind) from time_rules r)`;

/** The clocks of the county: by which rules they run, and what is done to them, set-wise and in the transaction of the deed. */
@Injectable()
export class Clocks {
  private known: { readonly tokens: string; readonly rules: ClockRules } | undefined;

  constructor(
    private readonly store: Store,
    private readonly calendars: Calendars,
    private readonly profiles: LawProfiles,
    private readonly ladders: Ladders,
  ) {}

  /**
   * The rules in force in this county.
   * @param tokens  what `timeRulesSql` answered in a statement of the same transaction; looked up when absent
   */
  async rules(tokens?: string): Promise<ClockRules> {
    const now = tokens ?? (await this.tokens());
    if (this.known?.tokens === now) return this.known.rules;
    const rules = new ClockRules(await this.book());
    this.known = { tokens: now, rules };
    return rules;
  }

  /** The rules as a change would make them. */
  async rulesAfter(change: TimeChange): Promise<ClockRules> {
    const book = await this.book();
    if (change.kind === 'law_profile') {
      const { after } = change;
      return new ClockRules({ ...book, byCode: (code) => (code === after.code ? after : book.byCode(code)) });
    }
    const { calendar, unitId } = change;
    if (unitId === null) return new ClockRules({ ...book, calendar, calendarOf: withCounty(book, calendar) });
    const below = await this.store.query<{ id: string }>(
      'select u.id from unit u join unit above on above.id = $1 where starts_with(u.path, above.path)',
      [unitId],
    );
    const ids = new Set(below.map(({ id }) => id));
    return new ClockRules({ ...book, calendarOf: (id) => (ids.has(id ?? '') ? calendar : book.calendarOf(id)) });
  }

  /** The rules with other ladders. */
  async rulesWith(ladders: readonly Ladder[]): Promise<ClockRules> {
    return new ClockRules({ ...(await this.book()), ladders });
  }

  private async tokens(): Promise<string> {
    return (await this.store.queryOne<{ tokens: string }>(`select ${timeRulesSql} as tokens`))?.tokens ?? '';
  }

  private async book(): Promise<RuleBook> {
    const [profiles, calendar] = [await this.profiles.all(), await this.calendars.forUnit(null)];
    const [place = '', units] = [await this.placeOfCounty(), await this.unitsWithOwnDays()];
    return {
      calendar,
      calendarOf: (unitId) => units.get(unitId ?? '') ?? calendar,
      lawFor: (kind, day) => profileFor(profiles, { kind, place, day }),
      byCode: (code) => profiles.find((profile) => profile.code === code),
      ladders: await this.ladders.all(),
    };
  }

  /** Units below a calendar that is not the county’s, with that calendar. */
  private async unitsWithOwnDays(): Promise<Map<string, WorkingCalendar>> {
    if ((await this.calendars.kept()).length === 1) return new Map();
    const units = await this.store.query<{ id: string }>(
      `select u.id from unit u where exists (select 1 from work_calendar c join unit above on above.id = c.unit_id
         where c.ended_at is null and starts_with(u.path, above.path))`,
    );
    return this.calendars.forUnits(units.map(({ id }) => id));
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
    const held = [...steps.hold, ...steps.release.map((id) => ({ id, at: null }))];
    if (held.length > 0) await tx.query(holdSql, [JSON.stringify(held)]);
    if (steps.suspend.length > 0) await tx.query(suspendSql, [JSON.stringify(steps.suspend)]);
    const dates = [...steps.resume, ...steps.move];
    if (dates.length > 0) await tx.query(datesSql, [datesJson(dates), by?.personId ?? null]);
    // what moved its date and ended in one act ended by that date
    if (ended.length > 0) await tx.query(endSql, [JSON.stringify(ended), openStates]);
    if (steps.arm.length > 0) await tx.query(armSql, [clocksJson(steps.arm)]);
  }
}

/** Units that work by the county’s days work by its new ones. */
const withCounty =
  (book: RuleBook, calendar: WorkingCalendar): RuleBook['calendarOf'] =>
  (unitId) => {
    const own = book.calendarOf(unitId);
    return own === book.calendar ? calendar : own;
  };

const datesJson = (dates: readonly NewDate[]): string =>
  JSON.stringify(
    dates.map((date) => ({
      id: date.id,
      change_id: date.changeId,
      because: date.because,
      due_at: date.dueAfter,
      started_at: date.startedAt ?? null,
      next_rung: date.nextRung,
      next_rung_at: date.nextRungAt,
    })),
  );
