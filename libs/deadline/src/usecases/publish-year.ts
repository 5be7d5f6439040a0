import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, type WorkingCalendar } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { type SetDay, withYear } from '../domain/calendars/calendar-year.js';
import { changeOf, faultsOfDays, type YearChange } from '../domain/calendars/year-rules.js';
import { ClockConsequences, type ClockMoves, type TimeChange } from '../domain/clock-consequences.js';
import { digestOf } from './digest.js';
import { deadlineFault } from '../deadline-faults.js';
import { built, Calendars } from '../queries/calendars.js';
import { holdRules, renewToken } from './rule-tokens.js';

/** The days of a year, as they are to be published. */
export interface WantedYear {
  readonly calendarId: string;
  readonly year: number;
  readonly days: readonly SetDay[];
}

/** How they are published. */
export interface YearPublication extends WantedYear {
  /** Where the notice can be read. */
  readonly addresses: readonly string[];
  readonly origin: 'form' | 'json' | 'ical' | 'sheet';
  /** Revision of the year that was seen; 0 where there was none. */
  readonly seen: number;
  readonly by: Doer | null;
}

/** What a publication would do. */
export interface YearPreview extends YearChange {
  /** Revision in force that it would follow; 0 where there is none. */
  readonly revision: number;
  readonly clocks: ClockMoves | null;
}

/** Publishes the days of a year: looked at first, then a revision of its own; the former ones stay readable. */
@Injectable()
export class PublishYear {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly calendars: Calendars,
    private readonly clocks: ClockConsequences,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `deadline.calendarNotFound`, `deadline.yearWrong` naming the days, `deadline.noDays` */
  async preview(wanted: WantedYear): Promise<YearPreview> {
    const { before, after, unitId } = await this.compared(wanted);
    return {
      ...changeOf(wanted.year, before, after),
      revision: await this.revisionOf(wanted),
      clocks: await this.clocks.preview(changed(wanted.year, unitId, after)),
    };
  }

  /** @throws Fault as `preview`, and `http.preconditionFailed` when somebody published the year meanwhile */
  async run(wanted: YearPublication): Promise<number> {
    return this.store.transaction(async (tx) => {
      await holdRules(tx, 'calendar');
      const { before, after, unitId } = await this.compared(wanted);
      refuseStale({ version: await this.revisionOf(wanted) }, wanted.seen);
      const { calendarId, year, days, addresses, origin, seen, by } = wanted;
      const digest = digestOf(days);
      await tx.query(
        `insert into calendar_year (calendar_id, year, revision, days, addresses, origin, digest, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
        [calendarId, year, seen + 1, JSON.stringify(days), addresses, origin, digest, by?.personId ?? null],
      );
      await renewToken(tx, 'calendar', this.ids);
      await this.clocks.arrange(changed(year, unitId, after));
      const { gained, lost } = changeOf(year, before, after);
      await this.audit.record(tx, {
        act: 'calendar.publish',
        subject: { type: 'calendar', id: calendarId },
        by,
        facts: { year, revision: seen + 1, gained: gained.length, lost: lost.length, digest },
      });
      return seen + 1;
    });
  }

  private async compared(wanted: WantedYear): Promise<Compared> {
    const { calendarId, year, days } = wanted;
    const kept = await this.calendars.kept();
    const [county] = kept;
    const own = kept.find(({ id }) => id === calendarId);
    if (!county || !own) throw deadlineFault('calendarNotFound');
    const beneath = built(county, own, withYear(own.years, { year, days: [] }));
    const errors = faultsOfDays(year, days, beneath);
    if (errors.length > 0) throw deadlineFault('yearWrong', { year }, errors);
    if (own === county && !days.some(({ working }) => !working))
      throw deadlineFault('noDays', {}, [{ path: 'days', message: 'holds no day off', constraint: 'notEmpty' }]);
    const after = built(county, own, withYear(own.years, { year, days }));
    return { before: built(county, own), after, unitId: own.unitId };
  }

  private async revisionOf({ calendarId, year }: WantedYear): Promise<number> {
    const row = await this.store.queryOne<{ revision: number }>(
      'select coalesce(max(revision), 0) as revision from calendar_year where calendar_id = $1 and year = $2',
      [calendarId, year],
    );
    return row?.revision ?? 0;
  }
}

interface Compared {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly unitId: string | null;
}

const changed = (year: number, unitId: string | null, calendar: WorkingCalendar): TimeChange => ({
  kind: 'calendar',
  unitId,
  calendar,
  between: [`${year - 1}-12-01`, `${year}-12-31`],
});
