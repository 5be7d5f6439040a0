import { dayOf, dueOf, dueOnDay, numberOf, type Term, wallClockOf, type WorkingCalendar } from '@ducha/kernel';
import {
  type ClockClass,
  type DatedRung,
  datedRungs,
  type Ending,
  type Ladder,
  type NextRung,
  nextRung,
  type Rung,
} from '../ladders/ladder.js';
import { ladderFor, type LadderKey } from '../ladders/ladder-choice.js';
import { previewOf } from '../preview.js';
import {
  type ClockRule,
  type LawProfile,
  ownCounting,
  type RulingBody,
  rulingBodies,
} from '../profiles/law-profile.js';
import { OWN_RULES } from '../profiles/own-rules.js';
import type { ClockBasis, ClockSubject, NewClock } from './clock.js';
import { type ReceiptHours, type ShareInstants, startOf, startsByReceipt } from './start-of.js';

/** What the rules are read from. */
export interface RuleBook {
  /** The county’s. */
  readonly calendar: WorkingCalendar;
  /** By which days a unit works; the county’s for null. */
  readonly calendarOf: (unitId: string | null) => WorkingCalendar;
  /** The profile of a kind of matter on a day, at the county’s place. */
  readonly lawFor: (kind: string, day: string) => LawProfile | undefined;
  readonly byCode: (code: string) => LawProfile | undefined;
  /** Those in force. */
  readonly ladders: readonly Ladder[];
}

/** A unit whose answer a law limits. */
export interface Answerer {
  readonly duty: 'lead' | 'assist';
  readonly unitId: string | null;
}

/** A clock, as far as its ladder goes. */
export interface Laddered extends LadderKey, Ending {
  readonly unitId: string | null;
}

/** A clock that is worked out anew. */
export interface Anew {
  readonly profile: string | null;
  readonly rule: string | null;
  readonly startedAt: Date;
  readonly unitId: string | null;
}

/** Where a clock starts, and at what instant that is asked. */
export interface Start {
  readonly id: string;
  readonly startedAt: Date;
  readonly now: Date;
}

/** The clock of a law that limits a unit’s answer, by the kind of matter; the ordinary one where a rule knows degrees. */
const answerCodes: Readonly<Record<string, string>> = {
  instruction: 'ordinary',
  field_visit: 'ordinary',
  superior_document: 'document',
  meeting_decision: 'minutes',
  petition: 'settle',
};

/** Ends that are kept worked out, for each calendar. */
const mostKept = 5_000;

/** Works out clocks: by law, by the county’s own rules, or until a date that somebody set. */
export class ClockRules {
  private readonly guessing = new Map<WorkingCalendar, WorkingCalendar>();
  private readonly dated = new Map<WorkingCalendar, Map<string, readonly DatedRung[]>>();
  private readonly limits = new Map<WorkingCalendar, Map<string, Worked>>();

  constructor(private readonly book: RuleBook) {}

  /** By when the law wants a unit’s answer to a matter of a kind; undefined where no law is known. */
  legalAnswer(kind: string, { duty, unitId }: Answerer, at: ShareInstants): LegalLimit | undefined {
    const profile = this.book.lawFor(kind, dayOf(wallClockOf(at.dispatched).day));
    const code = duty === 'assist' ? 'assist' : (answerCodes[kind] ?? 'answer');
    const rule = profile?.clocks.find((one) => one.code === code);
    if (!profile || !rule) return undefined;
    // what is on its way is delivered in the same minute
    const startedAt = this.startedAt(profile, rule, unitId, { ...at, delivered: at.delivered ?? at.dispatched });
    const byReceipt = startsByReceipt(rule.startsAt, { byLaw: profile.receiptAfterHours });
    return { ...this.limitOf(profile, rule, { startedAt: startedAt ?? at.dispatched, unitId }), byReceipt };
  }

  private startedAt(profile: LawProfile, rule: ClockRule, unitId: string | null, at: ShareInstants): Date | null {
    const hours: ReceiptHours = {
      byLaw: profile.receiptAfterHours,
      byCounty: this.book.byCode(OWN_RULES)?.receiptAfterHours,
      after: (from, n) => dueOf(this.daysOf(unitId), from, { n, unit: 'working_hour' }, profile.counting).at,
    };
    return startOf(rule.startsAt, at, hours);
  }

  /** A clock until a date that was set, beside what the law wants. */
  until(subject: ClockSubject, dueAt: Date, legal: LegalLimit | undefined, start: Start): NewClock {
    const same = legal !== undefined && legal.dueAt.getTime() === dueAt.getTime();
    const startedAt = same ? legal.startedAt : start.startedAt;
    return this.clockOf(
      subject,
      { ...start, startedAt },
      {
        basis: legal?.basis ?? null,
        term: same ? legal.term : null,
        counting: legal?.counting ?? ownCounting,
        dueAt,
        legalDueAt: legal?.dueAt ?? null,
        provisional: same && legal.provisional,
      },
    );
  }

  /** A clock by the county’s own rules; undefined where they do not know such a one. */
  own(subject: ClockSubject, code: string, start: Start): NewClock | undefined {
    return this.by(OWN_RULES, subject, code, start);
  }

  /** A clock by one limit of a profile that is named; undefined where it is not known. */
  by(profileCode: string, subject: ClockSubject, code: string, start: Start): NewClock | undefined {
    const found = inProfile(this.book.byCode(profileCode), code);
    if (!found) return undefined;
    const { startedAt } = start;
    const limit = this.limitOf(found.profile, found.rule, { startedAt, unitId: subject.unitId });
    return this.clockOf(subject, start, { ...limit, legalDueAt: null });
  }

  /** One time limit of one profile from an instant on, for who keeps only its end; undefined where it is not known. */
  termOf(
    profileCode: string,
    code: string,
    start: { readonly startedAt: Date; readonly unitId: string | null },
  ): Worked | undefined {
    const found = inProfile(this.book.byCode(profileCode), code);
    return found && this.limitOf(found.profile, found.rule, start);
  }

  /** The rungs of the ladder that is meant for a clock; none where no ladder is. */
  rungsOf(key: LadderKey): readonly Rung[] {
    return ladderFor(this.book.ladders, key)?.rungs ?? [];
  }

  /** The next rung of a clock’s ladder after an instant that has not fired. */
  rungAfter(clock: Laddered, after: Date, fired: readonly number[] = []): NextRung {
    return nextRung(this.rungsDated(clock), after, fired);
  }

  /** The rungs of a clock with their instants, in the order of their time. Most clocks end with a day, and share them. */
  rungsDated(clock: Laddered): readonly DatedRung[] {
    const { unitId, dueAt, termUnit, ladder, sourceKind, importance } = clock;
    const days = this.daysOf(unitId);
    const known = this.dated.get(days) ?? new Map<string, readonly DatedRung[]>();
    this.dated.set(days, known);
    const key = `${dueAt.getTime()} ${termUnit ?? ''} ${ladder} ${sourceKind} ${importance}`;
    const found = known.get(key) ?? datedRungs(days, clock, this.rungsOf(clock));
    if (known.size >= mostKept) known.clear();
    known.set(key, found);
    return found;
  }

  /** The days by which a unit works, unpublished years guessed by the week; the county’s for null. */
  daysOf(unitId: string | null): WorkingCalendar {
    const calendar = this.book.calendarOf(unitId);
    const known = this.guessing.get(calendar) ?? calendar.guessing();
    this.guessing.set(calendar, known);
    return known;
  }

  /**
   * How far the law lets a clock be extended: how often at most, and until when at the latest. Null where it says nothing;
   * undefined for a clock that rests on no rule, or on one that is not known any more.
   */
  extensionLimit(clock: Anew): ExtensionLimit | undefined {
    const profile = clock.profile === null ? undefined : this.book.byCode(clock.profile);
    const rule = profile?.clocks.find(({ code }) => code === clock.rule);
    if (!profile || !rule) return undefined;
    const { extendedTo, extensions } = rule;
    const most = extensions ?? (extendedTo ? 1 : null);
    if (!extendedTo) return { most, until: null };
    const until = previewOf(this.book.calendarOf(clock.unitId), clock.startedAt, extendedTo, profile.counting, true).at;
    return { most, until };
  }

  /** The end of the day of an instant or, on a day off, of the next working day, by the days of a unit. */
  endOfDay(unitId: string | null, instant: Date): Date {
    const calendar = this.daysOf(unitId);
    const day = calendar.onOrAfter(wallClockOf(instant).day);
    return dueOnDay(calendar, numberOf(dayOf(day)), ownCounting).at;
  }

  /** Until when a unit may say that a matter is not its duty: by the law of its kind, else by the county’s own rules. */
  returnWindow(kind: string, unitId: string, at: ShareInstants): ReturnWindow | undefined {
    const { profile, rule } = this.ruleFor(kind, 'return', 'return', at.dispatched) ?? {};
    if (!profile || !rule) return undefined;
    const startedAt = this.startedAt(profile, rule, unitId, at);
    const basis = { profile: profile.code, rule: rule.code, article: rule.article };
    return { basis, endsAt: startedAt && this.limitOf(profile, rule, { startedAt, unitId }).dueAt };
  }

  /** Whether the law of a kind does not count the time of something, 听证. */
  isNotCounted(kind: string, what: string, at: Date): boolean {
    const law = this.book.lawFor(kind, dayOf(wallClockOf(at).day));
    return law?.clocks.some(({ notCounted }) => notCounted?.includes(what)) ?? false;
  }

  /** Who rules on a dispute over a matter of a kind, by its law; undefined: the supervisors. */
  rulerOf(kind: string, now: Date): RulingBody | undefined {
    const holder = this.ruleFor(kind, 'reassign', 'ruling', now)?.rule.holder;
    return rulingBodies.find((body) => body === holder);
  }

  /** The clock of a ruling: by the law of the kind, else by the county’s own rules. */
  ruling(subject: ClockSubject, kind: string, start: Start): NewClock | undefined {
    const { profile, rule } = this.ruleFor(kind, 'reassign', 'ruling', start.startedAt) ?? {};
    if (!profile || !rule) return undefined;
    return this.clockOf(subject, start, {
      ...this.limitOf(profile, rule, { startedAt: start.startedAt, unitId: subject.unitId }),
      legalDueAt: null,
    });
  }

  private ruleFor(kind: string, legal: string, own: string, at: Date): ProfileRule | undefined {
    const ofLaw = inProfile(this.book.lawFor(kind, dayOf(wallClockOf(at).day)), legal);
    return ofLaw ?? inProfile(this.book.byCode(OWN_RULES), own);
  }

  /** Works a clock out anew by the rules of today; undefined where it rests on none. */
  anew(clock: Anew): { readonly dueAt: Date; readonly provisional: boolean; readonly term: Term | null } | undefined {
    const profile = clock.profile === null ? undefined : this.book.byCode(clock.profile);
    const rule = profile?.clocks.find(({ code }) => code === clock.rule);
    return profile && rule && this.limitOf(profile, rule, clock);
  }

  private limitOf(
    profile: LawProfile,
    rule: ClockRule,
    { startedAt, unitId }: { readonly startedAt: Date; readonly unitId: string | null },
  ): Worked {
    const calendar = this.book.calendarOf(unitId);
    if (!('yearly' in rule.term) && rule.term.unit === 'working_hour')
      return this.reckoned(calendar, profile, rule, startedAt);
    // what counts in days hangs on the day of its start alone
    const known = this.limits.get(calendar) ?? new Map<string, Worked>();
    this.limits.set(calendar, known);
    const key = `${profile.code}/${rule.code} ${wallClockOf(startedAt).day}`;
    const found = known.get(key) ?? this.reckoned(calendar, profile, rule, startedAt);
    if (known.size >= mostKept) known.clear();
    known.set(key, found);
    return { ...found, startedAt };
  }

  private reckoned(calendar: WorkingCalendar, profile: LawProfile, rule: ClockRule, startedAt: Date): Worked {
    const { counting } = profile;
    const due = previewOf(calendar, startedAt, rule.term, counting, true);
    return {
      basis: { profile: profile.code, rule: rule.code, article: rule.article },
      term: 'yearly' in rule.term ? null : rule.term,
      counting,
      startedAt,
      dueAt: due.at,
      provisional: due.provisional,
    };
  }

  private clockOf(subject: ClockSubject, { id, startedAt, now }: Start, limit: Limit): NewClock {
    const ladder = classOf(subject);
    const { rung, at } = this.rungAfter(
      { ...subject, ladder, dueAt: limit.dueAt, termUnit: limit.term?.unit ?? null },
      now,
    );
    const { basis, term, counting, dueAt, legalDueAt, provisional } = limit;
    const count = { basis, term, counting, dueAt, legalDueAt, provisional };
    return { ...subject, ...count, id, startedAt, ladder, nextRung: rung, nextRungAt: at };
  }
}

interface ProfileRule {
  readonly profile: LawProfile;
  readonly rule: ClockRule;
}

function inProfile(profile: LawProfile | undefined, code: string): ProfileRule | undefined {
  const rule = profile?.clocks.find((one) => one.code === code);
  return profile && rule && { profile, rule };
}

/** How far a law lets a clock be extended. */
export interface ExtensionLimit {
  /** How many times. */
  readonly most: number | null;
  /** The last instant to which. */
  readonly until: Date | null;
}

/** Until when a unit may say that something is not its duty. */
export interface ReturnWindow {
  readonly basis: ClockBasis;
  /** Null while what starts it has not happened. */
  readonly endsAt: Date | null;
}

/** A time limit of a rule, worked out from a start. */
type Worked = Omit<Limit, 'legalDueAt' | 'basis'> & {
  readonly basis: NonNullable<NewClock['basis']>;
  readonly startedAt: Date;
};
/** That of a law for a unit’s answer. */
export interface LegalLimit extends Worked {
  /** Its start moves with the unit’s signature. */
  readonly byReceipt: boolean;
}
type Limit = Pick<NewClock, 'basis' | 'counting' | 'dueAt' | 'legalDueAt' | 'provisional'> & {
  readonly term: Term | null;
};

/** Words of a unit that nobody waits for beyond their end: who says nothing has answered. */
const replies: readonly string[] = ['slip_reply', 'fact_check', 'review_apply'];

function classOf({ kind, holder, unitId }: ClockSubject): ClockClass {
  if (kind === 'sign') return 'sign';
  if (replies.includes(kind)) return 'reply';
  if (kind === 'report') return 'report';
  if (kind === 'ruling' && unitId !== null) return 'answer';
  if (kind === 'decide' || holder === 'principal') return 'principal';
  return holder === 'unit' || holder === 'assisting_unit' ? 'answer' : 'supervisor';
}
