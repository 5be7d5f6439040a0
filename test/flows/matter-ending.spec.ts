import { type Json, World } from '#test-kit';
import { LapseReplies } from '@ducha/matter';

jest.setTimeout(120_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

let n = 0;
const message = (changes: object = {}): Promise<Json> => {
  n += 1;
  const body = { kind: 'netizen_message', title: `留言${n}`, body: `第${n}件事`, category: '水利', signatories: [{ name: `网友${n}` }], ...changes };
  return s.as('officer').does('/matters', body);
};
const decisionOf = (): Promise<Json> => s.as('officer').does('/matters', { kind: 'meeting_decision', title: '清淤', body: '年内完成', meeting: '常务会议' });
const read = (matter: Json): Promise<Json> => s.as('officer').sees(`/matters/${matter.id}`);
const act = async (matter: Json, route: string, body: object = {}): Promise<Json> => s.as('officer').does(`/matters/${matter.id}/${route}`, body, { ifMatch: (await read(matter)).version });
const refused = async (matter: Json, route: string, body: object = {}): Promise<Json> =>
  (await s.as('officer').post(`/matters/${matter.id}/${route}`, body, { ifMatch: (await read(matter)).version })).body;
const tokenOf = (sent: Json): string => new URL(sent.link, 'http://x').searchParams.get('token') ?? '';
const says = (sent: Json, feedback: string, words?: string) => s.stranger().post('/replies/feedback', { token: tokenOf(sent), feedback, words });

/** Registered with a task that went the whole way to closed. */
async function workedOff(matter: Json): Promise<Json> {
  await s.store.transaction((tx) => tx.query("insert into instruction (id, subject_type, subject_id, lineage_id, edition, kind, words, given_by, entered_by, given_at) values (gen_random_uuid(), 'matter', $1, gen_random_uuid(), 1, 'order', '办', $2, $2, now())", [matter.id, s.county.person.magistrate]));
  const { instructions } = await read(matter);
  const due = new Date(performance.timeOrigin + performance.now() + 99 * 86_400_000).toISOString();
  const { task } = await act(matter, 'register', { by: 'instruction', instructionId: instructions[0].id, task: { leadUnitId: s.county.unit.water, dueAt: due }, dispatch: true });
  expect((await read(matter)).actions).not.toContain('reply');
  await s.settles();
  const of = async (who: 'waterLiaison' | 'waterHead', box: string): Promise<Json> => (await s.as(who).sees(`/assignments?box=${box}`)).items[0];
  let share = await of('waterLiaison', 'to_sign');
  await s.as('waterLiaison').does(`/assignments/${share.id}/sign`, {}, { ifMatch: share.version });
  share = await of('waterLiaison', 'to_do');
  await s.as('waterLiaison').does(`/assignments/${share.id}/submit`, { resultClass: 'A', body: '渠道已修复，水已通。' }, { ifMatch: share.version });
  share = await of('waterHead', 'to_sign_off');
  await s.as('waterHead').does(`/assignments/${share.id}/sign-off`, {}, { ifMatch: share.version });
  const now = async (): Promise<Json> => s.as('officer').sees(`/tasks/${task.id}`);
  await s.as('officer').does(`/tasks/${task.id}/verify`, { verdict: 'pass', manner: 'desk', words: '属实' }, { ifMatch: (await now()).version });
  await s.as('officer').does(`/tasks/${task.id}/present`, { summary: '已修复' }, { ifMatch: (await now()).version });
  await s.as('magistrate').does(`/tasks/${task.id}/decide`, { decision: 'close' }, { ifMatch: (await now()).version });
  return read(matter);
}

describe('putting a matter aside', () => {
  it('files, declines, hands over, and takes back what was not filed', async () => {
    expect(await act(await message(), 'file', { reason: '仅供参考' })).toMatchObject({ state: 'filed', closedAt: expect.any(String), actions: [] });
    const declined = await act(await message(), 'decline', { reason: '已有结论' });
    expect(declined).toMatchObject({ state: 'declined', actions: ['return'] });
    expect(await act(declined, 'return', { reason: '有新材料' })).toMatchObject({ state: 'received', closedAt: null });
    const handed = await act(await message(), 'hand-over', { to: '市生态环境局', reason: '不属县级职权' });
    expect(await act(handed, 'return', { reason: '市局退回' })).toMatchObject({ state: 'received' });
    expect((await refused(declined, 'return', { reason: '再来' })).code).toBe('matter.moveRefused');
  });

  it('never declines an instruction or a meeting decision', async () => {
    const matter = await decisionOf();
    expect(matter.actions).not.toContain('decline');
    expect(await refused(matter, 'decline', { reason: '不办' })).toMatchObject({ status: 409, code: 'matter.declineNotAllowed' });
  });

  it.each([
    ['file', {}, 'reason'],
    ['file', { reason: ' ' }, 'reason'],
    ['decline', { reason: 'x'.repeat(1_001) }, 'reason'],
    ['hand-over', { reason: '甲' }, 'to'],
    ['merge', {}, 'intoId'],
    ['reopen', {}, 'reason'],
    ['reply', { body: '' }, 'body'],
    ['reply', { body: '答', signatoryIds: ['x'] }, 'signatoryIds'],
    ['register', { by: 'nobody' }, 'by'],
    ['propose', {}, 'handlingProposal'],
  ])('%s %j is refused naming %s', async (route, body, path) => {
    const answer = await refused(await message(), route, body);
    expect(answer.status).toBe(400);
    expect(answer.errors.map((error: Json) => error.path)).toContain(path);
  });

  it('needs the version that was seen', async () => {
    const matter = await message();
    expect((await s.as('officer').post(`/matters/${matter.id}/file`, { reason: '甲' })).status).toBe(428);
    expect((await s.as('officer').post(`/matters/${matter.id}/file`, { reason: '甲' }, { ifMatch: 9 })).status).toBe(412);
    expect((await s.as('clerk').post(`/matters/${matter.id}/file`, { reason: '甲' }, { ifMatch: 1 })).status).toBe(403);
  });
});

describe('a matter that owes nobody a reply', () => {
  it('closes when its tasks are closed, and may be taken up again', async () => {
    const matter = await decisionOf();
    expect((await refused(matter, 'close')).code).toBe('matter.moveRefused');
    const done = await workedOff(matter);
    expect(done.actions).toContain('close');
    const closed = await act(done, 'close');
    expect(closed).toMatchObject({ state: 'closed', actions: ['reopen'] });
    expect(await act(closed, 'reopen', { reason: '又堵了' })).toMatchObject({ state: 'registered', round: 2, number: done.number, closedAt: null });
  });
});

describe('replies', () => {
  it('are refused while a task is open, then reach each signatory once, by a link that is shown once', async () => {
    const matter = await message({ signatories: [{ name: '甲' }, { name: '乙' }] });
    const done = await workedOff(matter);
    expect(done.actions).toEqual(['reply']);
    expect((await refused(done, 'close')).code).toBe('matter.replyOwed');
    expect((await refused(done, 'reply', { body: '答', signatoryIds: [s.county.person.officer] })).code).toBe('matter.unknownSignatory');
    const first = await act(done, 'reply', { body: '已修复。', signatoryIds: [done.signatories[1].id] });
    expect((await read(done)).state).toBe('registered');
    const rest = await act(done, 'reply', { body: '已修复。' });
    expect([...first.replies, ...rest.replies].map(({ signatoryId }: Json) => signatoryId)).toEqual([done.signatories[1].id, done.signatories[0].id]);
    const [sent] = rest.replies;
    expect(sent.number).toMatch(/^复〔20\d\d〕\d{5}号$/);
    const replied = await read(done);
    expect(replied).toMatchObject({ state: 'replied', actions: [] });
    expect(JSON.stringify(replied)).not.toContain(tokenOf(sent));
    expect((await refused(replied, 'reply', { body: '再答' })).code).toBe('matter.moveRefused');

    const read1 = await s.stranger().post('/replies/read', { token: tokenOf(sent) });
    expect(read1.body).toMatchObject({ title: done.title, body: '已修复。', number: sent.number, name: '甲', feedback: null });
    expect((await says(sent, 'splendid')).status).toBe(400);
    expect((await says(sent, 'satisfied', '谢谢')).body).toMatchObject({ feedback: 'satisfied' });
    expect((await says(sent, 'dissatisfied')).body.code).toBe('matter.feedbackGiven');
    expect((await read(done)).state).toBe('replied');
    expect((await says(first.replies[0], 'basically_satisfied')).status).toBe(200);
    expect(await read(done)).toMatchObject({ state: 'closed', replies: [{ feedback: 'basically_satisfied' }, { feedback: 'satisfied', feedbackWords: '谢谢' }] });
  });

  it.each(['', 'x', 'x'.repeat(43), 'x'.repeat(101)])('answer no guessed token %j', async (token) => {
    for (const route of ['read', 'feedback']) {
      const answer = await s.stranger().post(`/replies/${route}`, { token, ...(route === 'feedback' && { feedback: 'satisfied' }) });
      expect([400, 404]).toContain(answer.status);
    }
  });

  it('bring the matter back when the asker is dissatisfied, and everybody is answered again', async () => {
    const matter = await message({ signatories: [{ name: '甲' }, { name: '乙' }] });
    const { replies } = await act(matter, 'reply', { body: '请向物业反映。' });
    await says(replies[0], 'satisfied');
    await says(replies[1], 'dissatisfied', '没有解决');
    const back = await read(matter);
    expect(back).toMatchObject({ state: 'registered', round: 2, number: expect.stringContaining('督网〔') });
    const again = await act(back, 'reply', { body: '已现场解决。' });
    expect(again.replies).toHaveLength(2);
    for (const sent of again.replies) await says(sent, 'satisfied');
    expect((await read(matter)).state).toBe('closed');
  });

  it('lapse after thirty days of silence', async () => {
    const matter = await message();
    const { replies } = await act(matter, 'reply', { body: '已办。' });
    await s.passes({ days: 29 });
    await s.app.get(LapseReplies, { strict: false }).run();
    expect((await read(matter)).state).toBe('replied');
    expect((await s.stranger().post('/replies/read', { token: tokenOf(replies[0]) })).status).toBe(200);
    await s.passes({ days: 1, minutes: 1 });
    await s.app.get(LapseReplies, { strict: false }).run();
    expect(await read(matter)).toMatchObject({ state: 'closed', replies: [{ feedback: null, lapsedAt: expect.any(String) }] });
    expect((await s.stranger().post('/replies/read', { token: tokenOf(replies[0]) })).body.code).toBe('matter.replyNotFound');
    expect((await says(replies[0], 'satisfied')).body.code).toBe('matter.replyNotFound');
  });

  it('go out to many by template, with what the unit answered', async () => {
    const done = await workedOff(await message({ title: '渠道渗漏', signatories: [{ name: '丙' }] }));
    const busy = await message();
    expect((await s.as('officer').post('/matters/replies', { matterIds: [done.id], template: '{电话}' })).body).toMatchObject({ code: 'matter.unknownPlace', errors: [{ path: 'template' }] });
    const answer = await s.as('officer').does('/matters/replies', { matterIds: [done.id, busy.id] });
    expect(answer).toMatchObject({ replied: 1, replies: [{ matterId: done.id, link: expect.stringContaining('/reply?token=') }], skipped: [{ matterId: busy.id, code: 'matter.moveRefused' }] });
    const [reply] = (await read(done)).replies;
    expect(reply.body).toContain('丙：');
    expect(reply.body).toContain('“渠道渗漏”');
    expect(reply.body).toContain('渠道已修复，水已通。');
    const again = await s.as('officer').does('/matters/replies', { filter: { q: '渠道渗漏', state: 'replied' } });
    expect(again).toMatchObject({ replied: 0, replies: [], skipped: [{ code: 'matter.moveRefused' }] });
  });

  it('close the matter once, however many askers say so at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, at) => ({ name: `联名人${at}` }));
    const matter = await message({ signatories: names });
    const { replies } = await act(matter, 'reply', { body: '已办。' });
    const answers = await Promise.all(replies.map((sent: Json) => says(sent, 'satisfied')));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    expect((await read(matter)).state).toBe('closed');
    const [closings] = await s.store.query<{ n: number }>("select count(*)::int as n from audit_row where subject_id = $1 and act = 'matter.feedback'", [matter.id]);
    expect(closings?.n).toBe(1);
  });
});

describe('merging', () => {
  it('lets the askers be answered through the other matter, along a chain too', async () => {
    const [a, b, c] = await Promise.all([message(), message(), message()]);
    await act(a, 'merge', { intoId: b.id });
    await act(b, 'merge', { intoId: c.id });
    expect(await read(a)).toMatchObject({ state: 'merged', mergedInto: { id: c.id }, actions: [] });
    const target = await read(c);
    expect(target.merged).toHaveLength(2);
    expect(target.actions).not.toContain('file');
    expect((await refused(target, 'file', { reason: '不办' })).code).toBe('matter.hasMerged');
    expect((await refused(a, 'reply', { body: '答' })).code).toBe('matter.answeredThroughTarget');
    const { replies } = await act(c, 'reply', { body: '三件事一并办结。' });
    expect(replies).toHaveLength(3);
    expect((await Promise.all([a, b, c].map(read))).map(({ state }) => state)).toEqual(['replied', 'replied', 'replied']);
    await says(replies.find(({ matterId }: Json) => matterId === b.id), 'satisfied');
    expect((await read(b)).state).toBe('closed');
    await says(replies.find(({ matterId }: Json) => matterId === a.id), 'dissatisfied');
    expect((await Promise.all([a, b, c].map(read))).map(({ state }) => state)).toEqual(['registered', 'closed', 'registered']);
    const again = await act(c, 'reply', { body: '已补办。' });
    expect(again.replies.map(({ matterId }: Json) => matterId).sort()).toEqual([a.id, c.id].sort());
    expect((await Promise.all([a, c].map(read))).map(({ state }) => state)).toEqual(['replied', 'replied']);
    await act(b, 'reopen', { reason: '来电称仍未解决' });
    expect((await Promise.all([b, c].map(read))).map(({ state, round }) => [state, round])).toEqual([['registered', 2], ['registered', 3]]);
  });

  it('refuses itself, the unknown, the merged and the settled', async () => {
    const [a, b, c] = await Promise.all([message(), message(), message()]);
    await act(b, 'file', { reason: '重复' });
    await act(c, 'merge', { intoId: (await message()).id });
    for (const intoId of [a.id, b.id, c.id, s.county.person.officer])
      expect(await refused(a, 'merge', { intoId })).toMatchObject({ status: 422, code: 'matter.mergeRefused', errors: [{ path: 'intoId' }] });
  });

  it('answers merged askers before a matter without reply duty closes', async () => {
    const [plan, asked] = await Promise.all([decisionOf(), message()]);
    await act(asked, 'merge', { intoId: plan.id });
    const done = await workedOff(plan);
    expect((await refused(done, 'close')).code).toBe('matter.replyOwed');
    await act(done, 'reply', { body: '已列入清淤计划并完成。' });
    expect((await read(asked)).state).toBe('replied');
    expect(await act(done, 'close')).toMatchObject({ state: 'closed' });
  });
});
