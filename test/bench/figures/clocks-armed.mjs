import pg from 'pg';
import { arm } from '../clocks/armed.mjs';
import { percentile, rounded } from '../numbers.mjs';

const bar = 5;
/** What a turn asks that finds nothing: whom to ring, and when to look again. */
const claimSql =
  'select c.id from clock c where c.next_rung_at <= now() and c.held_at is null order by c.next_rung_at limit 1000 for update of c skip locked';
const soonestSql =
  'select extract(epoch from c.next_rung_at - now()) from clock c where c.next_rung_at is not null and c.held_at is null order by c.next_rung_at limit 1';

/** A sweep that finds nothing among many armed clocks. */
export const clocksArmed = {
  name: 'clocks_armed',
  about: 'a sweep that finds nothing among many armed clocks',
  weight: 0.7,
  async measure(bench) {
    const armed = bench.either(1_000_000, 200_000);
    const { superuserUrl, planted } = await bench.database('clocks_armed');
    await arm(superuserUrl, planted, armed);
    const value = percentile(await idleTurns(superuserUrl), 0.95);
    await bench.drop('clocks_armed');
    bench.tell(`${rounded(value)} ms p95`);
    const unit = `ms p95 among ${armed} armed`;
    return [{ name: 'clocks_armed', value, unit, bare: null, ratio: null, bar, holds: value <= bar }];
  },
};

async function idleTurns(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times = [];
  for (let at = 0; at < 300; at += 1) {
    const startedAt = performance.now();
    await client.query(claimSql);
    await client.query(soonestSql);
    times.push(performance.now() - startedAt);
  }
  await client.end();
  return times;
}
