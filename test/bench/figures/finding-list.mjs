import { plantRound } from '../inspections/round.mjs';
import { plantVillages } from '../inspections/villages.mjs';
import { median, percentile, rounded } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';

const perRound = 4_000;
const barMs = 300;

/** Lists of findings and the roll-up of one inspection among a million findings of 250; `--quick` lays out 100,000 of 25. */
export const findingList = {
  name: 'finding_list',
  about: 'list and roll-up at 1,000,000 findings',
  weight: 1.5,
  async measure(bench, span) {
    const rounds = bench.either(250, 25);
    const database = await bench.database('finding_list');
    const startedAt = performance.now();
    const places = await plantVillages(database, { villages: 16, households: 10 });
    const planted = await plantRound(database, places, { rounds, findings: perRound });
    bench.tell(`${rounds * perRound} findings laid out in ${rounded((performance.now() - startedAt) / 1_000)} s`);
    const server = await bench.servers.product('finding_list', database.appUrl);
    const questions = questionsOf(planted, places);
    const each = bench.either(10, 4);
    await ask(server, database.planted, questions, 1);
    const runs = await span.repeat(5, () => ask(server, database.planted, questions, each));
    await server.stop();
    for (const { path } of questions)
      bench.tell(
        `${rounded(median(runs.flatMap((run) => run.filter((one) => one.path === path).map(({ ms }) => ms))))} ms  ${path}`,
      );
    const p95 = (wanted) =>
      median(
        runs.map((run) =>
          percentile(
            run.filter(wanted).map(({ ms }) => ms),
            0.95,
          ),
        ),
      );
    const value = p95(() => true);
    const result = { unit: `ms p95 at ${rounds * perRound} findings`, bare: null, ratio: null };
    const part = (name, wanted) => ({ name, value: p95(wanted), ...result, bar: null, holds: true });
    return [
      { name: 'finding_list', value, ...result, bar: barMs, holds: value <= barMs },
      part('finding_list_pages', ({ path }) => path.startsWith('/findings')),
      part('finding_list_roll_up', ({ path }) => path.includes('roll-up')),
    ];
  },
};

function questionsOf(rounds, { towns }) {
  const [first, middle, last] = [rounds[0], rounds[rounds.length >> 1], rounds.at(-1)].map(({ id }) => id);
  return [
    ...[
      '',
      `?inspectionId=${middle}`,
      `?inspectionId=${last}&severity=serious`,
      `?unitId=${towns[3]}`,
      '?standing=confirmed',
    ],
    ...[`?inspectionId=${first}&clause=waste`, '?severity=serious', `?unitId=${towns[9]}&standing=recorded`],
  ]
    .map((filters) => ({ who: 'officer1', path: `/findings${filters}` }))
    .concat([
      { who: 'town9-liaison', path: '/findings' },
      { who: 'principal', path: `/inspections/${middle}/roll-up` },
      { who: 'head', path: `/inspections/${last}/roll-up` },
      { who: 'principal', path: `/inspections/${last}/roll-up?against=${middle}` },
      { who: 'officer1', path: `/inspections/${middle}/spreads` },
    ]);
}

async function ask({ address }, { cookie }, questions, each) {
  const client = new Client(address, '');
  const times = [];
  for (let turn = 0; turn < each; turn += 1)
    for (const { who, path } of questions) {
      const startedAt = performance.now();
      await client.get(path, cookie[who]);
      times.push({ path, ms: performance.now() - startedAt });
    }
  client.close();
  return times;
}
