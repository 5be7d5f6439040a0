import { Injectable } from '@nestjs/common';
import { type CountingRules, dayNumberOf, Fault, type Term, wallClockOf, type WorkingCalendar } from '@ducha/kernel';
import { deadlineFault } from '../deadline-faults.js';
import { type Preview, previewOf } from '../domain/preview.js';
import { type ClockRule, type LawProfile, ownCounting, type YearlyDay } from '../domain/profiles/law-profile.js';
import type { DeadlinePreviewBody } from '../http/deadline.dto.js';
import type { DeadlinePreviewView } from '../http/deadline.view.js';
import { minutesOf } from '../http/time-of-day.js';
import { Calendars } from './calendars.js';
import { LawProfiles } from './law-profiles.js';

/** What is to be counted, and how. */
interface Wanted {
  readonly term: Term | YearlyDay;
  readonly counting: CountingRules;
  readonly legal?: { readonly profile: LawProfile; readonly clock: ClockRule };
}

/** Computes ends of time limits and keeps nothing. */
@Injectable()
export class PreviewDeadline {
  constructor(
    private readonly calendars: Calendars,
    private readonly profiles: LawProfiles,
  ) {}

  /** @throws Fault `deadline.unknownClock`, `deadline.termOrClock`, `calendar.yearNotPublished`, `calendar.termOutOfRange` */
  async run(body: DeadlinePreviewBody): Promise<DeadlinePreviewView> {
    const { term, counting, legal } = await this.wantedBy(body);
    const calendar = await this.calendars.forUnit(body.unitId ?? null);
    const from = new Date(body.from);
    const end = (of: Term | YearlyDay): Preview => previewOf(calendar, from, of, counting, body.guess === true);
    const due = end(term);
    const longest = legal?.clock.extendedTo;
    return {
      dueAt: due.at.toISOString(),
      day: due.day,
      countedDay: due.countedDay,
      rolled: due.rolled,
      provisional: due.provisional,
      workingDays: workingDaysUntil(calendar, from, due.day),
      basis: legal ? basisOf(legal.profile, legal.clock) : null,
      extendedDay: longest ? end(longest).day : null,
    };
  }

  private async wantedBy({ clock, term, countsFirstDay, rolls, dayEndsAt }: DeadlinePreviewBody): Promise<Wanted> {
    const own = {
      ...(countsFirstDay !== undefined && { countsFirstDay }),
      ...(rolls !== undefined && { rolls }),
      ...(dayEndsAt !== undefined && { dayEndsAt: minutesOf(dayEndsAt) }),
    };
    if ((clock === undefined) === (term === undefined))
      throw deadlineFault('termOrClock', {}, [
        { path: clock ? 'clock' : 'term', message: 'exactly one of clock and term', constraint: 'oneOf' },
      ]);
    if (term !== undefined) return { term, counting: { ...ownCounting, ...own } };
    const legal = await this.profiles.clock(clock ?? '');
    if (!legal)
      throw deadlineFault('unknownClock', {}, [
        { path: 'clock', message: 'is no clock of a law profile', constraint: 'known' },
      ]);
    return { term: legal.clock.term, counting: { ...legal.profile.counting, ...own }, legal };
  }
}

function workingDaysUntil(calendar: WorkingCalendar, from: Date, day: string): number | null {
  try {
    return calendar.countBetween(wallClockOf(from).day, dayNumberOf(day));
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'calendar.yearNotPublished') return null;
    throw fault;
  }
}

const basisOf = (
  { code, title, titleZh, source }: LawProfile,
  { article }: ClockRule,
): DeadlinePreviewView['basis'] => ({ profile: code, title, titleZh, source, article });
