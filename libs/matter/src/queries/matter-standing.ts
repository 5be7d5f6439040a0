import { prepared, type Store } from '@ducha/store';
import { openTaskStates } from '@ducha/task';
import type { MatterStanding } from '../domain/matter-actions.js';
import { hasReplyDuty, matterKindNames } from '../domain/matter-kind.js';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const dutyKinds = quoted(matterKindNames.filter(hasReplyDuty));

/** SQL condition on signatory `g` of matter `w`: no reply of this round reached it. */
export const waits = `not exists (select 1 from reply r where r.signatory_id = g.id and r.round = w.round)`;

/** SQL condition: matter `w` is `m` itself or was merged into it, and its askers are answered with it. */
export const answeredWith = (m: string): string => `(w.id = ${m}.id or w.merged_into_id = ${m}.id)`;

/** Columns of a `MatterStanding`, for the row alias `m`. */
export const standingColumns = `m.kind, m.state, m.restricted,
  m.state = 'handed_over' and exists (select 1 from hand_over d where d.matter_id = m.id and d.receipt_at is null) as "receiptAwaited",
  (select count(*)::int from reply r where m.state = 'replied' and r.matter_id = m.id and r.round = m.round and r.feedback is null and r.lapsed_at is null) as unjudged,
  m.merged_into_id is not null as "isMerged",
  exists (select 1 from matter x where x.merged_into_id = m.id) as "hasMerged",
  exists (select 1 from handling_proposal h where h.matter_id = m.id and h.decision is null) as "proposalPending",
  exists (select 1 from task t where t.matter_id = m.id and t.state in (${quoted(openTaskStates)})) as "hasOpenTask",
  (select count(*)::int from matter w join signatory g on g.matter_id = w.id where ${answeredWith('m')} and ${waits}) as unanswered,
  (select count(*)::int from matter w join signatory g on g.matter_id = w.id where ${answeredWith('m')} and w.kind in (${dutyKinds}) and ${waits}) as owed`;

const standingSql = prepared(`select ${standingColumns} from matter m where m.id = $1`);

/** How a matter stands, for the rules of `domain/matter-actions.ts`. */
export async function standingOf(store: Store, matterId: string): Promise<MatterStanding> {
  const standing = await store.queryOne<MatterStanding>(standingSql, [matterId]);
  if (!standing) throw new Error(`matter ${matterId} has just been read and is gone`);
  return standing;
}
