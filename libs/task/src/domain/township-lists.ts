/** On which list of the townships an item stands that they do not do on their own: 配合履职, 上级部门收回. */
export interface ListedItem {
  /** The line's own category. */
  readonly item: string;
  readonly list: 'assisting' | 'withdrawn';
}

/** What the county knows about its townships' lists. */
export interface ListFacts {
  /** Short names of the named units that are townships or lie in one. */
  readonly townships: ReadonlyMap<string, string>;
  /** By category; those on no list, or on the townships' own, are left out. */
  readonly listed: ReadonlyMap<string, ListedItem>;
  /** By task or matter: the units that a principal named in writing to take it nonetheless. */
  readonly decided: ReadonlyMap<string, readonly string[]>;
}

/** What is looked at: whom a task goes to, and the records on which a principal may have decided. */
export interface ListedPlan {
  readonly category: string | null;
  readonly leadUnitId: string | null;
  readonly assistUnitIds: readonly string[];
  readonly taskId?: string;
  readonly parentId: string | null;
  readonly matterId: string | null;
}

/** A township that would get what its lists keep from it. */
export interface Offence extends ListedItem {
  readonly unitId: string;
  readonly unit: string;
  readonly duty: 'lead' | 'assist';
  /** The field of the plan. */
  readonly path: string;
}

/**
 * The one rule of the township duty lists (DOMAIN L60): a withdrawn item goes to no township, an assisting item to none as its
 * lead, unless a principal decided so in writing and named the unit.
 */
export function offencesAgainstLists(plan: ListedPlan, { townships, listed, decided }: ListFacts): Offence[] {
  const item = plan.category === null ? undefined : listed.get(plan.category);
  if (!item) return [];
  const records = [plan.taskId, plan.parentId, plan.matterId];
  const named = new Set(records.flatMap((id) => (id ? (decided.get(id) ?? []) : [])));
  const lead = plan.leadUnitId === null ? [] : [{ unitId: plan.leadUnitId, duty: 'lead', path: 'leadUnitId' } as const];
  const assists = plan.assistUnitIds.map(
    (unitId, at) => ({ unitId, duty: 'assist', path: `assistUnitIds[${at}]` }) as const,
  );
  return [...lead, ...(item.list === 'withdrawn' ? assists : [])].flatMap((asked) => {
    const unit = townships.get(asked.unitId);
    return unit === undefined || named.has(asked.unitId) ? [] : [{ ...asked, ...item, unit }];
  });
}

/** The units of a plan that only a principal's word can let through; what he names them with is kept on his instruction. */
export const offendedUnits = (plan: ListedPlan, facts: ListFacts): string[] =>
  offencesAgainstLists(plan, facts).map(({ unitId }) => unitId);
