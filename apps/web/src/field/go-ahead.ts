import { api } from '../api/client';
import type { Checklist, Me, Page, Visit } from '../api/types';
import { field } from './field';
import type { Kept } from './field-store';
import { serveOffline } from './serve-offline';

const atOnce = 4;
const pageSize = 200;
const freshMs = 1_800_000;

/**
 * Loads the sheets of everything its person is out for, and removes those of what is over; once nothing is left and
 * nothing waits, the whole store goes.
 * @returns how many sheets lie here
 */
export async function goAhead(me: Me, signal: AbortSignal): Promise<number> {
  const visits = await ownVisits(signal);
  const out = visits.filter((visit) => visit.out);
  const { items } = field.look();
  if (out.length === 0 && items.length === 0) {
    await field.wipeWhenDone();
    return 0;
  }
  await field.drop(over(await field.names(), out, new Set(items.map(({ visitId }) => visitId))));
  await dropDrafts(out);
  if (out.length === 0) return 0;
  const page: Page<Visit> = { items: out, next: null };
  await field.keep(me.person.id, [
    ['me', me],
    ['visits', page],
  ]);
  const left = [...out];
  const loader = async (): Promise<void> => {
    for (let visit = left.shift(); visit !== undefined; visit = left.shift()) await load(me.person.id, visit, signal);
  };
  await Promise.all(Array.from({ length: atOnce }, loader));
  field.opensOffline(await serveOffline());
  return out.length;
}

/** When this page last loaded a visit's sheet, and in which version of the visit. */
const loaded = new Map<string, { at: number; version: number }>();

/** A group's events come often, and a sheet changes seldom: what was loaded a short time ago is not loaded again. */
async function load(personId: string, visit: Visit, signal: AbortSignal): Promise<void> {
  const last = loaded.get(visit.id);
  const isHere = field.look().sheets.has(visit.id);
  if (isHere && last?.version === visit.version && Date.now() - last.at < freshMs) return;
  const checklist = await api.get<Checklist>(`/visits/${visit.id}/checklist`, undefined, signal);
  await field.keep(personId, [
    [`visit/${visit.id}`, visit],
    [`checklist/${visit.id}`, checklist],
  ]);
  loaded.set(visit.id, { at: Date.now(), version: visit.version });
}

async function ownVisits(signal: AbortSignal): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<Visit> = await api.get<Page<Visit>>('/visits', { limit: pageSize, cursor }, signal);
    visits.push(...page.items);
    cursor = page.next;
  }
  return visits;
}

/** What was half-written at visits that are over is of no use any more. */
async function dropDrafts(out: readonly Visit[]): Promise<void> {
  const drafts = await field.drafts();
  const still = new Set(out.map(({ id }) => id));
  for (const draft of (await drafts?.of()) ?? []) if (!still.has(draft.visitId)) await drafts?.drop(draft);
}

/** Sheets of visits that are over here and of which nothing waits. */
function over(names: readonly Kept[], out: readonly Visit[], waiting: ReadonlySet<string>): Kept[] {
  const wanted = new Set([...out.map(({ id }) => id), ...waiting]);
  return names.filter((name) => {
    const [kind, id] = name.split('/');
    return (kind === 'visit' || kind === 'checklist') && id !== undefined && !wanted.has(id);
  });
}
