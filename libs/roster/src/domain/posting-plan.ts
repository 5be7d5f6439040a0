import { groupedBy, nameKey } from './names.js';
import { isSamePhone } from './phone.js';
import type { BadCell, CellFault, RowEffect } from './report.js';

/** What somebody is in a village. */
export type PostingRole = 'first_secretary' | 'team_leader' | 'team_member' | 'village_committee';

/** A row of a sheet of postings. Days are `YYYY-MM-DD`, both included. */
export interface PostingLine {
  readonly row: number;
  readonly person: string;
  readonly phone: string | null;
  readonly village: string;
  readonly team: string;
  readonly role: PostingRole;
  readonly fromOn: string;
  readonly toOn: string | null;
}

/** What a sheet is compared with. */
export interface KnownPostings {
  readonly people: readonly { readonly id: string; readonly name: string; readonly phone: string | null }[];
  readonly villages: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly postings: readonly {
    readonly id: string;
    readonly personId: string;
    readonly siteId: string;
    readonly role: string;
    readonly fromOn: string;
    readonly toOn: string | null;
  }[];
}

/** A posting to be written. */
export interface NewPosting {
  readonly personId: string;
  readonly siteId: string;
  readonly team: string;
  readonly role: PostingRole;
  readonly fromOn: string;
  readonly toOn: string | null;
}

/** What a sheet of postings comes to: what is over is ended, never removed. */
export interface PostingPlan {
  readonly found: readonly NewPosting[];
  readonly ended: readonly { readonly id: string; readonly toOn: string }[];
  readonly effects: readonly RowEffect[];
  readonly bad: readonly BadCell[];
}

/** Compares. A posting is known again by person, village, role and first day. */
export function planPostings(lines: readonly PostingLine[], known: KnownPostings): PostingPlan {
  const people = groupedBy(known.people, ({ name }) => nameKey(name));
  const villages = new Map([
    ...groupedBy(known.villages, ({ code }) => nameKey(code)),
    ...groupedBy(known.villages, ({ name }) => nameKey(name)),
  ]);
  const plan: { found: NewPosting[]; ended: { id: string; toOn: string }[] } = { found: [], ended: [] };
  const effects: RowEffect[] = [];
  const bad: BadCell[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const person = personOf(line, people.get(nameKey(line.person)) ?? []);
    const village = onlyOne(villages.get(nameKey(line.village)) ?? []);
    if (typeof person === 'string') bad.push({ row: line.row, field: 'person', code: person });
    if (typeof village === 'string') bad.push({ row: line.row, field: 'village', code: village });
    if (typeof person === 'string' || typeof village === 'string') continue;
    const { team, role, fromOn, toOn } = line;
    const posting = { personId: person.id, siteId: village.id, team, role, fromOn, toOn };
    const key = `${person.id} ${village.id} ${role}`;
    const step = seen.has(key) ? { bad: { field: 'person', code: 'postingTwice' as const } } : stepOf(posting, known);
    seen.add(key);
    if ('bad' in step) bad.push({ row: line.row, ...step.bad });
    else effects.push({ row: line.row, ...step.effect });
    if ('ended' in step && step.ended) plan.ended.push(step.ended);
    if ('found' in step && step.found) plan.found.push(step.found);
  }
  return { ...plan, effects, bad };
}

type Step =
  | { readonly bad: { readonly field: string; readonly code: CellFault } }
  | {
      readonly effect: Omit<RowEffect, 'row'>;
      readonly found?: NewPosting;
      readonly ended?: { readonly id: string; readonly toOn: string };
    };

/** What becomes of one posting beside those of the same person, village and role. */
function stepOf(posting: NewPosting, { postings }: KnownPostings): Step {
  const { personId, siteId, role, fromOn, toOn } = posting;
  const own = postings.filter((one) => one.personId === personId && one.siteId === siteId && one.role === role);
  const same = own.find((one) => one.fromOn === fromOn);
  if (same && (toOn === null || same.toOn === toOn)) return { effect: { effect: 'same', fields: [] } };
  if (same && toOn !== null) return { effect: { effect: 'changed', fields: ['to'] }, ended: { id: same.id, toOn } };
  if (own.some((one) => one.toOn === null || one.toOn >= fromOn))
    return { bad: { field: 'from', code: 'postOverlaps' } };
  return { effect: { effect: 'added', fields: ['person', 'village'] }, found: posting };
}

type Person = KnownPostings['people'][number];

function personOf({ phone }: PostingLine, named: readonly Person[]): Person | CellFault {
  const fits = phone === null ? named : named.filter((one) => isSamePhone(phone, one.phone));
  const [one] = fits;
  return one ? (fits.length === 1 ? one : 'ambiguousPerson') : 'unknownPerson';
}

function onlyOne<T>(found: readonly T[]): T | CellFault {
  const [one] = found;
  return one === undefined ? 'unknownVillage' : found.length > 1 ? 'ambiguousVillage' : one;
}
