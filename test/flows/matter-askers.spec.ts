import { type Json, World } from '#test-kit';
import { inDays, matterStory, plantDuties, tokenOf } from './stories/matter-story.js';

jest.setTimeout(90_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
  await plantDuties(s);
});
afterAll(() => s.close());
const story = matterStory(() => s);

const suggestion = (): Promise<Json> =>
  s.as('officer').does('/matters', {
    ...{
      kind: 'deputy_suggestion',
      title: '关于拓宽黑山路的建议',
      body: '请拓宽',
      category: '水利',
      declaredUnclassified: true,
    },
    fields: { session: '十七届人大一次会议' },
    signatories: [{ name: '张代表', contact: '13900001111', personId: s.county.person.proponent }, { name: '李代表' }],
  });
const ticket = (): Promise<Json> =>
  s.as('clerk').does('/matters', {
    ...{ kind: 'hotline', title: '小区停水', body: '三天没水', declaredUnclassified: true },
    signatories: [{ name: '刘女士', contact: '13700001111' }],
  });
const reply = (matter: Json): Promise<Json> => story.act(matter, 'reply', { body: '已列入计划。' });
const called = (matter: Json, changes: object = {}) =>
  story.tries(matter, 'call-backs', {
    signatoryId: matter.signatories[0].id,
    contactedAt: inDays(-0.001),
    reached: true,
    ...changes,
  });

describe('a proponent as a person', () => {
  it('sees his own matters and only what he is told of them, and says what he thinks of the reply', async () => {
    const [matter] = [await suggestion(), await story.message()];
    await reply(matter);
    const page = await s.as('proponent').sees('/own-matters');
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({
      id: matter.id,
      state: 'replied',
      replies: [{ body: '已列入计划。', feedback: null }],
    });
    expect(JSON.stringify(page)).not.toContain('李代表');
    const path = `/own-matters/${matter.id}/feedback`;
    const replyId = page.items[0].replies[0].id;
    const other = (await story.read(matter)).replies.find(({ id }: Json) => id !== replyId);
    expect(await s.as('proponent').post(path, { replyId: other.id, feedback: 'satisfied' })).toMatchObject({
      status: 404,
      body: { code: 'matter.replyNotFound' },
    });
    await s.as('proponent').does(path, { replyId, feedback: 'dissatisfied', words: '没有时间表' });
    expect(await story.read(matter)).toMatchObject({ state: 'registered', round: 2 });
    expect((await s.as('proponent').post(path, { replyId, feedback: 'satisfied' })).body.code).toBe(
      'matter.feedbackGiven',
    );
    expect((await s.as('proponent').get(`/matters/${matter.id}`)).status).toBe(404);
    expect((await s.as('officer').get('/own-matters')).status).toBe(403);
  });
});

describe('a status link', () => {
  it('tells its holder where the matter stands and nothing else, until a newer one is made', async () => {
    const matter = await suggestion();
    const signatoryId = matter.signatories[1].id;
    const make = () => s.as('officer').post(`/matters/${matter.id}/status-links`, { signatoryId });
    const first = tokenOf((await make()).body);
    const status = await s.stranger().does('/matters/status', { token: first });
    expect(status).toMatchObject({
      title: matter.title,
      intakeNo: matter.intakeNo,
      state: 'received',
      repliedAt: null,
    });
    expect(Object.keys(status)).not.toContain('signatories');
    await reply(matter);
    expect(await s.stranger().does('/matters/status', { token: first })).toMatchObject({
      state: 'replied',
      repliedAt: expect.any(String),
    });
    await make();
    expect(await s.stranger().post('/matters/status', { token: first })).toMatchObject({
      status: 404,
      body: { code: 'matter.statusNotFound' },
    });
    const stranger = { signatoryId: s.county.person.officer };
    expect((await s.as('officer').post(`/matters/${matter.id}/status-links`, stranger)).body.code).toBe(
      'matter.unknownSignatory',
    );
    expect(JSON.stringify(await s.store.query('select l::text from status_link l'))).not.toContain(first);
  });
});

describe('a call-back', () => {
  it('is written down; what was said counts like feedback by link', async () => {
    const matter = await ticket();
    expect((await called(matter)).body.code).toBe('matter.callBackNotAsked');
    await reply(matter);
    expect((await called(matter, { signatoryId: s.county.person.officer })).body.code).toBe('matter.unknownSignatory');
    expect((await called(matter, { contactedAt: inDays(1) })).body.code).toBe('matter.dateInFuture');
    const missed = await called(matter, { reached: false, feedback: 'satisfied' });
    expect(missed.body).toMatchObject({
      state: 'replied',
      callBacks: [{ reached: false, feedback: null, solved: null }],
    });
    const said = await called(matter, { solved: true, feedback: 'satisfied', words: '水来了' });
    expect(said.body).toMatchObject({
      state: 'closed',
      callBacks: [{ solved: true, feedback: 'satisfied', words: '水来了' }, {}],
    });
    expect(said.body.replies[0]).toMatchObject({ feedback: 'satisfied', feedbackWords: '水来了' });
  });

  it('brings a matter back when the asker is dissatisfied, and is not asked of other kinds', async () => {
    const matter = await ticket();
    await reply(matter);
    expect((await called(matter, { solved: false, feedback: 'dissatisfied' })).body).toMatchObject({
      state: 'registered',
      round: 2,
    });
    const letter = await story.message();
    await reply(letter);
    expect((await called(letter)).body.code).toBe('matter.callBackNotAsked');
  });
});

describe('putting aside', () => {
  it('passes on with a receipt, answers directly, files, and never declines a deputy’s suggestion', async () => {
    const passed = await story.act(await story.message(), 'pass-on', { to: '县供电公司', reason: '属其职责' });
    expect(passed).toMatchObject({
      state: 'handed_over',
      handOvers: [{ manner: 'pass_on' }],
      actions: ['receipt', 'return'],
    });
    const back = await story.act(passed, 'return', { reason: '不属其职责' });
    expect(await story.refused(back, 'receipt', { receivedBy: '某', receivedAt: inDays(-1) })).toMatchObject({
      code: 'matter.receiptNotAwaited',
    });
    expect(await story.refused(await suggestion(), 'decline', { reason: '不办' })).toMatchObject({
      code: 'matter.declineNotAllowed',
    });
    expect(await story.act(await story.message(), 'file', { reason: '内容空泛' })).toMatchObject({ state: 'filed' });
  });
});

describe('hints of the intake desk', () => {
  it('show what resembles, what is likely the same, and where such things belong', async () => {
    const past = await story.workedOff(
      await story.message({ title: '幸福路路灯不亮影响出行', body: '路灯一个月不亮', category: '城乡建设' }),
    );
    await story.message({ title: '村里自来水发黄', body: '水质差', category: '水利' });
    const body = {
      title: '幸福路路灯不亮影响出行安全',
      body: '路灯一个月不亮，请修',
      askers: [past.signatories[0].name],
      kind: 'netizen_message',
    };
    const hints = await s.as('clerk').does('/matters/hints', body);
    expect(hints.similar[0]).toMatchObject({ id: past.id, likelyDuplicate: true, mayTake: true });
    expect(hints.similar.map(({ title }: Json) => title)).not.toContain('村里自来水发黄');
    expect(hints.categories[0]).toMatchObject({ category: '城乡建设' });
    const units = hints.units.map(({ unit }: Json) => unit.id);
    expect(units).toEqual([s.county.unit.housing, s.county.unit.water]);
    expect(hints.units[0].reasons[0]).toEqual({ code: 'duty_register', category: '城乡建设' });
    expect(hints.units[1].reasons[0]).toMatchObject({ code: 'similar_matters', count: 1, examples: [past.intakeNo] });
    expect((await s.as('officer').does('/matters/hints', { ...body, matterId: past.id })).similar).toEqual([]);
  });

  it('know the number of the source, and nothing that the asker may not read', async () => {
    const known = await story.message({ title: '甲乙丙丁', foreignId: 'K-7' });
    const hints = await s
      .as('officer')
      .does('/matters/hints', { title: '完全不同的题目', foreignId: 'K-7', kind: 'netizen_message' });
    expect(hints.similar).toMatchObject([{ id: known.id, likelyDuplicate: true, reasons: [{ code: 'same_source' }] }]);
    const office = await s.as('clerkOfMagistrate').does('/matters/hints', { title: known.title });
    expect(office.similar).toEqual([]);
    expect((await s.as('waterLiaison').post('/matters/hints', { title: '甲' })).status).toBe(403);
  });
});
