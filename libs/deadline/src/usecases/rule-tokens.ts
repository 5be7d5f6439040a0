import type { Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';

/** A kind of rule that processes keep in memory. */
export type RuleKind = 'calendar' | 'law_profile' | 'ladder';

/** Waits for whoever changes rules of this kind just now; answers the digest of the shipped text taken in last. */
export async function holdRules(tx: EntityManager, kind: RuleKind): Promise<string> {
  const [row] = await tx.query<{ shipped: string }[]>('select shipped from time_rules where kind = $1 for update', [
    kind,
  ]);
  return row?.shipped ?? '';
}

/** Tells every process that what it keeps is old, once this transaction commits. */
export async function renewToken(tx: EntityManager, kind: RuleKind, ids: Ids): Promise<void> {
  await tx.query('update time_rules set token = $2 where kind = $1', [kind, ids.next()]);
}
