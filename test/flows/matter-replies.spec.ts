import { LapseReplies } from '@ducha/matter';
import { type Json, World } from '#test-kit';
import { matterStory, tokenOf } from './stories/matter-story.js';

jest.setTimeout(120_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const { message, read, act, refused, says, workedOff } = matterStory(() => s);

describe('replies', () => {
  it('are refused while a task is open, then reach each signatory once, by a link that is shown once', async () => {
    const matter = await message({ signatories: [{ name: '甲' }, { name: '乙' }] });
    const done = await workedOff(matter);
    expect(done.actions).toEqual(['reply']);
    expect((await refused(done, 'close')).code).toBe('matter.replyOwed');
    expect((await refused(done, 'reply', { body: '答', signatoryIds: [s.county.person.officer] })).code).toBe(
      'matter.unknownSignatory',
    );
    const first = await act(done, 'reply', { body: '已修复。', signatoryIds: [done.signatories[1].id] });
    expect((await read(done)).state).toBe('registered');
    const rest = await act(done, 'reply', { body: '已修复。' });
    expect([...first.replies, ...rest.replies].map(({ signatoryId }: Json) => signatoryId)).toEqual([
      done.signatories[1].id,
      done.signatories[0].id,
    ]);
    const [sent] = rest.replies;
    expect(sent.number).toMatch(/^复〔20\d\d〕\d{5}号$/);
    const replied = await read(done);
    expect(replied).toMatchObject({ state: 'replied', actions: [] });
    expect(JSON.stringify(replied)).not.toContain(tokenOf(sent));
    expect((await refused(replied, 'reply', { body: '再答' })).code).toBe('matter.moveRefused');

    const read1 = await s.stranger().post('/replies/read', { token: tokenOf(sent) });
    expect(read1.body).toMatchObject({
      title: done.title,
      body: '已修复。',
      number: sent.number,
      name: '甲',
      feedback: null,
    });
    expect((await says(sent, 'splendid')).status).toBe(400);
    expect((await says(sent, 'satisfied', '谢谢')).body).toMatchObject({ feedback: 'satisfied' });
    expect((await says(sent, 'dissatisfied')).body.code).toBe('matter.feedbackGiven');
    expect((await read(done)).state).toBe('replied');
    expect((await says(first.replies[0], 'basically_satisfied')).status).toBe(200);
    expect(await read(done)).toMatchObject({
      state: 'closed',
      replies: [{ feedback: 'basically_satisfied' }, { feedback: 'satisfied', feedbackWords: '谢谢' }],
    });
  });

  it.each(['', 'x', 'x'.repeat(43), 'x'.repeat(101)])('answer no guessed token %j', async (token) => {
    for (const route of ['read', 'feedback']) {
      const answer = await s
        .stranger()
        .post(`/replies/${route}`, { token, ...(route === 'feedback' && { feedback: 'satisfied' }) });
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
    expect(await read(matter)).toMatchObject({
      state: 'closed',
      replies: [{ feedback: null, lapsedAt: expect.any(String) }],
    });
    expect((await s.stranger().post('/replies/read', { token: tokenOf(replies[0]) })).body.code).toBe(
      'matter.replyNotFound',
    );
    expect((await says(replies[0], 'satisfied')).body.code).toBe('matter.replyNotFound');
  });

  it('go out to many by template, with what the unit answered', async () => {
    const done = await workedOff(await message({ title: '渠道渗漏', signatories: [{ name: '丙' }] }));
    const busy = await message();
    expect(
      (await s.as('officer').post('/matters/replies', { matterIds: [done.id], template: '{电话}' })).body,
    ).toMatchObject({ code: 'matter.unknownPlace', errors: [{ path: 'template' }] });
    const answer = await s.as('officer').does('/matters/replies', { matterIds: [done.id, busy.id] });
    expect(answer).toMatchObject({
      replied: 1,
      replies: [{ matterId: done.id, link: expect.stringContaining('/reply?token=') }],
      skipped: [{ matterId: busy.id, code: 'matter.moveRefused' }],
    });
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
    const [closings] = await s.store.query<{ n: number }>(
      "select count(*)::int as n from audit_row where subject_id = $1 and act = 'matter.feedback'",
      [matter.id],
    );
    expect(closings?.n).toBe(1);
  });
});
