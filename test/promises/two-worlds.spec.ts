import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Numbers } from '@ducha/store';
import pg from 'pg';
import { type PersonKey, World } from '#test-kit';
import { InspectionStory } from '../flows/stories/inspection-story.js';
import { afterwards, matterEntered } from './kit/afterwards.js';
import type { Stream } from './kit/door.js';
import { OutsiderRequests, type Tried } from './kit/outsider-requests.js';
import { plantRelations, type Planted } from './kit/planted.js';
import type { Reader } from './kit/reader.js';
import { readersOf } from './kit/readers.js';
import { routesOf } from './kit/routes.js';
import { Samples } from './kit/samples.js';
import { calledUp, crew, liveSealed, named, type SealedLife, sealedWords } from './kit/sealed-life.js';
import { type SharedRequest, Twins } from './kit/twins.js';
import { holds, openTables, rowsOf } from './kit/world-dump.js';

jest.setTimeout(600_000);

const env = { DUCHA_FRESH_MINUTES: '60', DUCHA_LOG_LEVEL: 'trace' };
const timed = ['/inspections?limit=50', '/inspection-frequency', '/sealed-inspections', '/call-ups', '/tasks?limit=50'];
const timedTurns = 250;

/** What a stream said but for its heartbeat, which beats by the clock of the process. */
const eventsOf = (stream: Stream | undefined): string =>
  (stream?.text ?? '')
    .split('\n\n')
    .filter((block) => !block.includes('event: ping'))
    .join('\n\n');

/** An instant of tomorrow, so that nothing was planted later. */
const tomorrowAt = (time: string): string => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T${time}`;

/** What is for the asker: a called person's call-up, and sealed plans for who is named in one. Everywhere else these are outsiders, too. */
const theirOwn = ({ as, path }: SharedRequest): boolean =>
  as !== null &&
  ((calledUp.includes(as) && path.startsWith('/call-ups')) || (named.includes(as) && path.startsWith('/sealed-')));

describe('two worlds: in one a sealed inspection is lived until its release is asked for', () => {
  let base: World;
  let twins: Twins;
  let planted: Planted;
  let readers: Reader[];
  let life: SealedLife;
  let streams = new Map<PersonKey, readonly Stream[]>();
  let began = 0;
  const log: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write');

  beforeAll(async () => {
    base = await World.open();
    // a morning: at no time of the day does anything fall due while the clocks stand
    await base.clock.set(tomorrowAt('02:00:00Z'));
    planted = await plantRelations(base);
    // whoever holds several posts asks once
    readers = [...new Map((await readersOf(base)).map((one) => [one.key, one])).values()];
    await new InspectionStory(base).trains('waterStaff', 'housingHead');
    for (const { key } of readers) await base.as(key).sees('/session');
    began = await base.seconds();
    stderr.mockImplementation((line) => log.push(String(line)) > 0);
    twins = await Twins.like(base, { env });
    await standsAt(1);
    const [last] = await twins.a.store.query<{ seq: number }>('select max(seq)::int as seq from audit_link');
    streams = await twins.follow(
      readers.map(({ key }) => key),
      Math.max(0, (last?.seq ?? 0) - 50),
    );
    life = await liveSealed(twins.a);
    // everybody's browser asks whether somebody is called up, in both worlds
    for (const key of calledUp) await twins.b.as(key).get('/call-ups');
    await standsAt(20);
  });
  afterAll(async () => {
    stderr.mockRestore();
    for (const pair of streams.values()) pair.forEach((stream) => stream.close());
    await twins.close();
    await base.close();
  });

  const standsAt = (minutes: number): Promise<unknown> =>
    twins.both((world) => world.clock.stand(new Date((began + minutes * 60) * 1000).toISOString()));

  function requests(): OutsiderRequests {
    const tried: Tried = {
      made: life.ids,
      meant: {
        units: life.meant.slice(0, 2),
        sites: life.meant.slice(2),
        persons: [twins.a.county.person.groupLeader],
        inspectors: [twins.a.county.person.groupLeader],
      },
      words: [sealedWords[0], '代庄', '仪封'],
    };
    return new OutsiderRequests(routesOf(twins.a), readers, planted, tried);
  }

  it('give what comes afterwards the same numbers, ids, warnings and code', async () => {
    await standsAt(21);
    const [a, b] = await afterwards(twins);
    expect(a.number).toMatch(/查〔20\d\d〕\d+号$/);
    expect(a.code).toEqual(expect.any(String));
    expect(a).toEqual(b);
    // whoever holds an issued device signs out everywhere else
    const leaves = crew.map((key) => ({ as: key, method: 'DELETE', path: '/session/devices' }));
    expect(await twins.ask(leaves)).toEqual([]);
    const code = JSON.stringify({ code: a.code });
    const check = { as: null, method: 'POST', path: '/inspection-codes/check', body: code };
    expect(await twins.ask([check, { as: 'auditor', method: 'GET', path: '/inspection-frequency' }])).toEqual([]);
  });

  it('are the same to everybody outside: every answer, byte for byte', async () => {
    const all = requests();
    const asked = [...all.reads(), ...all.refusedWrites(), ...all.goodWrites(new Samples(twins.a, planted))].filter(
      (request) => !theirOwn(request),
    );
    const differences = await twins.ask(asked);
    const answers = Object.entries(twins.statuses).map(([status, n]) => `${n} × ${status}`);
    console.info(`${asked.length} requests (${answers.join(', ')}), ${differences.length} differences`);
    expect(asked.length).toBeGreaterThan(3_000);
    expect(twins.statuses[200]).toBeGreaterThan(1_000);
    expect(differences.slice(0, 20)).toEqual([]);
    expect(twins.broken).toEqual([]);
  });

  it('say the same by live events', async () => {
    const [{ id }] = await twins.both((world) => world.as('officer').does('/tasks', { title: '最后一件' }));
    await twins.rest();
    await Promise.all((streams.get('auditor') ?? []).map((stream) => stream.said(id)));
    const differing = [...streams].filter(([, [a, b]]) => eventsOf(a) !== eventsOf(b));
    console.info(`live events of ${streams.size} people, ${differing.length} differ`);
    expect(differing.map(([key, [a, b]]) => [key, eventsOf(a), eventsOf(b)])).toEqual([]);
    expect(streams.get('auditor')?.[0]?.text).toContain(id);
  });

  it('hold the same rows, and nothing in them or in the log that stands in the plan', async () => {
    await twins.rest();
    expect(await differingTables()).toEqual([]);
    const sealed = await rowsOf(twins.a, `relname like 'sealed\\_%' or relname like 'call\\_up%'`);
    const rest = await rowsOf(twins.a, `not (relname like 'sealed\\_%' or relname like 'call\\_up%')`);
    const said = log.join('');
    expect(sealed.length).toBeGreaterThan(30);
    const text = sealed.join('\n');
    expect([...sealedWords, ...life.names, ...life.meant].filter((one) => holds(text, one))).toEqual([]);
    const open = rest.filter((row) => !row.startsWith('session ')).join('\n');
    // an outsider who tried the plan's id left it in the record of refusals, in both worlds alike
    const tried = await twins.both((world) =>
      rowsOf(world, `not (relname like 'sealed\\_%' or relname like 'call\\_up%')`),
    );
    const inBoth = (one: string): boolean => holds(tried[1].join('\n'), one);
    expect([...sealedWords.slice(1), ...life.ids].filter((one) => holds(open, one) && !inBoth(one))).toEqual([]);
    expect([...sealedWords, ...life.ids].filter((one) => said.includes(one))).toEqual([]);
    // control: the same search finds what does lie in rows
    expect(holds(rest.join('\n'), '代庄村')).toBe(true);
    expect(holds(text, life.id)).toBe(true);
  });

  it('answer the same when they are timed; what that takes is told and decides nothing', async () => {
    const requests = timed.map((path) => ({ as: 'auditor', method: 'GET', path }) as const);
    expect(await twins.ask(requests)).toEqual([]);
    for (const request of requests) {
      const [a, b] = await twins.medians(request, timedTurns);
      const apart = ((100 * Math.abs(a - b)) / b).toFixed(1);
      console.info(
        `${request.path}: medians of ${2 * timedTurns} in turns ${a.toFixed(2)} and ${b.toFixed(2)} ms, ${apart} % apart`,
      );
    }
  });

  it('differ as soon as one count forgets to leave sealed plans out', async () => {
    const lists = readers.map(({ key }) => ({ as: key, method: 'GET', path: '/inspections?limit=200' }));
    expect(await twins.ask(lists)).toEqual([]);
    const admin = new pg.Client({ connectionString: twins.a.urls.superuserUrl });
    await admin.connect();
    try {
      // what a single table for both kinds of plans would answer with, before every list
      await admin.query(`create view test_clock.inspection as select * from public.inspection
        union all select (jsonb_populate_record(null::public.inspection, to_jsonb(one) || jsonb_build_object('id', s.id))).*
          from (select * from public.inspection order by id limit 1) one, public.sealed_inspection s where s.id = '${life.id}';
        grant select on test_clock.inspection to public; analyze public.inspection`);
      const differences = await twins.ask(lists);
      console.info(`control, a list that forgets: ${differences.length} of ${lists.length} answers differ`);
      expect(differences.length).toBeGreaterThan(3);
    } finally {
      await admin.query('drop view if exists test_clock.inspection; analyze public.inspection');
      await admin.end();
    }
  });

  it('differ as soon as somebody is told of a sealed plan', async () => {
    const inboxes = readers.map(({ key }) => ({ as: key, method: 'GET', path: '/notices?limit=50' }));
    expect(await twins.ask(inboxes)).toEqual([]);
    const notices = twins.a.app.get(Notices, { strict: false });
    const personId = twins.a.county.person.officer;
    await twins.a.store.transaction((tx) =>
      notices.tell(tx, [{ kind: 'inspection.released', dedupeKey: `control ${life.id}`, personId }]),
    );
    await twins.rest();
    const differences = await twins.ask(inboxes);
    console.info(`control, a notice: ${differences.length} of ${inboxes.length} inboxes differ`);
    expect(differences).toEqual([expect.stringMatching(/^officer GET \/notices/)]);
    expect(await differingTables()).toContain('notice');
  });

  it('differ as soon as a sealed plan takes a number or an id from what others share', async () => {
    const year = new Date(began * 1000).getUTCFullYear();
    await twins.a.app.get(Numbers, { strict: false }).next('inspection', year);
    twins.a.app.get<Ids>(IDS, { strict: false }).next();
    const [a, b] = await twins.both(matterEntered);
    expect(a.id).not.toEqual(b.id);
    const differing = await differingTables();
    expect(differing).toContain('matter');
    expect(differing.some((name) => /^number_[0-9a-f]+_\d{4}$/.test(name))).toBe(true);
  });

  /** Tables and sequences outside the sealed ones that are not alike in both. */
  async function differingTables(): Promise<string[]> {
    const [a, b] = await twins.both(openTables);
    const differing = Object.keys(a).filter((table) => a[table] !== b[table]);
    console.info(`${Object.keys(a).length} tables and sequences outside the sealed ones, ${differing.length} differ`);
    return differing;
  }
});
