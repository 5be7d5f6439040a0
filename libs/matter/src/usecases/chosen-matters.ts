import { type Actor, type PolicyAct, scopeSql, SqlParams } from '@ducha/access';
import type { Store } from '@ducha/store';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import { matterFault } from '../matter-faults.js';
import { chosenBy } from '../queries/matter-choice.js';

/** Most matters that one act may take. */
export const MOST_AT_ONCE = 5_000;

/** A matter that an act on many may take; locked until the transaction ends. */
export interface ChosenMatter {
  readonly id: string;
  readonly kind: MatterKind;
  readonly state: MatterState;
  readonly title: string;
  readonly body: string;
  readonly intakeNo: string;
  readonly category: string | null;
  readonly needsTriage: boolean;
  readonly restricted: boolean;
  readonly proposalPending: boolean;
  readonly now: Date;
}

/** A matter that was left as it is, and the code of the refusal. */
export interface Skipped {
  readonly matterId: string;
  readonly code: string;
  /** Null: there is no such matter, or not for this person. */
  readonly title: string | null;
}

/** Which of the chosen matters stay, and why; `refusal` says it as a code. */
export function skippedOf(
  found: readonly ChosenMatter[],
  refusal: (matter: ChosenMatter) => string | undefined,
): Skipped[] {
  return found.flatMap((matter) => {
    const code = refusal(matter);
    return code === undefined ? [] : [{ matterId: matter.id, code, title: matter.title }];
  });
}

const chosenSql = `
  select m.id, m.kind, m.state, m.title, m.body, m.intake_no as "intakeNo", m.category, m.needs_triage as "needsTriage", m.restricted,
    exists (select 1 from handling_proposal h where h.matter_id = m.id and h.decision is null) as "proposalPending", now() as now
  from matter m`;

/**
 * The matters of an act on many, oldest first, each locked. Ids that do not exist, or not for this person, are skipped.
 * @param state   what a filter that names no state means
 * @param dryRun  nothing will be written: nobody waits for whoever only looks
 * @throws Fault `matter.tooMany` when a filter finds more than 5,000
 */
export async function chosenMatters(
  store: Store,
  matters: { readonly ids: readonly string[] } | { readonly filter: MatterFilter },
  by: Actor,
  { act, state, dryRun = false }: { act: PolicyAct; state: MatterState; dryRun?: boolean },
): Promise<{ found: readonly ChosenMatter[]; skipped: readonly Skipped[] }> {
  const params = new SqlParams();
  const scope = scopeSql(act, by, 'm', params);
  const conditions =
    'ids' in matters
      ? [`m.id = any(${params.add(matters.ids)}::uuid[])`]
      : await chosenBy(store, { ...matters.filter, state: matters.filter.state ?? state }, by, params);
  const found = await store.query<ChosenMatter>(
    `${chosenSql} where ${[scope, ...conditions].join(' and ')} order by m.id limit ${MOST_AT_ONCE + 1}${dryRun ? '' : ' for update of m'}`,
    params.values,
  );
  if (found.length > MOST_AT_ONCE) throw matterFault('tooMany', { limit: MOST_AT_ONCE });
  const known = new Set(found.map(({ id }) => id));
  const missing = 'ids' in matters ? [...new Set(matters.ids)].filter((id) => !known.has(id)) : [];
  return { found, skipped: missing.map((matterId) => ({ matterId, code: 'matter.notFound', title: null })) };
}
