import { setTimeout as pause } from 'node:timers/promises';
import { arm } from '../clocks/armed.mjs';
import { rounded } from '../numbers.mjs';
import { once } from '../stage/database.mjs';

const bar = 5_000;
const place = { profile: 'local.instruction', rule: 'ordinary' };
const withinMs = 240_000;
const movedSql = `
  select count(*)::int as n, extract(epoch from max(pg_xact_commit_timestamp(h.xmin)) - $1::timestamptz)::float8 as seconds
  from clock_change h where h.because = 'calendar'`;

/** A changed rule of a law: every running clock that rests on it is worked out anew, and moves. */
export const recompute = {
  name: 'recompute',
  about: 'clocks worked out anew after a law changed',
  weight: 0.8,
  async measure(bench) {
    const clocks = bench.either(100_000, 20_000);
    const { superuserUrl: url, appUrl, planted } = await bench.database('recompute');
    await arm(url, planted, clocks, [place.profile, place.rule, '{"n":15,"unit":"natural_day"}']);
    const server = await bench.servers.product('recompute', appUrl);
    const changedAt = await changeLaw(server.address, planted.cookie.head, url);
    const seconds = await allMoved(url, clocks, changedAt);
    await server.stop();
    await bench.drop('recompute');
    const value = clocks / seconds;
    bench.tell(`${clocks} clocks moved in ${rounded(seconds)} s`);
    return [{ name: 'recompute', value, unit: 'clocks/s', bare: null, ratio: null, bar, holds: value >= bar }];
  },
};

/** The head of the bureau gives a day more. @returns {Promise<Date>} the database's instant */
async function changeLaw(address, cookie, url) {
  const route = `${address}/api/v1/law-profiles/${place.profile}`;
  const read = await (await fetch(route, { headers: { cookie } })).json();
  const { title, titleZh, source, kinds, from, countsFirstDay, rolls, dayEndsAt } = read;
  const clocks = read.clocks.map(({ code, startsAt, holder, article, term, importance, ...words }) => ({
    ...{ code, startsAt, holder, article, title: words.title, titleZh: words.titleZh },
    term: code === place.rule ? { ...term, n: term.n + 1 } : term,
    ...(importance && { importance }),
  }));
  const body = { title, titleZh, source, place: read.place, kinds, from, countsFirstDay, rolls, dayEndsAt, clocks };
  const [{ now }] = await once(url, 'select now() as now');
  const answer = await fetch(route, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${read.revision}"` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the law was not changed: ${answer.status} ${await answer.text()}`);
  return now;
}

async function allMoved(url, clocks, since) {
  for (const until = performance.now() + withinMs; performance.now() < until; await pause(200)) {
    const [{ n, seconds }] = await once(url, { text: movedSql, values: [since] });
    if (n >= clocks) return seconds;
  }
  throw new Error(`not all of ${clocks} clocks moved within ${withinMs / 1_000} s`);
}
