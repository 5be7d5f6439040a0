import { type Json, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';

jest.setTimeout(120_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
});
afterAll(() => world.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const rollUp = (query = '', by: 'magistrate' | 'officer' = 'magistrate'): Promise<Json> =>
  world.as(by).sees(`/inspections/${s.id}/roll-up${query}`);
const named = (list: Json[], name: string): Json => list.find((one) => one.name === name);

describe('what an inspection has come to', () => {
  it('adds up by place and group, the unconfirmed among them, and leaves out what was taken back', async () => {
    await s.confirmed('officer', 'village');
    await s.finds('officer', 'village', { clause: 'team', severity: 'serious', words: '农户不认识工作队' });
    await s.confirmed('groupMember', 'other');
    await s.confirmed('groupMember', 'water', { clause: undefined, words: '河道有垃圾' });
    const twice = await s.finds('groupMember', 'other', { words: '村口垃圾' });
    const { items } = await world.as('bureauHead').sees(`/findings?visitId=${s.visit.other}`);
    const kept = items.find(({ id }: Json) => id !== twice.id);
    await s.does('bureauHead', 'findings', twice.id, 'merge', { intoId: kept.id });
    const wrong = await s.finds('officer', 'village', { words: '看错了' });
    await s.does('bureauHead', 'findings', wrong.id, 'dismiss', { reason: '不属实' });
    const { totals, places, groups } = await rollUp();
    expect(totals).toMatchObject({ visits: 4, open: 4, findings: 4, serious: 1, unconfirmed: 1, redLines: 1 });
    expect(named(places, '代庄村')).toMatchObject({
      ...{ kind: 'village', groups: [1], visits: 1, findings: 2, serious: 1, unconfirmed: 1, redLines: 1 },
      unit: { id: s.unit('town') },
    });
    expect(named(places, '坝头村')).toMatchObject({ findings: 1, redLines: 0, groups: [2] });
    expect(groups.map(({ number, places: n, findings }: Json) => [number, n, findings])).toEqual([
      [1, 1, 2],
      [2, 2, 2],
    ]);
    expect(places.reduce((n: number, { findings }: Json) => n + findings, 0)).toBe(totals.findings);
  });

  it('names crossed red lines, found or answered, and what was not reached and why', async () => {
    await world.as('groupMember').put(`/visits/${s.visit.other}/answers/team`, { met: false });
    await world.as('officer').put(`/visits/${s.visit.village}/answers/team`, { met: false });
    const { crossings, misses } = await rollUp();
    expect(crossings.map(({ place, clause, findingId }: Json) => [place, clause, findingId === null])).toEqual([
      ['代庄村', 'team', false],
      ['坝头村', 'team', true],
    ]);
    expect(crossings[0].text).toBe('农户认得驻村工作队');
    expect(misses).toMatchObject([{ visitId: s.visit.waiting, why: 'assigned', group: 1 }]);
    await s.out.atVisit(s.visit.water, 'end', 'officer2', { outcome: 'refused' });
    const { misses: after } = await rollUp();
    expect(after.map(({ why }: Json) => why).sort()).toEqual(['assigned', 'refused']);
  });

  it('measures when it was noticed', async () => {
    await world.passes({ minutes: 47 });
    await s.out.atVisit(s.visit.village, 'discovered', 'groupLeader');
    await s.out.atVisit(s.visit.other, 'end', 'officer2', { outcome: 'found' });
    const { times, places } = await rollUp();
    expect(times).toMatchObject({ discoveredAfterMinutes: 47, unnoticed: 2 });
    expect(named(places, '代庄村').discoveredAfterMinutes).toBe(47);
    expect(named(places, '坝头村').discoveredAfterMinutes).toBeNull();
  });

  it('calls a problem common by the rule until a person has decided', async () => {
    const { problems, totals } = await rollUp();
    const waste = problems.find(({ clause }: Json) => clause === 'waste');
    expect(waste).toMatchObject({ findings: 2, sites: 2, groups: 2, class: 'individual', decided: false });
    expect(totals.common).toBe(0);
    const { spreads } = await world.as('officer2').sees(`/inspections/${s.id}/spreads`);
    const { findingIds } = spreads.find(({ clause }: Json) => clause === 'waste');
    await world
      .as('officer2')
      .does(`/inspections/${s.id}/common-problems`, { name: '垃圾积存', findingIds, cause: '保洁机制不健全' });
    const decided = await rollUp();
    expect(decided.problems.find(({ clause }: Json) => clause === 'waste')).toMatchObject({
      class: 'common',
      decided: true,
    });
    expect(decided.totals.common).toBe(2);
  });

  it('is laid beside an earlier round of the same standard, and beside no other', async () => {
    const first = s.id;
    const [{ standard_id: id, standard_number: number }] = await world.store.query<Json>(
      'select standard_id, standard_number from inspection where id = $1',
      [first],
    );
    await world.passes({ days: 8 });
    await s.out.trains('waterStaff', 'housingHead');
    const again = await s.out.released({ standard: { id, number }, name: '回访' });
    expect(refusal(await world.as('magistrate').get(`/inspections/${first}/roll-up?against=${again}`))).toEqual([
      422,
      'finding.notEarlier',
      'against',
    ]);
    expect((await rollUp()).earlier).toEqual([]);
    const visit = (await s.out.visit(again, '代庄村')).id;
    await s.out.atVisit(visit, 'arrive', 'groupLeader');
    await world.as('groupLeader').does(`/visits/${visit}/findings`, await s.aFinding('groupLeader'));
    const beside = await world.as('magistrate').sees(`/inspections/${again}/roll-up?against=${first}`);
    expect(beside.earlier.map((one: Json) => one.id)).toEqual([first]);
    expect(beside.comparison).toMatchObject({ round: { id: first }, before: { findings: 4 } });
    expect(named(beside.comparison.places, '代庄村')).toMatchObject({ before: 2, now: 1 });
    expect(beside.comparison.places.map(({ name }: Json) => name)).not.toContain('坝头村');
    expect(beside.comparison.clauses.find((one: Json) => one.id === 'waste')).toMatchObject({ before: 2, now: 1 });
    const pdf = await world.as('magistrate').get(`/inspections/${again}/briefing?against=${first}`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(decodeURIComponent(pdf.headers['content-disposition'] ?? '')).toContain('督查快报（草稿）.pdf');
  });

  it('is for those who sent it out: not for its objects or its groups, and not before the release', async () => {
    for (const by of ['townHead', 'groupLeader', 'sysadmin'] as const)
      expect((await world.as(by).get(`/inspections/${s.id}/roll-up`)).status).toBe(403);
    for (const id of [nobody, await s.out.drafted()])
      expect(refusal(await world.as('bureauHead').get(`/inspections/${id}/roll-up`))).toEqual([
        404,
        'finding.inspectionNotFound',
      ]);
    expect(refusal(await world.as('officer').get(`/inspections/${s.id}/roll-up?against=x`))).toEqual([
      400,
      'http.invalidRequest',
      'against',
    ]);
  });

  it('counts no clue of an offence that was handed over', async () => {
    const before = (await rollUp()).totals.findings;
    const clue = await s.finds('officer', 'village', { words: '疑似套取资金', severity: 'serious' });
    expect((await rollUp()).totals.findings).toBe(before + 1);
    await s.does('bureauHead', 'findings', clue.id, 'hand-over', {
      organ: 'supervisory',
      toOrgan: '县监察委员会',
      reason: '涉嫌',
    });
    const after = await rollUp('', 'officer');
    expect(after.totals.findings).toBe(before);
    expect(JSON.stringify(after)).not.toContain('套取');
  });
});
