import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { type FieldError, IDS, type Ids, type OfficeSpan } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { ClockConsequences } from '../domain/clock-consequences.js';
import { deadlineFault } from '../deadline-faults.js';
import { built, Calendars, type KeptCalendar } from '../queries/calendars.js';
import { holdRules, renewToken } from './rule-tokens.js';

/** The week and the office hours of a calendar; null where a unit keeps to the county's. */
export interface WantedWeek {
  readonly week: readonly boolean[] | null;
  readonly officeHours: readonly OfficeSpan[] | null;
}

/** Calendars of units that do not work as the county does, and the week of any calendar. */
@Injectable()
export class OwnCalendars {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly calendars: Calendars,
    private readonly clocks: ClockConsequences,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** A calendar of the unit's own that says nothing yet: everything is still the county's. @throws Fault `deadline.unitWithoutOwn`, `deadline.unitHasCalendar` */
  async begin(unitId: string, by: Doer): Promise<string> {
    return this.store.transaction(async (tx) => {
      await holdRules(tx, 'calendar');
      const [unit] = await tx.query<{ id: string }[]>(
        'select id from unit where id = $1 and parent_id is not null and from_at <= now() and (to_at is null or to_at > now())',
        [unitId],
      );
      if (!unit)
        throw deadlineFault('unitWithoutOwn', {}, [
          { path: 'unitId', message: 'is no such unit', constraint: 'known' },
        ]);
      if ((await this.calendars.kept()).some((one) => one.unitId === unitId)) throw deadlineFault('unitHasCalendar');
      const id = this.ids.next();
      await tx.query('insert into work_calendar (id, unit_id, made_at, version) values ($1, $2, now(), 1)', [
        id,
        unitId,
      ]);
      await this.settle(tx, { id, act: 'calendar.begin', by, facts: { unitId } });
      return id;
    });
  }

  /** @throws Fault `deadline.weekWrong` naming the field, `deadline.calendarNotFound`, `http.preconditionFailed` */
  async setWeek(id: string, version: number, wanted: WantedWeek, by: Doer): Promise<void> {
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'calendar');
      const own = await this.seen(id, version);
      const errors = faultsOfWeek(wanted, own.unitId === null);
      if (errors.length > 0) throw deadlineFault('weekWrong', {}, errors);
      const { week, officeHours } = wanted;
      await tx.query(
        `insert into calendar_week (calendar_id, revision, week, office_hours, made_by, made_at)
         select $1, coalesce(max(revision), 0) + 1, $2, $3, $4, now() from calendar_week where calendar_id = $1`,
        [id, week, officeHours === null ? null : JSON.stringify(officeHours), by.personId],
      );
      await this.settle(tx, { id, act: 'calendar.set_week', by, facts: {} });
    });
  }

  /** The unit goes by the county's calendar again. @throws Fault `deadline.countyCalendarStays`, `deadline.calendarNotFound`, `http.preconditionFailed` */
  async end(id: string, version: number, by: Doer): Promise<void> {
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'calendar');
      const own = await this.seen(id, version);
      if (own.unitId === null) throw deadlineFault('countyCalendarStays');
      await tx.query('update work_calendar set ended_at = now() where id = $1', [id]);
      await this.settle(tx, { id, act: 'calendar.end', by, facts: { unitId: own.unitId } });
    });
  }

  private async seen(id: string, version: number): Promise<KeptCalendar> {
    const own = (await this.calendars.kept()).find((one) => one.id === id);
    if (!own) throw deadlineFault('calendarNotFound');
    refuseStale(own, version);
    return own;
  }

  /** Renews the token first, so that the clocks are told of the calendar as it is now. */
  private async settle(tx: EntityManager, { id, act, by, facts }: Settled): Promise<void> {
    await tx.query('update work_calendar set version = version + 1 where id = $1', [id]);
    await renewToken(tx, 'calendar', this.ids);
    const kept = await this.calendars.kept();
    const [county] = kept;
    const own = kept.find((one) => one.id === id);
    if (county)
      await this.clocks.arrange({
        kind: 'calendar',
        unitId: own ? own.unitId : (facts.unitId ?? null),
        calendar: built(county, own ?? county),
        between: null,
      });
    await this.audit.record(tx, { act, subject: { type: 'calendar', id }, by, facts });
  }
}

interface Settled {
  readonly id: string;
  readonly act: string;
  readonly by: Doer;
  readonly facts: { readonly unitId?: string };
}

function faultsOfWeek({ week, officeHours }: WantedWeek, ofCounty: boolean): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string, constraint: string): void =>
    void errors.push({ path, message, constraint });
  if (ofCounty && week === null) wrong('week', 'the county must have a week', 'isDefined');
  if (ofCounty && officeHours === null) wrong('officeHours', 'the county must have office hours', 'isDefined');
  if (week !== null && !week.includes(true)) wrong('week', 'must hold a working day', 'worked');
  for (const [at, { from, to }] of (officeHours ?? []).entries()) {
    const former = officeHours?.[at - 1];
    if (to <= from) wrong(`officeHours[${at}].to`, 'must be later than the beginning', 'afterFrom');
    if (former && from <= former.to)
      wrong(`officeHours[${at}].from`, 'must be later than the end before it', 'afterFormer');
  }
  return errors;
}
