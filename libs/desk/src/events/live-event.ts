import type { RecordedAct } from '@ducha/audit';

/** What a live page is told: which act happened on which record. It asks for the record itself, under its own rights. */
export interface LiveEvent {
  readonly seq: number;
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly aboutId: string | null;
  readonly at: string;
}

/** That there is something new in the inbox; not about what. */
export const newsOf = ({ seq, at }: RecordedAct): LiveEvent => ({
  seq: seq ?? 0,
  act: 'notice.told',
  subjectType: 'notice',
  subjectId: null,
  aboutId: null,
  at: at.toISOString(),
});

/** The event of a chained act. */
export function eventOf(act: RecordedAct): LiveEvent {
  const { seq, act: name, subjectType, subjectId, aboutId, at } = act;
  return { seq: seq ?? 0, act: name, subjectType, subjectId, aboutId, at: at.toISOString() };
}
