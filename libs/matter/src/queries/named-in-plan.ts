import type { FieldError } from '@ducha/kernel';
import { idsAt, prepared, type Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';

/** Units, persons and dates that a request names and that must hold today. */
export interface NamedInPlan {
  readonly leadUnitId?: string | null;
  readonly assistUnitIds?: readonly string[];
  readonly dueAt?: Date | null;
  /** Must hold a principal's post today. */
  readonly principal?: { readonly id: string; readonly path: string };
  /** Must not lie in the future, by path. */
  readonly past?: Readonly<Record<string, Date | null | undefined>>;
}

interface KnownNames {
  now: Date;
  units: string[];
  principal: boolean;
}

const knownSql = prepared(`
  select now() as now,
    (select coalesce(array_agg(u.id), '{}') from unit u where u.id = any(${idsAt('$1')}) and u.from_at <= now() and (u.to_at is null or u.to_at > now())) as units,
    exists (select 1 from post p where p.person_id = $2 and p.role = 'principal' and p.from_at <= now() and (p.to_at is null or p.to_at > now())) as principal`);

/**
 * Refuses what does not exist today, naming each field.
 * @param prefix  path of the plan in the request, e.g. `handlingProposal.`
 * @throws Fault `matter.unknownUnit`, `repeatedUnit`, `notAPrincipal`, `dueInPast`, `dateInFuture`
 */
export async function refuseWrongNames(store: Store, plan: NamedInPlan, prefix = ''): Promise<void> {
  const units = unitsOf(plan);
  const known = await store.queryOne<KnownNames>(knownSql, [units.map(({ id }) => id), plan.principal?.id ?? null]);
  if (!known) throw new Error('what is known is one row, always');
  const unknown = units
    .filter(({ id }) => !known.units.includes(id))
    .map(({ path }) => error(`${prefix}${path}`, 'known'));
  const repeated = units
    .filter(({ id }, at) => units.findIndex((one) => one.id === id) < at)
    .map(({ path }) => error(`${prefix}${path}`, 'arrayUnique'));
  const future = Object.entries(plan.past ?? {}).filter(([, at]) => at && at > known.now);
  refuse('unknownUnit', unknown);
  refuse('repeatedUnit', repeated);
  if (plan.dueAt && plan.dueAt <= known.now) refuse('dueInPast', [error(`${prefix}dueAt`, 'future')]);
  if (plan.principal && !known.principal) refuse('notAPrincipal', [error(plan.principal.path, 'postHeld')]);
  refuse(
    'dateInFuture',
    future.map(([path]) => error(path, 'past')),
  );
}

function unitsOf({ leadUnitId, assistUnitIds = [] }: NamedInPlan): { id: string; path: string }[] {
  const lead = leadUnitId ? [{ id: leadUnitId, path: 'leadUnitId' }] : [];
  return [...lead, ...assistUnitIds.map((id, at) => ({ id, path: `assistUnitIds[${at}]` }))];
}

const messages = {
  known: 'does not exist today',
  arrayUnique: 'is named twice',
  future: 'must lie in the future',
  postHeld: 'is not a principal today',
  past: 'must not lie in the future',
} as const;

const error = (path: string, constraint: keyof typeof messages): FieldError => ({
  path,
  message: messages[constraint],
  constraint,
});

function refuse(name: Parameters<typeof matterFault>[0], errors: readonly FieldError[]): void {
  if (errors.length > 0) throw matterFault(name, {}, errors);
}
