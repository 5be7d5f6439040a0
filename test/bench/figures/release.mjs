import { request } from 'node:http';
import { plantCrew } from '../inspections/crew.mjs';
import { plantVillages } from '../inspections/villages.mjs';
import { median, rounded } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';
import { once } from '../stage/database.mjs';

const people = 175;
const groups = 16;
const barS = 5;

/** How many transactions wrote the notices of a release, and how many notices there are. */
const noticesSql = `
  select count(*)::int as notices, count(distinct xmin::text)::int as transactions from notice where kind = 'inspection.released' and facts ->> 'inspectionId' = $1`;

/** An inspection of 175 people in 16 groups goes out: all is stored in one transaction, and every one of 175 open pages is told. */
export const release = {
  name: 'release',
  about: '175 people and 16 groups: one transaction, then 175 live streams',
  weight: 1,
  async measure(bench, span) {
    const database = await bench.database('release');
    const crew = await plantCrew(database, people);
    const places = await plantVillages(database, { villages: groups, households: 1 });
    const server = await bench.servers.product('release', database.appUrl);
    const runs = await span.repeat(bench.either(5, 3), async (run) => {
      const id = await planned(server, database.planted, { crew, places, run });
      const found = await releaseOnce(server, database.planted, crew, id);
      const [stored] = await once(database.superuserUrl, { text: noticesSql, values: [id] });
      if (stored.transactions !== 1 || stored.notices !== people)
        throw new Error(`${stored.notices} notices in ${stored.transactions} transactions`);
      bench.tell(`act ${rounded(found.actS)} s, last of ${people} streams after ${rounded(found.lastS)} s`);
      return found;
    });
    await server.stop();
    const value = median(runs.map(({ lastS }) => lastS));
    const act = median(runs.map(({ actS }) => actS));
    const result = { unit: 's', bare: null, ratio: null };
    return [
      {
        name: 'release',
        value,
        ...result,
        unit: `s until ${people} streams were told`,
        bar: barS,
        holds: value <= barS,
      },
      { name: 'release_act', value: act, ...result, bar: null, holds: true },
    ];
  },
};

/** A frozen plan of the usual crew, in a week of its own. @returns its id */
async function planned({ address }, { cookie }, { crew, places, run }) {
  const officer = new Client(address, cookie.officer1);
  const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
  const { id } = await officer.post('/inspections', { name: `第${run + 1}轮暗访` });
  const perGroup = Math.floor(people / groups);
  const plan = {
    name: `第${run + 1}轮暗访`,
    ...{ contentClass: 'key_deployments', type: 'special', methods: ['unannounced_visit'] },
    ...{ purpose: '了解真实情况', scope: '村容村貌、驻村帮扶', standard: { id: places.standardId, number: 1 } },
    ...{ fromOn: day(run * 14), toOn: day(run * 14 + 1) },
    objects: places.towns.map((unitId) => ({ unitId })),
    sites: places.sites.map(({ id: siteId }, n) => ({ siteId, group: n + 1 })),
    groups: Array.from({ length: groups }, (_, n) => {
      const own = crew.slice(n * perGroup, n === groups - 1 ? people : (n + 1) * perGroup).map((one) => one.id);
      return { name: `第${n + 1}组`, charter: '看村看户', leaderId: own[0], memberIds: own.slice(1) };
    }),
  };
  const version = async () => (await officer.get(`/inspections/${id}`, cookie.head)).version;
  await officer.change('PUT', `/inspections/${id}/plan`, plan, await version());
  await officer.change('POST', `/inspections/${id}/propose`, {}, await version());
  await officer.change('POST', `/inspections/${id}/approve`, {}, await version(), cookie.principal);
  officer.close();
  return id;
}

async function releaseOnce({ address }, { cookie }, crew, id) {
  const streams = await Promise.all(crew.map((one) => follow(address, one.cookie, id)));
  const head = new Client(address, cookie.head);
  const { version } = await head.get(`/inspections/${id}`);
  const startedAt = performance.now();
  await head.change('POST', `/inspections/${id}/release`, {}, version);
  const actS = (performance.now() - startedAt) / 1_000;
  const told = await Promise.all(streams.map(({ heard }) => heard));
  for (const { close } of streams) close();
  head.close();
  return { actS, lastS: (Math.max(...told) - startedAt) / 1_000 };
}

/** One open page. `heard` is the instant at which it was told that the inspection is out. */
function follow(address, cookie, id) {
  return new Promise((ready, refuse) => {
    let close;
    const heard = new Promise((done, late) => {
      const timer = setTimeout(() => late(new Error('a stream was not told within 60 s')), 60_000);
      const sent = request(
        `${address}/api/v1/events`,
        { headers: { cookie, accept: 'text/event-stream' }, agent: false },
        (answer) => {
          if (answer.statusCode !== 200) refuse(new Error(`the stream answered ${answer.statusCode}`));
          let text = '';
          answer.on('data', (part) => {
            text += part;
            if (text.includes('event: ready')) ready({ heard, close });
            // in the post of their unit they are told that there is news, and no more
            if (
              !text.includes('"act":"notice.told"') &&
              !(text.includes('"act":"inspection.release"') && text.includes(id))
            )
              return;
            clearTimeout(timer);
            done(performance.now());
          });
        },
      );
      close = () => {
        clearTimeout(timer);
        sent.destroy();
      };
      sent.on('error', (error) => (sent.destroyed ? undefined : refuse(error)));
      sent.end();
    });
  });
}
