import { People } from '@ducha/access';
import { LapseConclusions } from '@ducha/inspection';
import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';
import { inNameOf } from './stories/lending.js';

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
const lapses = () => world.app.get(LapseConclusions, { strict: false }).run();
const forbidden = [403, 'http.forbidden'];

describe('a conclusion', () => {
  let id: string;
  let waste: string;
  let forged: string;

  it('is built of confirmed findings with evidence, one for each object', async () => {
    ({ id: waste } = await s.finds());
    ({ id: forged } = await s.confirmed('officer', 'village', {
      words: '入户记录造假',
      severity: 'serious',
      clause: 'team',
    }));
    const water = await s.finds('groupMember', 'water');
    expect(refusal(await s.drafts(s.unit('town'), { findingIds: [water.id] }))).toEqual([
      422,
      'conclusion.unknownFinding',
      'findingIds',
    ]);
    expect(refusal(await s.drafts(s.unit('office'), {}))).toEqual([422, 'conclusion.unknownUnit', 'unitId']);
    ({ id } = (await s.drafts(s.unit('town'), { findingIds: [waste, forged] })).body);
    expect(refusal(await s.drafts(s.unit('town'), {}))).toEqual([409, 'conclusion.alreadyDrafted', 'unitId']);
    expect((await world.as('townHead').get(`/conclusions/${id}`)).status).toBe(404);
    expect(await s.refused('officer2', 'conclusions', id, 'fact-check')).toEqual([
      409,
      'conclusion.unready',
      'findingIds',
    ]);
    await s.does('bureauHead', 'findings', waste, 'confirm');
    const { version } = await s.page('conclusions', id);
    const edited = await world
      .as('officer')
      .put(`/conclusions/${id}`, { words: '两个问题', findingIds: [waste, forged] }, { ifMatch: version });
    expect(edited.body).toMatchObject({ words: '两个问题', findings: 2, actions: ['edit', 'send'] });
  });

  it('is checked by its object, whose points others decide than who recorded them', async () => {
    const sent = await s.does('officer2', 'conclusions', id, 'fact-check');
    expect(sent).toMatchObject({ state: 'checking', checkBasis: 'county.supervision/fact_check' });
    expect(await world.as('townLiaison').sees(`/conclusions/${id}`)).toMatchObject({ actions: ['state'] });
    expect((await world.as('townHead').get(`/findings/${waste}`)).status).toBe(200);
    expect(await s.refused('magistrate', 'conclusions', id, 'issue')).toEqual([409, 'conclusion.checkRuns']);
    expect(await s.refused('waterHead', 'conclusions', id, 'statement', { points: [] })).toEqual([
      404,
      'http.notFound',
    ]);
    const point = (findingId: string, words: string) => ({ findingId, words });
    expect(await s.refused('townHead', 'conclusions', id, 'statement', { points: [point(nobody, '无')] })).toEqual([
      422,
      'conclusion.unknownFinding',
      'points[0].findingId',
    ]);
    const points = [point(waste, '当日已清运'), point(forged, '系漏登')];
    expect(await s.does('townHead', 'conclusions', id, 'statement', { words: '有两处出入', points })).toMatchObject({
      checkOutcome: 'objection',
    });
    expect(await s.refused('townHead', 'conclusions', id, 'statement', { points: [] })).toEqual([
      409,
      'conclusion.checkSaid',
    ]);
    expect(await s.refused('magistrate', 'conclusions', id, 'issue')).toEqual([
      409,
      'conclusion.unready',
      'findingIds',
    ]);
    const decide = (findingId: string) => `points/${findingId}/decide`;
    expect(
      await s.refused('officer', 'conclusions', id, decide(waste), { outcome: 'stands', reason: '照片为证' }),
    ).toEqual([403, 'conclusion.makerMayNotDecide']);
    expect(
      await s.refused('bureauHead', 'conclusions', id, decide(waste), { outcome: 'stands', reason: '照片为证' }),
    ).toEqual([403, 'conclusion.makerMayNotDecide']);
    expect(await s.refused('officer2', 'conclusions', id, decide(waste), { outcome: 'amended', reason: '改' })).toEqual(
      [422, 'conclusion.faultyChanges', 'words'],
    );
    await s.does('officer2', 'conclusions', id, decide(waste), {
      outcome: 'amended',
      words: '上午有垃圾，当日清运',
      reason: '核实',
    });
    const after = await s.does('officer2', 'conclusions', id, decide(forged), {
      outcome: 'stands',
      reason: '笔迹一致',
    });
    expect(after.bound.map(({ words, pointOutcome }: Json) => [words, pointOutcome])).toEqual([
      ['上午有垃圾，当日清运', 'amended'],
      ['入户记录造假', 'stands'],
    ]);
    expect(await s.refused('officer2', 'conclusions', id, decide(forged), { outcome: 'struck', reason: '撤' })).toEqual(
      [409, 'conclusion.pointDecided'],
    );
    expect(await s.refused('officer2', 'conclusions', id, decide(nobody), { outcome: 'struck', reason: '撤' })).toEqual(
      [409, 'conclusion.noPoint'],
    );
  });

  it('is signed by a principal and served with a receipt, from which the 30 natural days run', async () => {
    expect(await s.refused('bureauHead', 'conclusions', id, 'issue')).toEqual(forbidden);
    expect(await s.does('magistrate', 'conclusions', id, 'issue')).toMatchObject({
      state: 'issued',
      number: '督结〔2026〕1号',
      issuedBy: '程远',
      reviewUntil: null,
    });
    expect(await s.refused('townHead', 'conclusions', id, 'reviews', { grounds: '早' })).toEqual([
      409,
      'conclusion.moveRefused',
    ]);
    const receipt = await s.does('townLiaison', 'conclusions', id, 'receive');
    expect(receipt).toMatchObject({ state: 'served', receipt: 'signed', reviewBasis: 'cn.inspection_review/apply' });
    const days = (Date.parse(receipt.reviewUntil) - Date.parse(receipt.servedAt)) / 86_400_000;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(31);
    expect(await s.refused('officer2', 'conclusions', id, 'leave', { words: '张贴' })).toEqual([
      409,
      'conclusion.moveRefused',
    ]);
  });

  it('is applied against on day 30; whoever took part may not review, also by another account or for somebody else', async () => {
    await world.passes({ days: 30 });
    await lapses();
    expect(await s.page('conclusions', id)).toMatchObject({ state: 'served' });
    const review = await s.does('townHead', 'conclusions', id, 'reviews', { grounds: '数据有误' });
    expect(review).toMatchObject({
      state: 'applied',
      basis: 'cn.inspection_review/decide',
      rectificationWaits: false,
      actions: ['withdraw'],
    });
    const days = (Date.parse(review.decideBy) - Date.parse(review.appliedAt)) / 86_400_000;
    expect([days > 30, days < 31]).toEqual([true, true]);
    expect(
      await s.refused('bureauHead', 'reviews', review.id, 'admit', { reviewerId: world.county.person.reviewer }),
    ).toEqual([403, 'conclusion.tookPart']);
    // nor may somebody who took no part, in the name of one who did
    const reviewerId = world.county.person.reviewer;
    const people = world.app.get(People, { strict: false });
    const seconded = {
      role: 'bureau_officer' as const,
      unitId: s.unit('bureau'),
      title: '挂职',
      from: '2020-01-01T00:00:00Z',
    };
    const takerPostId = await world.store.transaction((tx) =>
      people.givePost(tx, { ...seconded, personId: world.county.person.clerk, servesPersonId: null }, null),
    );
    const lent = { giver: 'bureauHead', taker: 'clerk', acts: ['review.admit'], takerPostId } as const;
    const admits = await inNameOf(world, lent, (agent) =>
      agent.post(`/reviews/${review.id}/admit`, { reviewerId }, { ifMatch: review.version }),
    );
    expect(refusal(admits)).toEqual([403, 'conclusion.tookPart']);
    await world.store.query(
      `insert into recusal_declaration (id, person_id, unit_id, ground, declared_by, declared_at) values (gen_random_uuid(), $1, $2, 'kin', $1, now())`,
      [reviewerId, s.unit('town')],
    );
    expect(await s.refused('secretary', 'reviews', review.id, 'admit', { reviewerId })).toEqual([
      403,
      'inspection.recused',
      'reviewerId',
    ]);
    await world.store.query('update recusal_declaration set ended_at = now() where ended_at is null');
    // somebody who went along gets a second account and a reviewer's post: the person stays the same
    await world.store.transaction(async (tx) => {
      await people.openAccount(tx, world.county.person.groupLeader, 'leader-again', null, null);
      const post = {
        personId: world.county.person.groupLeader,
        role: 'reviewer' as const,
        unitId: s.unit('office'),
        title: '复核员',
        from: '2020-01-01T00:00:00Z',
      };
      await people.givePost(tx, { ...post, servesPersonId: null }, null);
    });
    const leader = world.county.person.groupLeader;
    expect(await s.refused('secretary', 'reviews', review.id, 'admit', { reviewerId: leader })).toEqual([
      403,
      'conclusion.tookPart',
      'reviewerId',
    ]);
    expect(await s.refused('secretary', 'reviews', review.id, 'admit', { reviewerId: nobody })).toEqual([
      422,
      'conclusion.notReviewer',
      'reviewerId',
    ]);
    const candidates = await world.as('secretary').sees(`/reviews/${review.id}/reviewers`);
    expect(candidates.map(({ name, tookPart }: Json) => [name, tookPart])).toEqual([
      ['复核员', false],
      ['组组长', true],
    ]);
    // nor past the use case: the database refuses the same person
    await expect(
      world.store.query(
        `update review set state = 'admitted', reviewer_id = $2, admitted_by = $3, admitted_at = now() where id = $1`,
        [review.id, leader, world.county.person.secretary],
      ),
    ).rejects.toMatchObject({ code: 'conclusion.tookPart' });
    expect((await world.as('reviewer').get(`/reviews/${review.id}`)).status).toBe(404);
    await s.does('secretary', 'reviews', review.id, 'admit', { reviewerId: world.county.person.reviewer });
  });

  it('is changed: the reviewer proposes, a principal who did not sign decides, and what follows is carried out', async () => {
    const { reviewId } = await s.page('conclusions', id);
    const { taskId } = await s.does('officer2', 'findings', forged, 'order', {
      demand: '整改',
      dueAt: await s.inDays(20),
    });
    const changes = [{ findingId: forged, to: 'revoke' }];
    const change = { verdict: 'change', words: '证据不足', changes };
    expect(await s.refused('secretary', 'reviews', reviewId, 'decide', change)).toEqual([
      409,
      'conclusion.notProposed',
    ]);
    expect(await s.refused('reviewer', 'reviews', reviewId, 'propose', { ...change, changes: [] })).toEqual([
      422,
      'conclusion.faultyChanges',
      'changes',
    ]);
    expect(await s.does('reviewer', 'reviews', reviewId, 'propose', change)).toMatchObject({ proposal: 'change' });
    expect(await world.as('townHead').sees(`/reviews/${reviewId}`)).toMatchObject({
      proposal: null,
      proposalWords: null,
      reviewer: null,
    });
    expect(await s.refused('magistrate', 'reviews', reviewId, 'decide', change)).toEqual([
      422,
      'conclusion.signerDecides',
      'whySigner',
    ]);
    expect(await s.does('secretary', 'reviews', reviewId, 'decide', change)).toMatchObject({
      state: 'decided',
      verdict: 'change',
      decidedBy: '秦书记',
    });
    expect(await s.page('findings', forged)).toMatchObject({ standing: 'revoked' });
    expect(await world.as('officer').sees(`/tasks/${taskId}`)).toMatchObject({ state: 'cancelled' });
    expect(await s.page('conclusions', id)).toMatchObject({ state: 'issued', issue: 2, servedAt: null });
    expect(await s.does('townHead', 'conclusions', id, 'receive')).toMatchObject({
      state: 'served',
      number: '督结〔2026〕1号',
    });
  });

  it('is final when its time is over, and nobody applies on day 31', async () => {
    // a restored instance moves nothing by itself: the refusal is the use case's, not the sweep's
    await world.settles();
    await world.store.query(
      `insert into restoration (backup_id, product, taken_at, restored_at) values (gen_random_uuid(), 'ducha', now(), now())`,
    );
    await world.passes({ days: 31 });
    expect(await s.refused('townHead', 'conclusions', id, 'reviews', { grounds: '晚了' })).toEqual([
      409,
      'conclusion.reviewTooLate',
    ]);
    await world.store.query('update restoration set released_at = now() where released_at is null');
    await lapses();
    expect(await s.page('conclusions', id)).toMatchObject({ state: 'final' });
    expect(await s.refused('townHead', 'conclusions', id, 'reviews', { grounds: '晚了' })).toEqual([
      409,
      'conclusion.moveRefused',
    ]);
  });
});

describe('a conclusion that nobody answers', () => {
  it('counts silence as no objection, may be left at the door, and is revoked with all that followed', async () => {
    const { id: findingId } = await s.confirmed('groupMember', 'water', { words: '河道有垃圾' });
    const { body } = await s.drafts(s.unit('water'), { findingIds: [findingId] });
    await s.does('officer2', 'conclusions', body.id, 'fact-check');
    await world.passes({ days: 12 });
    await lapses();
    expect(await s.page('conclusions', body.id)).toMatchObject({ checkOutcome: 'silence' });
    expect(await s.refused('waterHead', 'conclusions', body.id, 'statement', { points: [] })).toEqual([
      409,
      'conclusion.checkOver',
    ]);
    await s.does('magistrate', 'conclusions', body.id, 'issue');
    expect(
      await s.does('officer2', 'conclusions', body.id, 'leave', { words: '办公室无人签收，社区干部见证' }),
    ).toMatchObject({ receipt: 'left', state: 'served' });
    const { taskId } = await s.does('officer2', 'findings', findingId, 'order', {
      demand: '清理',
      dueAt: await s.inDays(20),
    });
    const url = `/inspections/${s.id}/outcome-proposals`;
    const blame = await world
      .as('officer2')
      .does(url, { unitId: s.unit('water'), conclusionId: body.id, kind: 'accountability', words: '约谈分管负责人' });
    expect(await world.as('bureauHead').put('/review-rule', { rectificationWaits: true })).toMatchObject({
      status: 200,
    });
    expect(await world.as('waterHead').sees(`/conclusions/${body.id}`)).toMatchObject({
      rectificationWaits: true,
      actions: ['apply'],
    });
    const review = await s.does('waterHead', 'conclusions', body.id, 'reviews', { grounds: '非本局河段' });
    expect((await world.as('officer').sees(`/tasks/${taskId}`)).suspended).toBe(true);
    await s.does('secretary', 'reviews', review.id, 'admit', { reviewerId: world.county.person.reviewer });
    await s.does('reviewer', 'reviews', review.id, 'propose', { verdict: 'revoke', words: '责任单位认定错误' });
    await s.does('secretary', 'reviews', review.id, 'decide', { verdict: 'revoke', words: '撤销' });
    expect(await s.page('conclusions', body.id)).toMatchObject({ state: 'revoked' });
    expect(await s.page('findings', findingId)).toMatchObject({ standing: 'revoked' });
    expect(await world.as('officer').sees(`/tasks/${taskId}`)).toMatchObject({ state: 'cancelled' });
    const { items } = await world.as('officer').sees(`/outcome-proposals?inspectionId=${s.id}`);
    expect(items).toMatchObject([{ id: blame.id, state: 'withdrawn' }]);
  });

  it('lets rectification go on where the application is withdrawn or refused', async () => {
    const { id: findingId } = await s.confirmed('groupMember', 'water', { words: '台账缺失' });
    const { body } = await s.drafts(s.unit('water'), { findingIds: [findingId] });
    await s.served(body.id, 'magistrate', 'waterHead');
    const { taskId } = await s.does('officer2', 'findings', findingId, 'order', {
      demand: '补齐',
      dueAt: await s.inDays(20),
    });
    const stands = async () => (await world.as('officer').sees(`/tasks/${taskId}`)).suspended;
    const first = await s.does('waterHead', 'conclusions', body.id, 'reviews', { grounds: '有异议' });
    expect(await stands()).toBe(true);
    await s.does('waterHead', 'reviews', first.id, 'withdraw');
    expect(await stands()).toBe(false);
    const second = await s.does('waterHead', 'conclusions', body.id, 'reviews', { grounds: '还有异议' });
    await s.does('secretary', 'reviews', second.id, 'refuse', { reason: '与结论无关' });
    expect([await stands(), (await s.page('conclusions', body.id)).state]).toEqual([false, 'served']);
  });

  it('upheld by the signer himself only with his reason; the last final conclusion ends the inspection', async () => {
    const { items } = await world.as('officer').sees(`/conclusions?inspectionId=${s.id}&state=served`);
    const { id } = items[0];
    const review = await s.does('waterHead', 'conclusions', id, 'reviews', { grounds: '再次申请' });
    await s.does('secretary', 'reviews', review.id, 'admit', { reviewerId: world.county.person.reviewer });
    await s.does('reviewer', 'reviews', review.id, 'propose', { verdict: 'uphold', words: '事实清楚' });
    await s.out.actsForInspection('groupLeader');
    await s.returns();
    const posts = `select o.to_at is null as held from inspection_member m join post o on o.id = m.post_id where m.inspection_id = $1`;
    expect(await world.store.query(posts, [s.id])).toEqual([{ held: true }, { held: true }]);
    expect((await world.as('groupLeader').get(`/inspections/${s.id}`)).status).toBe(200);
    const decided = await s.does('magistrate', 'reviews', review.id, 'decide', {
      verdict: 'uphold',
      words: '维持',
      whySigner: '其他负责人外出',
    });
    expect(decided).toMatchObject({ verdict: 'uphold', whySigner: '其他负责人外出' });
    expect(await world.store.query('select state from inspection where id = $1', [s.id])).toEqual([{ state: 'final' }]);
    // what its release gave ends with it: the post, and everybody's view as a member
    expect(await world.store.query(posts, [s.id])).toEqual([{ held: false }, { held: false }]);
    const { posts: left } = await world.as('proponent').sees('/session');
    expect(left.map(({ role }: Json) => role)).toEqual(['proponent']);
    expect((await world.as('groupLeader').get(`/inspections/${s.id}`)).status).toBe(404);
  });
});

describe('praise and blame', () => {
  it('are proposals that another person approves; accountability goes to its organ', async () => {
    const url = `/inspections/${s.id}/outcome-proposals`;
    const proposes = (kind: string) =>
      world.as('officer').does(url, { unitId: s.unit('city'), kind, words: '工作扎实' });
    const strange = await world.as('officer').post(url, { unitId: s.unit('office'), kind: 'praise', words: '好' });
    expect(refusal(strange)).toEqual([422, 'conclusion.unknownUnit', 'unitId']);
    const [praise, blame] = [await proposes('praise'), await proposes('accountability')];
    const act = (by: PersonKey, id: string, what: string, body: object, version: number) =>
      world.as(by).post(`/outcome-proposals/${id}/${what}`, body, { ifMatch: version });
    for (const by of ['officer', 'clerkOfMagistrate'] as const)
      expect(refusal(await act(by, praise.id, 'decide', { decision: 'approve' }, 1))).toEqual(forbidden);
    expect((await act('magistrate', praise.id, 'decide', { decision: 'approve' }, 1)).body).toMatchObject({
      state: 'approved',
      decidedBy: '程远',
    });
    const early = await act('officer', praise.id, 'hand-over', { toOrgan: '县纪委监委' }, 2);
    expect(refusal(early)).toEqual([409, 'conclusion.onlyAccountability']);
    await act('magistrate', blame.id, 'decide', { decision: 'approve' }, 1);
    const handed = await act('officer', blame.id, 'hand-over', { toOrgan: '县纪委监委', receiptNo: '12' }, 2);
    expect(handed.body).toMatchObject({ state: 'handed_over' });
    const unknown = await act('magistrate', nobody, 'decide', { decision: 'refuse' }, 1);
    expect(refusal(unknown)).toEqual([404, 'conclusion.outcomeNotFound']);
    expect(refusal(await world.as('townHead').get('/outcome-proposals'))).toEqual(forbidden);
    await expect(
      world.store.query('update outcome_proposal set decided_by = proposed_by where id = $1', [praise.id]),
    ).rejects.toThrow();
  });
});
