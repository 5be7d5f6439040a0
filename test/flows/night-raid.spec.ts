import { nodeDigests, verifyDraw } from '@ducha/inspection';
import { PdfPrinter } from '@ducha/paper';
import { type Json, type PersonKey, World } from '#test-kit';
import { must, RaidStory } from './stories/raid-story.js';
import type { Raider } from './stories/raid-crew.js';

jest.setTimeout(600_000);

interface Page {
  readonly verdictOn: (text: string) => { readonly difference: object | null };
}
// the web's sources are resolved by its bundler, so the compiler of the server does not follow this path
const { verdictOn } = jest.requireActual<Page>('../../apps/web/src/draw/verdict');

let world: World;
let s: RaidStory;
beforeAll(async () => {
  world = await World.open();
  s = new RaidStory(world);
  await s.begins();
});
afterAll(() => world.close());

const numbers = Array.from({ length: 16 }, (_, n) => n + 1);
/** Group 3's leader steps back; its second member holds a device in reserve and goes on. */
const steppingBack = 3;
const silent = 3;
const villageOf = new Map<number, Json>();
const redHouseholds = [1, 9];
/** Nobody of the bureau gets round to what this group found. */
const unconfirmed = 12;
const wasteGroups = numbers.slice(0, 12);
const outcomes: Readonly<Record<number, 'absent' | 'moved' | 'refused'>> = { 2: 'absent', 4: 'moved', 6: 'refused' };

/** Who does the work of a group once its village has been entered. */
const worker = (group: number): Raider => {
  const raider = group === steppingBack ? s.groupOf(group)[1] : s.leader(group);
  if (!raider) throw new Error(`group ${group} has nobody`);
  return raider;
};
const bothSay = (record: Json): unknown[] => [
  verifyDraw(record, nodeDigests).holds,
  verdictOn(JSON.stringify(record)).difference,
];
const sealedView = (): Promise<Json> => s.sealed.does('magistrate', s.id, 'open');

describe('22:30, the magistrate’s order', () => {
  it('becomes a sealed plan whose villages and groups are drawn, and which is closed with its shares', async () => {
    const home = s.groupOf(16)[2];
    await world
      .asAccount(home?.accountId ?? '')
      .does('/recusal-declarations', { unitId: s.towns[0]?.id, ground: 'home' });
    await s.clock('22:30');
    s.calls.id = await s.sealed.started(await s.plan());
    await s.sealed.does('magistrate', s.id, 'instruct', { words: '明天一早有任务，先把人组织起来' });
    await s.sealed.does('bureauHead', s.id, 'commit-draw');
    const { inspection } = await s.sealed.does('bureauHead', s.id, 'draw', { contribution: '22 30 16' });
    const { sites } = inspection.plan;
    expect(sites.map(({ group }: Json) => group).sort((a: number, b: number) => a - b)).toEqual(numbers);
    for (const { id } of s.towns) expect(sites.filter(({ unit }: Json) => unit.id === id)).toHaveLength(8);
    expect(sites.find(({ group }: Json) => group === 16).unit.id).toBe(s.towns[1]?.id);
    await s.sealed.takesShares(s.id, 'bureauHead', 'magistrate');
    expect(await s.sealed.does('bureauHead', s.id, 'seal')).toMatchObject({ inspection: { state: 'sealed' } });
  });

  it('calls fifty people for seven o’clock without a purpose, and lists who is silent', async () => {
    await s.callsUp();
    const everybody = s.everybody();
    expect(everybody).toHaveLength(50);
    for (const [i, browser] of everybody.entries()) {
      const { text, body } = await browser.get('/call-ups');
      expect(body).toMatchObject([{ place: '县政府大礼堂', lasts: '两天', withdrawn: false }]);
      expect(text).not.toMatch(/仪封|兰阳|夜查|驻村/);
      if (i >= silent) await browser.does(`/call-ups/${body[0].id}/acknowledge`);
    }
    const waiting = [...(await s.called()).values()].filter(({ acknowledgedAt }) => acknowledgedAt === null);
    expect(waiting.map(({ personId }) => personId).sort()).toEqual(
      s.raiders
        .slice(0, silent)
        .map(({ personId }) => personId)
        .sort(),
    );
    await s.atDesk('ring', { words: '已电话通知' }, ({ acknowledgedAt }) => acknowledgedAt === null);
    const [late] = everybody;
    await late?.does(`/call-ups/${(await late.sees('/call-ups'))[0].id}/acknowledge`);
    await world.settles();
    for (const browser of everybody) expect((await browser.sees('/notices')).items).toEqual([]);
  });
});

describe('07:00, the hall', () => {
  it('takes telephones into custody and hands out devices that wait', async () => {
    await s.clock('06:40', true);
    await s.atDesk('arrive', {}, ({ rings }) => rings.length > 0);
    await s.phones('hand_in');
    for (const raider of [...numbers.map((n) => s.leader(n)), worker(steppingBack)]) await s.enrols(raider);
    const lines = [...(await s.called()).values()];
    expect(lines.filter(({ arrivedAt }) => arrivedAt)).toHaveLength(silent);
    expect(lines.filter(({ phone }) => phone?.handedIn && !phone.returned)).toHaveLength(50);
    expect(lines.filter(({ deviceEnrolledAt }) => deviceEnrolledAt)).toHaveLength(17);
    expect((await s.device(s.leader(1)).get('/visits')).status).toBe(403);
  });

  it('is released by two, and everybody is told within that transaction', async () => {
    await s.clock('07:00', true);
    await s.sealed.does('bureauHead', s.id, 'ask-release');
    const before = await world.store.query('select 1 from inspection where id = $1', [s.id]);
    expect(before).toEqual([]);
    await s.sealed.does('magistrate', s.id, 'confirm-release');
    const told = await world.store.query<Json>(
      `select count(*)::int as notices, count(distinct n.person_id)::int as people, count(distinct n.xmin::text)::int as transactions,
         bool_and(n.xmin = i.xmin) as same
       from notice n join inspection i on i.id = (n.facts ->> 'inspectionId')::uuid where n.kind = 'inspection.released' and i.id = $1`,
      [s.id],
    );
    expect(told).toEqual([{ notices: 50, people: 50, transactions: 1, same: true }]);
    await world.settles();
    for (const n of numbers) {
      const [visit, ...more] = (await s.visits(s.leader(n))).filter(({ group }) => group.number === n);
      expect([visit?.state, more]).toEqual(['assigned', []]);
      villageOf.set(n, visit);
    }
    const names = new Set([...villageOf.values()].map(({ site }) => site.name));
    const { inspection } = await sealedView();
    expect(names).toEqual(new Set(inspection.plan.sites.map(({ name }: Json) => name)));
    const { draws } = await world.as('bureauHead').sees(`/inspections/${s.id}`);
    const record = await world.as('bureauHead').sees(`/inspections/${s.id}/draws/${draws[0].id}/record`);
    expect(bothSay(record)).toEqual([true, null]);
  });
});

/** Whom a village's households should name; the surveyors never see it. */
const postedIn = ({ site }: Json): string => String(site.name).replace(/^(.).*镇(\d+)号村$/, '$1驻村$2');

/** A household: asked who helps it, and left; or nobody is there, or it lets nobody in, or it has moved away. */
async function household(group: number, visit: Json, first: boolean): Promise<void> {
  const by = worker(group);
  await s.at(by, visit.id, 'arrive');
  const outcome = (first && visit.replacesId === null && outcomes[group]) || 'found';
  if (outcome === 'found') {
    const stranger = first && redHouseholds.includes(group);
    const said = stranger ? { knows: false } : { knows: true, named: [postedIn(villageOf.get(group))] };
    must(await s.device(by).put(`/visits/${visit.id}/recognitions/household`, { ...said, clause: 'team' }));
  }
  await s.at(by, visit.id, 'end', { outcome });
}

const householdsOf = async (group: number): Promise<Json[]> =>
  (await s.visits(worker(group))).filter((one) => one.group.number === group && one.site.kind === 'household');

describe('in sixteen villages', () => {
  it('every group sees the village first, and one of its people steps back at the door', async () => {
    await s.clock('07:50', true);
    for (const n of numbers) {
      const { id } = villageOf.get(n);
      await s.at(s.leader(n), id, 'arrive');
      if (wasteGroups.includes(n)) await s.finds(s.leader(n), id, { clause: 'waste', words: '村口有成片垃圾' });
    }
    const { id } = villageOf.get(steppingBack);
    const passed = await s.at(s.leader(steppingBack), id, 'pass-on', { ground: 'kin' });
    expect(passed).toMatchObject({ passedOn: true, group: { number: steppingBack }, actions: [] });
    const { version } = must(await s.device(s.leader(steppingBack)).get(`/visits/${id}`));
    const again = await s
      .device(s.leader(steppingBack))
      .post(`/visits/${id}/end`, { outcome: 'found' }, { ifMatch: version });
    expect([again.status, again.body.code]).toEqual([403, 'inspection.recused']);
  });

  it('draws the households on the spot, and anybody can draw again', async () => {
    for (const n of numbers) {
      const record = await s.drawsHouseholds(worker(n), villageOf.get(n).site.id);
      expect(bothSay(record)).toEqual([true, null]);
      const drawn = (await householdsOf(n)).map(({ site }) => site.code).sort();
      expect(drawn).toEqual([...record.drawn[0].objects].sort());
      expect(drawn).toHaveLength(3);
      const forged = { ...record, drawn: [{ ...record.drawn[0], objects: record.drawn[0].reserves.slice(0, 3) }] };
      expect(bothSay(forged)).toEqual([false, expect.anything()]);
    }
  });

  it('asks the households, of whom two do not know their team', async () => {
    for (const n of numbers) {
      for (const [i, visit] of (await householdsOf(n)).entries()) await household(n, visit, i === 0);
      const reserve = (await householdsOf(n)).find(({ state }) => state === 'assigned');
      expect(reserve !== undefined).toBe(outcomes[n] === 'moved');
      if (reserve) await household(n, reserve, false);
    }
    const { items } = await world.as('bureauHead').sees(`/findings?inspectionId=${s.id}&limit=200`);
    const raised = items.filter((one: Json) => one.raised === 'cross_check');
    expect(raised.map(({ words, authors }: Json) => [words, authors])).toEqual(
      redHouseholds.map(() => ['农户说不出驻村工作队、帮扶责任人是谁', []]),
    );
  });

  it('is noticed in one of them, which ends nothing', async () => {
    await s.clock('09:30', true);
    const { id } = villageOf.get(5);
    expect(await s.at(s.leader(5), id, 'discovered')).toMatchObject({ state: 'arrived' });
    await s.clock('11:00', true);
    await s.finds(s.leader(16), villageOf.get(16).id, { clause: 'hall', words: '大厅无人值守', severity: 'serious' });
    for (const n of numbers) await s.at(worker(n), villageOf.get(n).id, 'end', { outcome: 'found' });
    const board = await world.as('officer2').sees(`/inspections/${s.id}/board`);
    expect(board).toMatchObject({ visits: 65, open: 0, done: 62, absent: 1, refused: 1, replaced: 1 });
    expect(board.groups).toHaveLength(16);
  });
});

describe('the same day', () => {
  it('findings are confirmed by another person, by two where one stepped back', async () => {
    const { items } = await world.as('bureauHead').sees(`/findings?inspectionId=${s.id}&limit=200`);
    expect(items).toHaveLength(15);
    const at = (one: Json, group: number): boolean => one.visitId === villageOf.get(group).id;
    for (const one of items.filter((found: Json) => !at(found, unconfirmed))) {
      const { id } = one;
      const once = await s.confirms(id);
      const half = at(one, steppingBack);
      expect(once.standing).toBe(half ? 'recorded' : 'confirmed');
      if (half) expect((await s.confirms(id, 'officer')).standing).toBe('confirmed');
    }
  });

  it('are one common problem, and the briefing has the numbers of the night', async () => {
    const { spreads } = await world.as('officer').sees(`/inspections/${s.id}/spreads`);
    const { findingIds, ...waste } = spreads.find(({ clause }: Json) => clause === 'waste');
    expect(waste).toMatchObject({ units: 2, sites: 11, groups: 11, suggested: 'common' });
    const common = { name: '成片暴露垃圾', findingIds, cause: '保洁机制不健全' };
    await world.as('officer').does(`/inspections/${s.id}/common-problems`, common);
    const sum = await world.as('magistrate').sees(`/inspections/${s.id}/roll-up`);
    expect(sum.totals).toEqual({
      ...{ visits: 65, done: 62, absent: 1, refused: 1, replaced: 1, open: 0, households: 46 },
      ...{ findings: 15, serious: 3, unconfirmed: 1, common: 12, redLines: 2 },
    });
    expect(sum.places).toHaveLength(16);
    for (const { name, groups, findings, visits, discoveredAfterMinutes } of sum.places) {
      const [n = 0, ...others] = groups;
      expect([others, name]).toEqual([[], villageOf.get(n).site.name]);
      const expected = Number(wasteGroups.includes(n)) + Number(redHouseholds.includes(n)) + Number(n === 16);
      expect([n, findings, visits]).toEqual([n, expected, n === 4 ? 5 : 4]);
      expect(discoveredAfterMinutes === null).toBe(n !== 5);
    }
    expect(
      sum.problems.map(({ clause, class: kind, decided, findings }: Json) => [clause, kind, decided, findings]),
    ).toEqual([
      ['waste', 'common', true, 12],
      ['team', 'individual', false, 2],
      ['hall', 'individual', false, 1],
    ]);
    const crossed = redHouseholds.map((n) => villageOf.get(n).site.name).sort();
    expect(sum.crossings.map(({ place }: Json) => place).sort()).toEqual(crossed);
    expect(sum.misses.map(({ group, why }: Json) => [group, why]).sort()).toEqual([
      [2, 'absent'],
      [4, 'replaced'],
      [6, 'refused'],
    ]);
    expect(sum.times).toMatchObject({ unnoticed: 15, discoveredAfterMinutes: await minutesToDiscovery() });
    expect(sum.times.discoveredAfterMinutes).toBeGreaterThan(90);
    expect(sum.times.discoveredAfterMinutes).toBeLessThanOrEqual(100);
    await briefed(sum);
  });

  it('everybody comes back: groups, devices and telephones', async () => {
    await s.clock('17:30', true);
    for (const n of numbers) await s.returns(n);
    expect((await world.as('magistrate').sees(`/inspections/${s.id}`)).state).toBe('drafting');
    await s.atDesk('device/return', {}, ({ deviceEnrolledAt }) => deviceEnrolledAt !== null);
    for (const n of numbers) expect((await s.device(s.leader(n)).get('/session')).status).toBe(401);
    await s.phones('return');
    const lines = [...(await s.called()).values()];
    expect(lines.filter(({ phone, deviceReturnedAt }) => phone.returned && deviceReturnedAt)).toHaveLength(17);
    expect(lines.every(({ phone }) => phone.returned !== null)).toBe(true);
  });

  it('is audited for leaks: who opened what and when, and that the called opened nothing', async () => {
    const story = await s.sealed.does('magistrate', s.id, 'chain');
    expect(story).toMatchObject({ whole: true, brokenAt: null });
    expect(story.knowledge.map(({ person }: Json) => person.id).sort()).toEqual(
      [s.calls.person('bureauHead'), s.calls.person('magistrate')].sort(),
    );
    for (const key of ['bureauHead', 'magistrate'] as const) {
      const knew = story.knowledge.find(({ person }: Json) => person.id === s.calls.person(key));
      expect(knew).toMatchObject({ openings: asked(key) + Number(key === 'bureauHead'), refusals: 0 });
      expect(knew.openingsWithPlaces).toBe(openedBetween(story, key));
      expect(new Date(knew.namedAt).getUTCHours()).toBe(14);
    }
    const acknowledged = story.acts.filter(({ act }: Json) => act === 'call_up_acknowledge');
    expect(acknowledged).toHaveLength(50 - silent + 1);
    const { at } = story.acts.find(({ act }: Json) => act === 'draw');
    expect(acknowledged.every((one: Json) => one.at > at && one.at < String(story.releasedAt))).toBe(true);
    expect(story.discoveries.filter(({ discoveredAt }: Json) => discoveredAt !== null)).toMatchObject([
      { place: villageOf.get(5).site.name },
    ]);
  });
});

/** What a named person asked for after starting the plan. */
const asked = (key: PersonKey): number => s.sealed.asked.filter((by) => by === key).length;

/** Openings of a person from the draw to the release, counted from the acts themselves. */
function openedBetween({ acts, releasedAt }: Json, key: PersonKey): number {
  const drawn = acts.find(({ act }: Json) => act === 'draw').at;
  const own = acts.filter(({ person, act }: Json) => person?.id === s.calls.person(key) && act !== 'join');
  return own.filter(({ at }: Json) => at >= drawn && at <= releasedAt).length;
}

/** From the first arrival anywhere to the discovery, by the visits themselves. */
async function minutesToDiscovery(): Promise<number> {
  const { items } = await world.as('bureauHead').sees(`/visits?inspectionId=${s.id}&limit=200`);
  const arrivals = items.map(({ arrivedAt }: Json) => Date.parse(arrivedAt));
  const { discoveredAt } = items.find((one: Json) => one.discoveredAt !== null);
  return Math.floor((Date.parse(discoveredAt) - Math.min(...arrivals)) / 60_000);
}

/** The printed draft says the same. */
async function briefed({ times }: Json): Promise<void> {
  const printed = jest.spyOn(world.app.get(PdfPrinter, { strict: false }), 'print');
  const pdf = await world.as('magistrate').get(`/inspections/${s.id}/briefing`);
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = JSON.stringify(printed.mock.calls[0]?.[0]);
  printed.mockRestore();
  for (const said of [
    ...[
      '16 个组、50 人参加',
      '程远同志：',
      '共到 16 个村、入户 46 户',
      '完成走访 62 次，无人 1 次，拒绝 1 次，未完成 0 次',
    ],
    `首次到达后 ${times.discoveredAfterMinutes} 分钟首次被察觉，15 个点位直至离开未被察觉`,
    '发现问题 15 个，其中严重 3 个、触碰红线 2 个；属共性问题的 12 个，属个性问题的 3 个；尚待第二人确认 1 个',
    '村内无成片暴露垃圾：12 个问题，涉及 2 个单位、12 个点位，12 个组发现（已认定）',
  ])
    expect(text).toContain(said);
}
