import { randomIds } from '@ducha/kernel';
import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';

jest.setTimeout(90_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
});
afterAll(() => world.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const count = async (sql: string, value: string): Promise<number> =>
  (await world.store.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [value]))[0]?.n ?? -1;

describe('what a device without signal sends late', () => {
  it('a file under the device’s id is one file, however often it comes', async () => {
    const id = randomIds.next();
    const send = (by: PersonKey, bytes = png) => world.as(by).upload('/evidence', bytes, '现场.png', { id });
    const sent = await Promise.all(Array.from({ length: 10 }, () => send('officer')));
    expect(sent.map(({ status, body }) => [status, body.id])).toEqual(Array.from({ length: 10 }, () => [201, id]));
    expect(await count('evidence where id = $1', id)).toBe(1);
    expect(await count(`audit_row where act = 'evidence.store' and subject_id = $1`, id)).toBe(1);
    expect(refusal(await send('officer', Buffer.from('另一份材料')))).toEqual([409, 'evidence.idTaken', 'id']);
    expect(refusal(await send('groupLeader'))).toEqual([409, 'evidence.idTaken', 'id']);
    expect(refusal(await world.as('officer').upload('/evidence', png, 'a.png', { id: 'mine' }))).toEqual([
      400,
      'http.invalidRequest',
      'id',
    ]);
  });

  it('an answer counts by when it was seen, not by when it came; the other one is kept and shown', async () => {
    const answers = (by: PersonKey, body: object) => world.as(by).put(`/visits/${s.visit.village}/answers/waste`, body);
    const [early, late] = [await s.inDays(-0.5), await s.inDays(-0.25)];
    const first = { id: randomIds.next(), met: false, capturedAt: late };
    expect((await answers('groupLeader', first)).status).toBe(200);
    const second = { id: randomIds.next(), met: true, capturedAt: early };
    const after = await answers('officer', second);
    const waste = (body: Json): Json => body.clauses.find(({ key }: Json) => key === 'waste');
    expect(waste(after.body)).toMatchObject({
      met: false,
      answeredBy: '组组长',
      others: [{ found: true, met: true, answeredBy: '顾督查' }],
    });
    // a clock that runs ahead is not believed beyond the receipt
    await answers('officer', { id: randomIds.next(), met: true, capturedAt: await s.inDays(9) });
    const seen = waste((await answers('groupLeader', { id: randomIds.next(), met: false })).body);
    expect(seen).toMatchObject({ met: false, answeredBy: '组组长', others: [{ found: true }] });
    // again, in any order, changes nothing
    const again = await Promise.all([first, first, first].map((body) => answers('groupLeader', body)));
    expect(again.map(({ status, body }) => [status, waste(body).met])).toEqual([
      [200, false],
      [200, false],
      [200, false],
    ]);
    expect(await count('visit_answer_sent where visit_id = $1', s.visit.village)).toBe(4);
    expect(refusal(await answers('officer', first))).toEqual([409, 'finding.answerIdTaken', 'id']);
    expect(refusal(await answers('groupLeader', { ...first, met: true }))).toEqual([
      409,
      'finding.answerIdTaken',
      'id',
    ]);
  });

  it('a device whose clock is off while it sends is told of, and the finding stays one', async () => {
    const body = await s.aFinding('officer');
    const send = async (days: number) =>
      world.as('officer').post(`/visits/${s.visit.village}/findings`, { ...body, sentAt: await s.inDays(days) });
    expect((await send(0.5)).body).toMatchObject({ clockDoubted: true });
    expect((await send(0)).status).toBe(201);
    expect(await count('finding where id = $1', body.id)).toBe(1);
    const right = await s.finds('officer', 'village', { sentAt: await s.inDays(0) });
    expect(right).toMatchObject({ clockDoubted: false });
  });

  it('an arrival heard of after the period is one where it was made within it', async () => {
    await world.passes({ days: 3 });
    const arrive = (capturedAt: string) => s.out.atVisit(s.visit.waiting, 'arrive', 'groupLeader', { capturedAt });
    expect(refusal(await arrive(await s.inDays(1)))).toEqual([409, 'inspection.outsidePeriod']);
    expect(refusal(await arrive(await s.inDays(-90)))).toEqual([409, 'inspection.outsidePeriod']);
    const then = await s.inDays(-2);
    const arrived = (await arrive(then)).body;
    expect(new Date(arrived.arrivedCapturedAt).toISOString()).toBe(then);
    expect(new Date(arrived.arrivedAt) > new Date(then)).toBe(true);
    const ended = await s.out.atVisit(s.visit.waiting, 'end', 'groupLeader', { outcome: 'found', capturedAt: then });
    expect(ended.body).toMatchObject({ state: 'done', out: true });
    expect(new Date(ended.body.finishedCapturedAt).toISOString()).toBe(then);
  });

  it('who roves over all groups has the sheets of all of them ahead, and may write on them', async () => {
    const own = async (by: PersonKey): Promise<Json[]> => (await world.as(by).sees('/visits')).items;
    const all = (await world.as('bureauHead').sees(`/visits?inspectionId=${s.id}&limit=200`)).items;
    expect((await own('bureauHead')).map(({ id }) => id).sort()).toEqual(all.map(({ id }: Json) => id).sort());
    expect((await own('officer')).length).toBeLessThan(all.length);
    expect((await own('bureauHead')).flatMap(({ actions }) => actions)).toEqual([]);
    expect((await world.as('bureauHead').sees(`/visits/${s.visit.village}/checklist`)).writable).toBe(true);
  });

  it('nothing belongs on a device once its group is home, but what waits there is still taken', async () => {
    await s.returns();
    const { items } = await world.as('officer').sees('/visits');
    expect(items.map(({ out }: Json) => out)).not.toContain(true);
    expect((await world.as('bureauHead').sees('/visits')).items).toEqual([]);
    const late = await s.finds('officer', 'village', { capturedAt: await s.inDays(-2) });
    expect(late).toMatchObject({ standing: 'recorded', clockDoubted: false });
  });
});
