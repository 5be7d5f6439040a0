import { type CountingRules, dayNumberOf, Fault, type Term, wallClockOf } from '@ducha/kernel';
import { officialCalendar } from '../domain/calendars/official-calendar.js';
import { deadlineFault } from '../deadline-faults.js';
import { type Preview, previewOf } from '../domain/preview.js';
import { type ClockRule, ownCounting, type LawProfile, type YearlyDay } from '../domain/profiles/law-profile.js';
import { clockByCode, profileFor, profiles } from '../domain/profiles/profiles.js';
import type { DeadlinePreviewBody, LawProfileInForceQuery } from './deadline.dto.js';
import type { ClockRuleView, DeadlinePreviewView, LawProfileView } from './deadline.view.js';

/** What is to be counted, and how. */
interface Wanted {
  readonly term: Term | YearlyDay;
  readonly counting: CountingRules;
  readonly legal?: { readonly profile: LawProfile; readonly clock: ClockRule };
}

/**
 * The end of a time limit.
 * @throws Fault `deadline.unknownClock`, `deadline.termOrClock`, `calendar.yearNotPublished`, `calendar.termOutOfRange`
 */
export function previewDeadline(body: DeadlinePreviewBody): DeadlinePreviewView {
  const { term, counting, legal } = wantedBy(body);
  const from = new Date(body.from);
  const end = (of: Term | YearlyDay): Preview => previewOf(officialCalendar, from, of, counting, body.guess === true);
  const due = end(term);
  const longest = legal?.clock.extendedTo;
  return {
    dueAt: due.at.toISOString(),
    day: due.day,
    countedDay: due.countedDay,
    rolled: due.rolled,
    provisional: due.provisional,
    workingDays: workingDaysUntil(from, due.day),
    basis: legal ? basisOf(legal.profile, legal.clock) : null,
    extendedDay: longest ? end(longest).day : null,
  };
}

function wantedBy({ clock, term, countsFirstDay, rolls, dayEndsAt }: DeadlinePreviewBody): Wanted {
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
  const legal = clockByCode(clock ?? '');
  if (!legal)
    throw deadlineFault('unknownClock', {}, [
      { path: 'clock', message: 'is no clock of a law profile', constraint: 'known' },
    ]);
  return { term: legal.clock.term, counting: { ...legal.profile.counting, ...own }, legal };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function workingDaysUntil(from: Date, day: string): number | null {
  try {
    return officialCalendar.countBetween(wallClockOf(from).day, dayNumberOf(day));
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'calendar.yearNotPublished') return null;
    throw fault;
  }
}

const basisOf = (
  { code, title, titleZh, source }: LawProfile,
  { article }: ClockRule,
): DeadlinePreviewView['basis'] => ({
  profile: code,
  title,
  titleZh,
  source,
  article,
});

/** The profiles as they are shown, all or those for a kind of matter. */
export function lawProfileViews(kind?: string): LawProfileView[] {
  return profiles.filter(({ kinds }) => kind === undefined || kinds.includes(kind)).map(profileView);
}

/** @throws Fault `deadline.noProfile` */
export function lawProfileInForce({ kind, place, on }: LawProfileInForceQuery): LawProfileView {
  const profile = profileFor(kind, place, on);
  if (!profile) throw deadlineFault('noProfile');
  return profileView(profile);
}

const profileView = ({ counting, clocks, to, kinds, ...profile }: LawProfile): LawProfileView => ({
  ...profile,
  kinds: [...kinds],
  to: to ?? null,
  countsFirstDay: counting.countsFirstDay,
  rolls: counting.rolls,
  clocks: clocks.map(clockView),
});

function clockView({ term, extendedTo, notCounted, ...clock }: ClockRule): ClockRuleView {
  const yearly = 'yearly' in term ? term.yearly : null;
  return {
    ...clock,
    term: 'yearly' in term ? null : { ...term },
    yearly,
    extendedTo: extendedTo ?? null,
    notCounted: [...(notCounted ?? [])],
  };
}
