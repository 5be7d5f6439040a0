import type { LawClock, LawProfile } from '../api/types';

type TermUnit = NonNullable<LawClock['term']>['unit'];

/** One time limit as it stands in the form. */
export interface ClockDraft {
  code: string;
  title: string;
  titleZh: string;
  article: string;
  startsAt: LawClock['startsAt'];
  holder: LawClock['holder'];
  isYearly?: boolean;
  n?: number | null;
  unit?: TermUnit;
  yearly?: string;
  extendedN?: number | null;
  extensions?: number | null;
  importance?: LawClock['importance'];
  notCounted?: string[];
}

/** A profile as it stands in the form. */
export interface LawDraft {
  code?: string;
  title: string;
  titleZh: string;
  source: string;
  place?: string;
  kinds?: string[];
  from: string;
  to?: string;
  countsFirstDay?: boolean;
  rolls?: boolean;
  dayEndsAt: string;
  receiptAfterHours?: number | null;
  clocks: ClockDraft[];
}

/** An empty time limit. */
export const newClock: Partial<ClockDraft> = {
  startsAt: 'received',
  holder: 'unit',
  unit: 'working_day',
  notCounted: [],
};

/** The form of a profile. */
export const draftOf = ({ clocks, to, ...profile }: LawProfile): LawDraft => ({
  ...profile,
  to: to ?? '',
  clocks: clocks.map(({ term, yearly, extendedTo, extensions, ...clock }) => ({
    ...clock,
    isYearly: yearly !== null,
    n: term?.n,
    unit: term?.unit ?? 'working_day',
    yearly: yearly ?? '',
    extendedN: extendedTo?.n,
    extensions: extendedTo === null ? null : extensions,
  })),
});

/** What the server is told; empty fields are left out. */
export function bodyOf(draft: LawDraft) {
  const { title, titleZh, source, place, kinds, from, to, countsFirstDay, rolls, dayEndsAt, receiptAfterHours } = draft;
  return {
    ...{ title, titleZh, source, from, dayEndsAt },
    place: place ?? '',
    kinds: kinds ?? [],
    countsFirstDay: countsFirstDay === true,
    rolls: rolls === true,
    ...(to && { to }),
    ...(receiptAfterHours && { receiptAfterHours }),
    clocks: draft.clocks.map(clockOf),
  };
}

function clockOf(draft: ClockDraft) {
  const { code, title, titleZh, article, startsAt, holder, isYearly, n, unit, yearly } = draft;
  const { extendedN, extensions, importance, notCounted } = draft;
  return {
    ...{ code, title, titleZh, article, startsAt, holder },
    ...(isYearly ? { yearly } : { term: { n, unit } }),
    ...(!isYearly && extendedN && { extendedTo: { n: extendedN, unit }, extensions: extensions ?? 1 }),
    ...(importance && { importance }),
    notCounted: notCounted ?? [],
  };
}
