import { prepared } from '@ducha/store';
import type { World } from '#test-kit';

/** Written also when nothing happens: the records of refusals, attempts to sign in, when a session was last seen, when a sweep ran. */
const recorded = new Set([
  'audit_row',
  'audit_words',
  'audit_pending',
  'audit_link',
  'audit_anchor',
  'login_attempt',
  'session',
  'sweep_turn',
  'sealed_act',
  'sealed_attempt',
]);

/** A digest of every row of every table, but the record of refusals, of sessions and of sweeps. */
export async function storedState(world: World): Promise<string> {
  const tables = await world.store.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const parts = tables
    .filter(({ name }) => !recorded.has(name) && !name.startsWith('migration'))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as n, coalesce(sum(hashtext(t::text)::bigint), 0)::text as hash from ${name} t`,
    );
  return JSON.stringify(await world.store.query(prepared(parts.join(' union all '))));
}
