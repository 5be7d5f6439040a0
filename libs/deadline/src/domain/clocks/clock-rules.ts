import { dayOf, type Term, wallClockOf, type WorkingCalendar } from '@ducha/kernel';
import { nextRung } from '../ladders/ladder.js';
import { rungsOf } from '../ladders/ladders.js';
import { previewOf } from '../preview.js';
import { type ClockRule, type LawProfile, ownCounting } from '../profiles/law-profile.js';
import type { ClockSubject, NewClock } from './clock.js';

/** What the rules are read from. */
export interface RuleBook {
  readonly calendar: WorkingCalendar;
  /** The profile of a kind of matter on a day, at the county’s place. */
  readonly lawFor: (kind: string, day: string) => LawProfile | undefined;
  /** The county’s own working rules. */
  readonly own: LawProfile | undefined;
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

/** Works out clocks: by law, by the county’s own rules, or until a date that somebody set. */
export class ClockRules {
  private readonly guessing: WorkingCalendar;

  constructor(private readonly book: RuleBook) {
    this.guessing = book.calendar.guessing();
  }

  /** By when the law wants a unit’s answer to a matter of a kind; undefined where no law is known. */
  legalAnswer(kind: string, duty: 'lead' | 'assist', startedAt: Date): LegalLimit | undefined {
    const profile = this.book.lawFor(kind, dayOf(wallClockOf(startedAt).day));
    const code = duty === 'assist' ? 'assist' : (answerCodes[kind] ?? 'answer');
    const rule = profile?.clocks.find((one) => one.code === code);
    return profile && rule && this.limitOf(profile, rule, startedAt);
  }

  /** A clock until a date that was set, beside what the law wants. */
  until(subject: ClockSubject, dueAt: Date, legal: LegalLimit | undefined, start: Start): NewClock {
    const same = legal !== undefined && legal.dueAt.getTime() === dueAt.getTime();
    return this.clockOf(subject, start, {
      basis: legal?.basis ?? null,
      term: same ? legal.term : null,
      counting: legal?.counting ?? ownCounting,
      dueAt,
      legalDueAt: legal?.dueAt ?? null,
      provisional: same && legal.provisional,
    });
  }

  /** A clock by the county’s own rules; undefined where they do not know such a one. */
  own(subject: ClockSubject, code: string, start: Start): NewClock | undefined {
    const rule = this.book.own?.clocks.find((one) => one.code === code);
    if (!rule || !this.book.own) return undefined;
    const limit = this.limitOf(this.book.own, rule, start.startedAt);
    return this.clockOf(subject, start, { ...limit, legalDueAt: null });
  }

  /** The next rung of a ladder after an instant. */
  rungAfter(ladder: string, dueAt: Date, after: Date, from = 0): { readonly rung: number; readonly at: Date | null } {
    return nextRung(this.guessing, dueAt, rungsOf(ladder), { from, after });
  }

  get calendar(): WorkingCalendar {
    return this.book.calendar;
  }

  private limitOf(profile: LawProfile, rule: ClockRule, startedAt: Date): LegalLimit {
    const { counting } = profile;
    const due = previewOf(this.book.calendar, startedAt, rule.term, counting, true);
    return {
      basis: { profile: profile.code, rule: rule.code, article: rule.article },
      term: 'yearly' in rule.term ? null : rule.term,
      counting,
      dueAt: due.at,
      provisional: due.provisional,
    };
  }

  private clockOf(subject: ClockSubject, { id, startedAt, now }: Start, limit: Limit): NewClock {
    const ladder = ladderOf(subject);
    const { rung, at } = this.rungAfter(ladder, limit.dueAt, now);
    return { ...subject, ...limit, id, startedAt, ladder, nextRung: rung, nextRungAt: at };
  }
}

/** A time limit of a law or rule, worked out from a start. */
export type LegalLimit = Omit<Limit, 'legalDueAt' | 'basis'> & { readonly basis: NonNullable<NewClock['basis']> };
type Limit = Pick<NewClock, 'basis' | 'counting' | 'dueAt' | 'legalDueAt' | 'provisional'> & {
  readonly term: Term | null;
};

function ladderOf({ kind, holder }: ClockSubject): string {
  if (kind === 'sign') return 'sign';
  if (kind === 'decide' || holder === 'principal') return 'principal';
  return holder === 'unit' || holder === 'assisting_unit' ? 'answer' : 'supervisor';
}
