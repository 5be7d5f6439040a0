import { type Role, roles, Sessions } from '@ducha/access';
import type { PersonKey, UnitKey, World } from '#test-kit';
import type { Reader } from './reader.js';

const below: Partial<Record<UnitKey, readonly UnitKey[]>> = {
  county: ['county', 'bureau', 'office', 'water', 'housing', 'city', 'town', 'village'],
  town: ['town', 'village'],
};

/** Everybody of the test county, with role, sub-tree and leader as the rows say. Every role of the policy has somebody. */
export async function readersOf(world: World): Promise<Reader[]> {
  const { county, store } = world;
  const posts = await store.query<{ person_id: string; role: Role; unit_id: string; serves_person_id: string | null }>(
    'select person_id, role, unit_id, serves_person_id from post',
  );
  const keyOf = <K extends string>(ids: Readonly<Record<K, string>>, id: string): K => {
    const found = (Object.keys(ids) as K[]).find((key) => ids[key] === id);
    if (found === undefined) throw new Error(`nobody has ${id}`);
    return found;
  };
  const readers = posts.map(({ person_id, role, unit_id, serves_person_id }) => {
    const unit = keyOf<UnitKey>(county.unit, unit_id);
    const serves = serves_person_id === null ? null : keyOf<PersonKey>(county.person, serves_person_id);
    return { key: keyOf<PersonKey>(county.person, person_id), role, units: below[unit] ?? [unit], serves };
  });
  const missing = roles.filter((role) => !readers.some((reader) => reader.role === role));
  if (missing.length > 0) throw new Error(`the test county has nobody who is ${missing.join(', ')}`);
  return readers;
}

/** A session of one's own, so that signing out ends nobody else's. */
export async function freshCookie(world: World, key: PersonKey): Promise<string> {
  const sessions = world.app.get(Sessions, { strict: false });
  const session = await world.store.transaction((tx) =>
    sessions.open(tx, world.county.account[key], { source: 'test', device: 'test' }),
  );
  return `ducha=${session.token}`;
}
