import { randomIds } from '@ducha/kernel';
import { type Json, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';
import { inNameOf } from './stories/lending.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(90_000);
let world: World;
let s: FindingStory;
let tasks: TaskStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  tasks = new TaskStory(world);
  await s.begins();
});
afterAll(() => world.close());

const nobody = '01900000-0000-7000-8000-000000000000';

describe('the checklist of a visit', () => {
  const answers = (
    by: 'officer' | 'groupLeader' | 'invited' | 'officer2',
    clause: string,
    body: object,
    visit = s.visit.village,
  ) => world.as(by).put(`/visits/${visit}/answers/${clause}`, body);

  it('is answered clause by clause by those who go there, and says what it comes to', async () => {
    expect((await answers('officer', 'waste', { met: false })).body).toMatchObject({
      answered: 1,
      verdict: 'incomplete',
      writable: true,
    });
    const after = await answers('groupLeader', 'visits', { value: 2, capturedAt: await s.inDays(0) });
    expect(after.body).toMatchObject({ answered: 2, score: 10, highest: 20, verdict: 'incomplete' });
    expect((await answers('officer', 'team', { met: false })).body).toMatchObject({ verdict: 'failed', answered: 3 });
    const seen = await world.as('auditor').sees(`/visits/${s.visit.village}/checklist`);
    expect(seen.clauses.map(({ key, met, answeredBy }: Json) => [key, met, answeredBy])).toEqual([
      ['waste', false, '顾督查'],
      ['team', false, '顾督查'],
      ['visits', true, '组组长'],
    ]);
    const rows = await world.store.query('select verdict, site from standard_result where visit_id = $1', [
      s.visit.village,
    ]);
    expect(rows).toEqual([{ verdict: 'failed', site: '410225100200' }]);
  });

  it('is closed to everybody else, and to answers of another kind', async () => {
    expect(refusal(await answers('officer2', 'waste', { met: true }))).toEqual([404, 'finding.visitNotFound']);
    expect(refusal(await answers('invited', 'waste', { met: true }))[0]).toBe(403);
    expect(refusal(await answers('officer', 'waste', { value: 3 }))).toEqual([422, 'finding.wrongAnswer', 'met']);
    expect(refusal(await answers('officer', 'waste', {}))).toEqual([422, 'finding.wrongAnswer', 'met']);
    expect(refusal(await answers('officer', 'roof', { met: true }))).toEqual([422, 'finding.unknownClause']);
    expect(refusal(await answers('officer', 'waste', { met: true }, s.visit.waiting))).toEqual([
      409,
      'finding.notArrived',
    ]);
    expect(refusal(await answers('officer', 'waste', { met: true }, nobody))).toEqual([404, 'finding.visitNotFound']);
    expect(refusal(await world.as('townHead').get(`/visits/${s.visit.village}/checklist`))[0]).toBe(403);
    expect(refusal(await world.as('groupMember').get(`/visits/${s.visit.village}/checklist`))).toEqual([
      404,
      'finding.visitNotFound',
    ]);
  });
});

describe('a finding', () => {
  it('sent ten times at once is one; the same id with other words is refused', async () => {
    const body = await s.aFinding('officer');
    const send = (change: object = {}) =>
      world.as('officer').post(`/visits/${s.visit.village}/findings`, { ...body, ...change });
    const sent = await Promise.all(Array.from({ length: 10 }, () => send()));
    expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    const rows = await world.store.query('select count(*)::int as n from finding where id = $1', [body.id]);
    const acts = await world.store.query(
      `select count(*)::int as n from audit_row where act = 'finding.record' and subject_id = $1`,
      [body.id],
    );
    await world.settles();
    expect([rows, acts]).toEqual([[{ n: 1 }], [{ n: 1 }]]);
    expect(refusal(await send({ words: '别的' }))).toEqual([409, 'finding.idTaken', 'id']);
    expect(
      refusal(await world.as('groupLeader').post(`/visits/${s.visit.village}/findings`, { ...body, evidenceIds: [] })),
    ).toEqual([409, 'finding.idTaken', 'id']);
    expect(sent[0]?.body).toMatchObject({
      standing: 'recorded',
      evidenceCount: 1,
      clockDoubted: false,
      authors: [{ name: '顾督查' }],
    });
  });

  it('names its clause and its object, and is bound to the times of its evidence', async () => {
    const post = async (change: object) =>
      refusal(
        await world
          .as('officer')
          .post(`/visits/${s.visit.village}/findings`, { ...(await s.aFinding('officer')), ...change }),
      );
    expect(await post({ clause: 'roof' })).toEqual([422, 'finding.unknownClause', 'clause']);
    expect(await post({ unitId: s.unit('office') })).toEqual([422, 'finding.unknownUnit', 'unitId']);
    expect(await post({ severity: 'huge' })).toEqual([400, 'http.invalidRequest', 'severity']);
    expect(await post({ evidenceIds: [await s.photo('groupLeader')] })).toEqual([
      422,
      'evidence.notYours',
      'evidenceIds',
    ]);
    const future = await s.finds('officer', 'village', {
      capturedAt: await s.inDays(2),
      happenedAt: await s.inDays(-1),
    });
    expect(future).toMatchObject({ clockDoubted: true });
    expect(future.evidence).toMatchObject([{ capturedAt: '2026-03-01T08:00:00+00:00' }]);
  });

  it('is confirmed by one of fifty who try, never by its author, not even under a delegation', async () => {
    const { id, version } = await s.finds();
    expect(await s.refused('officer', 'findings', id, 'confirm')).toEqual([403, 'finding.authorMayNotConfirm']);
    // neither the author in another's name, nor another in the author's
    const heads = await s.finds('bureauHead');
    for (const [taker, one] of [
      ['officer', { id, version }],
      ['officer2', heads],
    ] as const) {
      const lent = { giver: 'bureauHead', taker, acts: ['finding.confirm'] } as const;
      const url = `/findings/${one.id}/confirm`;
      const tried = await inNameOf(world, lent, (agent) => agent.post(url, {}, { ifMatch: one.version }));
      expect(refusal(tried)).toEqual([403, 'finding.authorMayNotConfirm']);
    }
    await s.does('officer2', 'findings', heads.id, 'dismiss', { reason: '重复' });
    const race = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        world.as(n % 2 === 0 ? 'bureauHead' : 'officer2').post(`/findings/${id}/confirm`, {}, { ifMatch: version }),
      ),
    );
    const counts = race.reduce<Record<number, number>>(
      (sum, { status }) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }),
      {},
    );
    expect(counts).toEqual({ 200: 1, 412: 49 });
    // the database asks once more
    const forged = world.store.query('update finding set confirmer_id = author_id where id = $1', [id]);
    await expect(forged).rejects.toMatchObject({ code: 'finding.authorMayNotConfirm' });
    const bare = await s.finds('officer', 'village', { evidenceIds: [] });
    expect(await s.refused('bureauHead', 'findings', bare.id, 'confirm')).toEqual([409, 'finding.noEvidence']);
  });

  it('whose author stepped back from the visit needs two others', async () => {
    const { id } = await s.finds('officer2', 'other');
    await world.store.query('insert into visit_recusal (visit_id, person_id, at) values ($1, $2, now())', [
      s.visit.other,
      world.county.person.officer2,
    ]);
    expect(
      refusal(await world.as('officer2').post(`/visits/${s.visit.other}/findings`, await s.aFinding('officer2'))),
    ).toEqual([403, 'finding.steppedBack']);
    expect(await s.does('bureauHead', 'findings', id, 'confirm')).toMatchObject({ standing: 'recorded' });
    expect(await s.refused('bureauHead', 'findings', id, 'confirm')).toEqual([409, 'finding.confirmedOnce']);
    expect(await s.does('officer', 'findings', id, 'confirm')).toMatchObject({ standing: 'confirmed' });
  });

  it('seen by two groups becomes one with both names and both photographs', async () => {
    const [one, two] = [await s.finds('officer'), await s.finds('groupMember', 'other')];
    const strange = await s.finds('groupMember', 'water', { clause: undefined });
    expect(await s.refused('bureauHead', 'findings', two.id, 'merge', { intoId: strange.id })).toEqual([
      422,
      'finding.otherObject',
      'intoId',
    ]);
    expect(await s.refused('bureauHead', 'findings', two.id, 'merge', { intoId: nobody })).toEqual([
      404,
      'finding.notFound',
    ]);
    const kept = await s.does('bureauHead', 'findings', two.id, 'merge', { intoId: one.id });
    expect(kept.authors.map(({ name }: Json) => name).sort()).toEqual(['组组员', '顾督查']);
    expect(kept).toMatchObject({ evidenceCount: 2, standing: 'recorded' });
    expect(await s.page('findings', two.id)).toMatchObject({ standing: 'merged', mergedIntoId: one.id });
    await s.does('bureauHead', 'findings', strange.id, 'dismiss', { reason: '不属实' });
    expect(await s.refused('bureauHead', 'findings', strange.id, 'confirm')).toEqual([409, 'finding.moveRefused']);
  });

  it('fixed on the spot is a claim until somebody else has verified it', async () => {
    const { id } = await s.confirmed();
    expect(await s.does('groupLeader', 'findings', id, 'fix', { words: '当场清运' })).toMatchObject({
      standing: 'rectified',
    });
    expect(await s.refused('groupLeader', 'findings', id, 'verify', { verdict: 'verify', words: '好' })).toEqual([
      403,
      'finding.authorMayNotVerify',
    ]);
    expect(await s.refused('officer', 'findings', id, 'verify', { verdict: 'verify', words: '好' })).toEqual([
      403,
      'finding.authorMayNotVerify',
    ]);
    expect(await s.does('bureauHead', 'findings', id, 'verify', { verdict: 'redo', words: '又堆上了' })).toMatchObject({
      standing: 'confirmed',
    });
    await s.does('groupLeader', 'findings', id, 'fix', { words: '再次清运' });
    expect(await s.does('officer2', 'findings', id, 'verify', { verdict: 'verify', words: '已清' })).toMatchObject({
      standing: 'verified',
    });
  });

  it('is left alone by whoever must stay away from its unit, at every step', async () => {
    const seen = await s.finds();
    const { id } = await s.confirmed();
    await world.as('officer2').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'kin' });
    const steps = [
      [seen.id, 'confirm', {}],
      [seen.id, 'dismiss', { reason: '小事' }],
      [seen.id, 'merge', { intoId: id }],
      [seen.id, 'hand-over', { organ: 'supervisory', toOrgan: '县监察委员会', reason: '涉嫌' }],
      [id, 'order', { demand: '改', dueAt: await s.inDays(9) }],
      [id, 'fix', { words: '已改' }],
    ] as const;
    for (const [one, act, body] of steps)
      expect([act, await s.refused('officer2', 'findings', one, act, body)]).toEqual([
        act,
        [403, 'inspection.recused'],
      ]);
    await world.as('bureauHead').does('/recusal-declarations', { unitId: s.unit('town'), ground: 'home' });
    const lent = { giver: 'bureauHead', taker: 'officer', acts: ['finding.order'] } as const;
    const { version } = await s.page('findings', id);
    const order = { demand: '改', dueAt: await s.inDays(9) };
    const inName = await inNameOf(world, lent, (agent) =>
      agent.post(`/findings/${id}/order`, order, { ifMatch: version }),
    );
    expect(refusal(inName)).toEqual([403, 'inspection.recused']);
    await s.does('groupLeader', 'findings', id, 'fix', { words: '当场清运' });
    const word = { verdict: 'verify', words: '好' };
    expect(await s.refused('officer2', 'findings', id, 'verify', word)).toEqual([403, 'inspection.recused']);
    const draft = { unitId: s.unit('town'), words: '总体落实', findingIds: [] };
    expect(refusal(await world.as('officer2').post(`/inspections/${s.id}/conclusions`, draft))).toEqual([
      403,
      'inspection.recused',
    ]);
    const praise = { unitId: s.unit('town'), kind: 'praise', words: '表扬' };
    expect(refusal(await world.as('officer2').post(`/inspections/${s.id}/outcome-proposals`, praise))).toEqual([
      403,
      'inspection.recused',
    ]);
    await world.store.query('update recusal_declaration set ended_at = now() where ended_at is null');
    await s.does('officer2', 'findings', id, 'verify', word);
    await s.does('officer2', 'findings', seen.id, 'dismiss', { reason: '不属实' });
  });

  it('that points to an offence goes to the organ, and out of everybody’s sight', async () => {
    const { id, visitId } = await s.finds('officer', 'village', { words: '扶贫款去向不明' });
    const given = { organ: 'supervisory', toOrgan: '县监察委员会', reason: '涉嫌职务犯罪' };
    expect(await s.refused('groupLeader', 'findings', id, 'hand-over', given)).toEqual([403, 'http.forbidden']);
    expect(await s.does('officer2', 'findings', id, 'hand-over', given)).toMatchObject({
      standing: 'handed_over',
      handOver: { receiptNo: null },
    });
    const noted = await s.does('officer2', 'findings', id, 'hand-over-receipt', {
      receiptNo: '监收〔2026〕7号',
      receivedBy: '王某',
    });
    expect(noted.handOver).toMatchObject({ receiptNo: '监收〔2026〕7号' });
    expect(
      await s.refused('officer2', 'findings', id, 'hand-over-receipt', { receiptNo: 'x', receivedBy: 'y' }),
    ).toEqual([409, 'finding.handedOver']);
    for (const other of ['officer', 'groupLeader', 'auditor', 'clerk', 'townHead'] as const) {
      expect((await world.as(other).get(`/findings/${id}`)).status).toBe(404);
      const { items } = await world.as(other).sees(`/findings?visitId=${visitId}&limit=200`);
      expect(items.map((one: Json) => one.id)).not.toContain(id);
    }
    const said = await world.store
      .query(
        `select count(*)::int as n from audit_words w join audit_row r on r.id = w.audit_id where r.subject_id = $1`,
        [id],
      )
      .catch(() => [{ n: 0 }]);
    expect(said).toEqual([{ n: 0 }]);
  });
});

describe('rectification', () => {
  let id: string;
  let taskId: string;

  it('is a task of the answerable unit with a clock, which the unit sees with its finding and no names', async () => {
    ({ id } = await s.confirmed('officer', 'village', { severity: 'serious', words: '入户次数造假' }));
    expect((await world.as('townHead').get(`/findings/${id}`)).status).toBe(404);
    expect(
      await s.refused('officer', 'findings', id, 'order', { demand: '核清并整改', dueAt: await s.inDays(-1) }),
    ).toEqual([422, 'task.dueInPast', 'dueAt']);
    expect(await s.refused('groupLeader', 'findings', id, 'order', { demand: '改', dueAt: await s.inDays(9) })).toEqual(
      [403, 'http.forbidden'],
    );
    ({ taskId } = await s.does('officer', 'findings', id, 'order', {
      demand: '核清并整改',
      dueAt: await s.inDays(15),
    }));
    await world.settles();
    expect(await tasks.page(taskId)).toMatchObject({
      kind: 'inspection_finding',
      state: 'dispatched',
      leadUnit: { id: s.unit('town') },
    });
    expect(await world.as('townLiaison').sees(`/findings/${id}`)).toMatchObject({
      standing: 'ordered',
      authors: [],
      confirmer: null,
      actions: [],
    });
    expect((await world.as('waterHead').get(`/findings/${id}`)).status).toBe(404);
    expect(await s.refused('officer', 'findings', id, 'order', { demand: '再令', dueAt: await s.inDays(15) })).toEqual([
      409,
      'finding.moveRefused',
    ]);
  });

  it('goes from claim to check to effective, and a relapse shows', async () => {
    await tasks.answers(taskId, 'town');
    expect(await s.page('findings', id)).toMatchObject({ standing: 'rectified' });
    await tasks.passes(taskId, 'officer2');
    await tasks.does('officer', taskId, 'close');
    expect(await s.page('findings', id)).toMatchObject({ standing: 'verified' });
    await tasks.does('officer2', taskId, 'relapse', { reason: '又回潮' });
    expect(await s.page('findings', id)).toMatchObject({ standing: 'relapsed' });
    const { items } = await world.as('officer').sees(`/findings?standing=relapsed&inspectionId=${s.id}`);
    expect(items.map((one: Json) => one.id)).toEqual([id]);
  });
});

describe('a common problem', () => {
  const url = () => `/inspections/${s.id}/common-problems`;
  const decides = async (body: object) => world.as('officer').post(url(), { name: '保洁不到位', ...body });

  it('is suggested by spread and decided by a person, who says why against the rule', async () => {
    const town = await s.confirmed('officer', 'village');
    const spreads = await world.as('officer').sees(`/inspections/${s.id}/spreads`);
    expect(spreads).toMatchObject({ inspectedUnits: 2, rule: { units: 3, percent: 33 } });
    const waste = spreads.spreads.find(({ clause }: Json) => clause === 'waste');
    expect(waste).toMatchObject({ units: 1, sites: 2, suggested: 'individual' });
    expect(waste.findingIds).toContain(town.id);
    expect(refusal(await decides({ findingIds: [town.id] }))).toEqual([422, 'finding.isIndividual', 'cause']);
    expect(refusal(await decides({ findingIds: [randomIds.next()], cause: '无保洁员' }))).toEqual([
      404,
      'finding.notFound',
      'findingIds',
    ]);
    const { body } = await decides({
      findingIds: [town.id],
      cause: '无保洁员',
      measure: '配齐保洁员',
      document: '农村环境管护办法',
    });
    expect(body).toMatchObject([
      { name: '保洁不到位', suggested: 'individual', findings: 1, asked: 0, uncovered: [{}, {}, {}, {}] },
    ]);
  });

  it('is looked for at home by every unit, each by a task', async () => {
    const [{ id }] = await world.as('officer').sees(url());
    const order = async (units: string[]) =>
      world
        .as('officer')
        .post(`${url()}/${id}/self-check`, { unitIds: units, demand: '逐村自查', dueAt: await s.inDays(10) });
    expect(refusal(await order([s.unit('village')]))[1]).toBe('task.villageNotDirect');
    const asked = await order([s.unit('town'), s.unit('water'), s.unit('housing')]);
    expect(asked.body).toMatchObject([{ asked: 3, answered: 0, uncovered: [{ id: s.unit('city') }] }]);
    expect(refusal(await order([s.unit('water')]))).toEqual([409, 'finding.checkOrdered', 'unitIds']);
    expect(
      refusal(
        await world
          .as('officer')
          .post(`${url()}/${nobody}/self-check`, { unitIds: [s.unit('city')], demand: '查', dueAt: await s.inDays(9) }),
      ),
    ).toEqual([404, 'finding.problemNotFound']);
    expect(refusal(await world.as('officer').get(`/inspections/${nobody}/spreads`))).toEqual([
      404,
      'finding.inspectionNotFound',
    ]);
  });
});
