import type { Role } from '@ducha/access';
import type { EntityManager } from 'typeorm';
import type { Capacity } from '../../domain/sealed/sealed-release.js';
import { sealedFault } from '../../sealed-faults.js';

const capacities: { readonly [R in Role]?: Capacity } = {
  principal: 'principal',
  bureau_head: 'planner',
  bureau_officer: 'planner',
  auditor: 'auditor',
};

/** In what the holder of such a post may be named; undefined: not at all. */
export const capacityOfPost = (role: Role): Capacity | undefined => capacities[role];

/** In what a person may be named by the posts they hold today; principal before planner. Undefined: not at all. */
export async function capacityOfPerson(tx: EntityManager, personId: string): Promise<Capacity | undefined> {
  const held = await tx.query<{ role: Role }[]>(
    'select role from post where person_id = $1 and from_at <= now() and (to_at is null or to_at > now())',
    [personId],
  );
  const named = held.map(({ role }) => capacities[role]);
  return (['principal', 'planner', 'auditor'] as const).find((one) => named.includes(one));
}

const shortest = 10;
const different = 5;

/** @throws Fault `sealed.weakPassphrase` */
export function refuseWeakPassphrase(passphrase: string, path: string): void {
  const letters = [...passphrase.normalize('NFKC').trim()];
  if (letters.length >= shortest && new Set(letters).size >= different) return;
  throw sealedFault('weakPassphrase', {}, [
    { path, message: `must have at least ${shortest} characters`, constraint: 'minLength' },
  ]);
}
