import i18next from 'i18next';
import { z } from '../api/shape';
import type { ClockView, TimelineEntry } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';

/** How a clock stands. */
export type Verdict = 'running' | 'overdue' | 'suspended' | 'in_time' | 'late' | 'cancelled';

/** How a clock stands; whether it was breached is the server's word. */
export function verdictOf({ state, breached }: Pick<ClockView, 'state' | 'breached'>): Verdict {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'met') return breached ? 'late' : 'in_time';
  if (breached) return 'overdue';
  return state;
}

/** A limit as people say it: the day alone where it ends with the day, else with the time. */
export function limitOf(instant: string): string {
  const [day = '', time = ''] = countyTime(instant).split(' ');
  return time === '23:59' ? day : `${day} ${time}`;
}

/** An article as the reader's language quotes it; '' where the basis has none. */
export function articleOf(article: string): string {
  if (article === '—') return '';
  if (i18next.resolvedLanguage !== 'en') return article;
  return `, ${article
    .replace(/第(\d+)条/g, 'art. $1')
    .replace(/、/g, ', ')
    .replace(/至/g, ' to ')
    .replace(/以下/g, ' ff.')}`;
}

/** What a notice of a clock says: which one, its date, and for how many unsent ones it stands. */
export function clockBlanks(facts: unknown): { clock?: string; due?: string; missed?: string } {
  const { clock, dueAt, missed } = z.record(facts);
  if (z.text(clock) === '' || z.text(dueAt) === '') return {};
  const count = z.number(missed) ?? 0;
  return {
    clock: nameOf('clock.kind', z.text(clock)),
    due: limitOf(z.text(dueAt)),
    missed: count === 0 ? '' : i18next.t('clock.missed', { count }),
  };
}

/** In the timeline: which clock spoke; undefined for every other act. */
export function firedClock({ act, facts }: Pick<TimelineEntry, 'act' | 'facts'>): string | undefined {
  const kind = z.text(z.record(facts).kind);
  return act.startsWith('clock.') && kind !== '' ? nameOf('clock.kind', kind) : undefined;
}
