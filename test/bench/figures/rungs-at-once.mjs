import { setTimeout as pause } from 'node:timers/promises';
import { arm, bareAlarms, ringSoon } from '../clocks/armed.mjs';
import { median, rounded } from '../numbers.mjs';
import { once } from '../stage/database.mjs';
import { settled } from '../stage/settling.mjs';

/** The server looks at least every 30 s; what rings later than that is waited for to the instant. */
const aheadSeconds = 40;
const saidSql = `
  select count(*)::int as n, extract(epoch from min(pg_xact_commit_timestamp(f.xmin)) - $1::timestamptz)::float8 as first,
    extract(epoch from max(pg_xact_commit_timestamp(f.xmin)) - $1::timestamptz)::float8 as last
  from clock_firing f where f.fired_at >= $1`;
/** Everything that fired was written into the record and into an inbox. */
const wholeSql = `
  select (select count(*) from audit_row where act = 'clock.escalate' and at >= $1)::int as acts,
    (select count(distinct dedupe_key) from notice where kind = 'clock.escalate' and created_at >= $1)::int as notices`;

/** Thousands of rungs due at one instant, beside a bare table of alarms. */
export const rungsAtOnce = {
  name: 'rungs_at_once',
  about: 'rungs due at one instant, until the last is fired, audited and in the inbox',
  weight: 1.2,
  async measure(bench, span) {
    const crowds = bench.either(
      [
        { n: 10_000, bar: 5 },
        { n: 100_000, bar: 60 },
      ],
      [{ n: 10_000, bar: 5 }],
    );
    const { superuserUrl: url, appUrl, planted } = await bench.database('rungs_at_once');
    const most = bench.either(3, 1);
    await arm(
      url,
      planted,
      crowds.reduce((sum, { n }) => sum + n * most, 0),
    );
    const server = await bench.servers.product('rungs_at_once', appUrl);
    const results = [];
    for (const { n, bar } of crowds) {
      const bare = await bareAlarms(url, n);
      const runs = await span.repeat(n > 10_000 ? 1 : most, () => ring(bench, url, n, bare));
      const value = median(runs.map(({ last }) => last));
      const ratio = n / value / bare;
      const name = n > 10_000 ? 'rungs_at_once_100k' : 'rungs_at_once';
      results.push({ name, value, unit: `s until ${n} are fired`, bare: n / bare, ratio, bar, holds: value <= bar });
    }
    await server.stop();
    await bench.drop('rungs_at_once');
    return results;
  },
};

/** @returns {Promise<{first: number, last: number}>} seconds after the instant */
async function ring(bench, url, n, bare) {
  const [{ at }] = await ringSoon(url, n, { aheadSeconds });
  const until = performance.now() + (aheadSeconds + 240) * 1_000;
  while (performance.now() < until) {
    const [said] = await once(url, { text: saidSql, values: [at] });
    if (said.n >= n) {
      await settled({ superuserUrl: url });
      const [whole] = await once(url, { text: wholeSql, values: [at] });
      if (whole.acts !== n || whole.notices < n)
        throw new Error(`${n} fired, ${whole.acts} in the record, ${whole.notices} told`);
      bench.tell(
        `first after ${rounded(said.first * 1_000)} ms, all ${n} after ${rounded(said.last)} s: ${rounded(n / said.last)}/s; bare ${rounded(bare)}/s`,
      );
      return said;
    }
    await pause(500);
  }
  throw new Error(`not all of ${n} rungs were fired within four minutes`);
}
