import { fillPast } from '../lists/fill.mjs';
import { questionsOf } from '../lists/questions.mjs';
import { median, percentile, rounded, seededRandom } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';

const small = 10_000;
const large = 1_000_000;
const bars = { growth: 1.5, ms: 20 };
const lists = ['inbox', 'ledger'];

/** The first page of the inbox and of the ledger, with filters, in a young county and in one that is a hundred times as old. */
export const listGrowth = {
  name: 'list_growth',
  about: 'first pages of inbox and ledger at 10,000 and 1,000,000 assignments',
  weight: 4,
  async measure(bench, span) {
    const young = await openCounty(bench, 'lists_small', small);
    const old = await openCounty(bench, 'lists_large', affordable(span, young));
    const each = bench.either(10, 4);
    for (const county of [young, old]) await askAll(county, 1, 0);
    const runs = await span.repeat(5, async (run) => ({
      young: await askAll(young, each, run),
      old: await askAll(old, each, run),
    }));
    tellSlowest(bench, runs);
    await Promise.all([young.server.stop(), old.server.stop()]);
    return resultsOf(runs, old.assignments);
  },
};

async function openCounty(bench, name, assignments) {
  const database = await bench.database(name);
  const startedAt = performance.now();
  const filled = await fillPast(database, assignments);
  const seconds = (performance.now() - startedAt) / 1_000;
  bench.tell(`${filled.assignments} assignments of ${filled.tasks} tasks laid out in ${rounded(seconds)} s`);
  const server = await bench.servers.product(name, database.appUrl);
  return { ...filled, server, seconds, planted: database.planted, questions: questionsOf(database.planted) };
}

/** `--quick` on a slow machine lays out fewer, so that it ends in time; the unit then says how many. */
function affordable(span, { assignments, seconds }) {
  const within = (span.leftMs / 1_000) * 0.7;
  return Math.max(2 * small, Math.min(large, Math.floor((within / seconds) * assignments)));
}

/** Asks every question so many times, one at a time, in an order that is the same at every run of the bench. */
async function askAll({ server, planted, questions }, each, run) {
  const random = seededRandom(run + 1);
  const order = questions.flatMap((question) => Array.from({ length: each }, () => ({ question, at: random() })));
  order.sort((a, b) => a.at - b.at);
  const client = new Client(server.address, '');
  const answers = [];
  for (const { question } of order) {
    const startedAt = performance.now();
    await client.get(question.path, planted.cookie[question.who]);
    answers.push({
      list: question.list,
      question: `${question.who} ${decodeURIComponent(question.path)}`,
      ms: performance.now() - startedAt,
    });
  }
  client.close();
  return answers;
}

const p95 = (answers) =>
  percentile(
    answers.map(({ ms }) => ms),
    0.95,
  );

/** The worse of the two lists stands for both; each follows by itself, without a bar. */
function resultsOf(runs, assignments) {
  const unit = `ms p95 at ${assignments}`;
  const found = lists.map((list) => {
    const of = (side) => median(runs.map((run) => p95(run[side].filter((answer) => answer.list === list))));
    const [value, bare] = [of('old'), of('young')];
    return { list, unit, value, bare, ratio: value / bare };
  });
  const steepest = found.reduce((worst, one) => (one.ratio > worst.ratio ? one : worst));
  const slowest = Math.max(...found.map(({ value }) => value));
  return [
    { ...steepest, name: 'list_growth', bar: bars.growth, holds: steepest.ratio <= bars.growth },
    {
      name: 'list_growth_time',
      unit,
      value: slowest,
      bare: null,
      ratio: null,
      bar: bars.ms,
      holds: slowest <= bars.ms,
    },
    ...found.map((one) => ({ ...one, name: `list_growth_${one.list}`, bar: null, holds: true })),
  ];
}

/** Which questions decide the percentile: where to look first when it does not hold. */
function tellSlowest(bench, runs) {
  const times = new Map();
  for (const { old, young } of runs) {
    for (const { question, ms } of old)
      (times.get(question) ?? times.set(question, { old: [], young: [] }).get(question)).old.push(ms);
    for (const { question, ms } of young) times.get(question)?.young.push(ms);
  }
  const slowest = [...times]
    .map(([question, { old, young }]) => ({ question, old: median(old), young: median(young) }))
    .sort((a, b) => b.old - a.old);
  bench.tell('slowest, medians in ms (large county, small county):');
  for (const { question, old, young } of slowest.slice(0, 12))
    bench.tell(`${rounded(old)}  ${rounded(young)}  ${question}`);
}
