import { type NewNotice, Notices } from '@ducha/notice';
import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { canary } from './stories/outside.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const asks = (who: PersonKey, host: string, more: object = {}): Promise<Answer> =>
  world.as(who).post('/notice-addresses', { host, port: 443, inside: false, reason: '县政务短信平台', ...more });
const decides = (who: PersonKey, { id, version }: Json, on: string): Promise<Answer> =>
  world.as(who).post(`/notice-addresses/${id}/${on}`, {}, { ifMatch: version });
const seen = async (id: string, who: PersonKey = 'bureauHead'): Promise<Json> =>
  (await world.as(who).sees('/notice-addresses')).find((one: Json) => one.id === id);
const tells = (...notices: NewNotice[]): Promise<void> =>
  world.store.transaction((tx) => world.app.get(Notices, { strict: false }).tell(tx, notices));

describe('an address outside', () => {
  it('is asked for by one administrator and allowed by one of another kind', async () => {
    const { id } = (await asks('sysadmin', 'sms.county.gov.cn')).body;
    expect(await seen(id, 'secadmin')).toMatchObject({ state: 'requested', actions: ['allow', 'refuse'] });
    expect((await seen(id, 'sysadmin')).actions).toEqual(['withdraw']);
    expect(refusal(await asks('secadmin', 'sms.county.gov.cn'))).toEqual([409, 'notice.addressKnown']);
    expect(refusal(await decides('sysadmin', await seen(id), 'allow'))).toEqual([403, 'notice.addressOwnRequest']);
    expect(refusal(await decides('secadmin', await seen(id), 'withdraw'))).toEqual([403, 'notice.addressOwnRequest']);
    expect((await decides('bureauHead', await seen(id), 'allow')).status).toBe(403);
    expect((await decides('secadmin', await seen(id), 'allow')).status).toBe(204);
    expect(await seen(id, 'sysadmin')).toMatchObject({
      state: 'allowed',
      decidedBy: { name: '保密员' },
      actions: ['end'],
    });
    expect(refusal(await decides('secadmin', await seen(id), 'refuse'))).toEqual([409, 'notice.addressMoveRefused']);
    expect((await decides('sysadmin', { id, version: 1 }, 'end')).status).toBe(412);
    const stranger = { id: world.county.unit.water, version: 1 };
    expect(refusal(await decides('sysadmin', stranger, 'end'))).toEqual([404, 'notice.addressNotFound']);
  });

  it('and no single person can write it into the database', async () => {
    const { sysadmin } = world.county.person;
    const alone = world.store.query(
      `insert into notice_address (id, host, port, inside, reason, state, asked_by, asked_role, asked_at, decided_by, decided_at, version)
       values (gen_random_uuid(), 'x.cn', 443, false, '', 'allowed', $1, 'sysadmin', now(), $1, now(), 1)`,
      [sysadmin],
    );
    await expect(alone).rejects.toMatchObject({ code: 'notice.addressOwnRequest' });
  });

  it.each([
    ['127.0.0.1', false],
    ['10.0.0.1', false],
    ['169.254.169.254', true],
    ['::1', true],
    ['::ffff:10.0.0.1', false],
    ['8.8.8.8', true],
    ['2130706433', false],
    ['HOST.cn', false],
    ['a b', false],
  ])('%s (inside: %s) is not even asked for', async (host, inside) =>
    expect(refusal(await asks('sysadmin', host, { inside }))).toEqual([422, 'notice.addressForbidden', 'host']),
  );

  it('without the key of a trial, this machine is not reached by a name either', async () => {
    const { id } = (await asks('sysadmin', 'localhost')).body;
    await decides('secadmin', await seen(id), 'allow');
    const channel = await world.as('sysadmin').does('/notice-channels', {
      kind: 'wecom',
      name: '工作群',
      enabled: true,
      language: 'zh',
      url: `https://localhost/send?key=${canary.token}`,
    });
    await world.as('sysadmin').does(`/notice-channels/${channel.id}/trial`);
    await world.settles();
    const trialOf = async (): Promise<Json> => (await world.as('bureauHead').sees('/notice-deliveries')).items[0];
    for (let i = 0; i < 200 && (await trialOf()).state !== 'parked'; i += 1) world.rings('notice');
    expect(await trialOf()).toMatchObject({
      state: 'parked',
      answerCode: 'address_forbidden',
      test: true,
      person: null,
    });
  });
});

describe('what the county settles', () => {
  const makes = (body: object): Promise<Answer> =>
    world.as('sysadmin').post('/notice-channels', { name: '渠道', language: 'zh', enabled: false, ...body });

  it('a channel lacks nothing, leads nowhere else without its credentials, and shows none of them', async () => {
    expect(refusal(await makes({ kind: 'webhook', url: 'https://hook.cn/', key: 'too-short' }))).toEqual([
      422,
      'notice.channelIncomplete',
      'key',
    ]);
    expect(refusal(await makes({ kind: 'sms', url: 'ftp://x.cn', key: canary.sms }))).toEqual([
      422,
      'notice.channelIncomplete',
      'url',
    ]);
    expect(refusal(await makes({ kind: 'wecom', url: 'https://x.cn/', enabled: true }))).toEqual([
      422,
      'notice.addressNotAllowed',
    ]);
    expect(refusal(await makes({ kind: 'wecom', url: 'https://x.cn/', unitId: world.county.person.officer }))).toEqual([
      400,
      'http.invalidRequest',
      'unitId',
    ]);
    const mail = {
      kind: 'mail',
      host: 'mail.cn',
      port: 465,
      scheme: 'smtps',
      from: 'a@county.gov.cn',
      recipientDomains: ['county.gov.cn'],
    };
    const made = await makes({ ...mail, user: 'u', password: canary.mail });
    expect([made.status, made.body.host, made.text.includes(canary.mail)]).toEqual([201, 'mail.cn', false]);
    const change = (body: object, ifMatch = 1): Promise<Answer> =>
      world
        .as('sysadmin')
        .put(
          `/notice-channels/${made.body.id}`,
          { name: '渠道', language: 'zh', enabled: false, ...mail, ...body },
          { ifMatch },
        );
    expect(refusal(await change({ host: 'evil.cn' }))).toEqual([422, 'notice.channelIncomplete', 'password']);
    expect(refusal(await change({ kind: 'sms', url: 'https://x.cn' }))).toEqual([
      422,
      'notice.channelIncomplete',
      'kind',
    ]);
    expect((await change({ from: 'b@county.gov.cn' })).body).toMatchObject({
      version: 2,
      settings: { from: 'b@county.gov.cn' },
    });
    expect((await change({}, 1)).status).toBe(412);
    const none = await world
      .as('sysadmin')
      .put(
        `/notice-channels/${world.county.unit.water}`,
        { name: 'x', language: 'zh', enabled: false, ...mail },
        { ifMatch: 1 },
      );
    expect(refusal(none)).toEqual([404, 'notice.channelNotFound']);
  });

  it('hours and ways fit together', async () => {
    const rules = await world.as('bureauHead').sees('/notice-rules');
    expect(rules).toMatchObject({ hours: { openMinute: 480, closeMinute: 1260, daysOffQuiet: true }, ways: [] });
    const set = (more: object): Promise<Answer> =>
      world.as('bureauHead').put('/notice-rules', { hours: rules.hours, ways: [], ...more });
    expect(refusal(await set({ hours: { ...rules.hours, closeMinute: 480 } }))).toEqual([
      422,
      'notice.hoursWrong',
      'hours.closeMinute',
    ]);
    const channelId = rules.channels.find(({ kind }: Json) => kind === 'mail').id;
    expect(refusal(await set({ ways: [{ topic: 'sign', role: '*', channelId }] }))).toEqual([
      422,
      'notice.wayForbidden',
      'ways[0].role',
    ]);
    const unknown = { topic: 'sign', role: 'unit_head', channelId: world.county.unit.water };
    expect(refusal(await set({ ways: [unknown] }))).toEqual([422, 'notice.wayForbidden', 'ways[0].channelId']);
    const way = { topic: 'sign', role: 'unit_head', channelId };
    expect((await set({ ways: [way, way] })).body.ways).toEqual([way]);
    expect((await world.as('officer').get('/notice-rules')).status).toBe(403);
  });

  it('a template holds known fields only, and every change is an edition', async () => {
    const write = (zh: string, form = 'sms', path = ''): Promise<Answer> =>
      world.as('bureauHead').post(`/notice-templates${path}`, { topic: 'sign', form, zh, en: '{count} to sign' });
    const flawed = await write('{county}请签收{title}');
    expect([...refusal(flawed), flawed.body.errors[0].message]).toEqual([
      422,
      'notice.templateFlawed',
      'zh',
      '第 12 个字处的 {title} 不是可用的字段',
    ]);
    expect(refusal(await write('编号{number}', 'sms', '/preview'))).toEqual([422, 'notice.templateFlawed', 'zh']);
    expect((await write('{unit}有{count}件', 'group', '/preview')).body).toEqual({
      zh: '县水利局有3件',
      en: '3 to sign',
    });
    for (const zh of ['第一版{count}', '第二版{count}']) expect((await write(zh)).status).toBe(204);
    const all: Json[] = await world.as('bureauHead').sees('/notice-templates');
    const of = (topic: string): Json => all.find((one) => one.topic === topic && one.form === 'sms');
    expect(of('sign')).toMatchObject({ edition: 2, zh: '第二版{count}', fields: ['county', 'count'] });
    expect(of('redo').edition).toBe(0);
  });
});

describe('where every person must acknowledge', () => {
  it('each is counted; who has not in time is called, in one line', async () => {
    const { unit, person } = world.county;
    await world.store.query(`update person set phone = '13900002222' where id = $1`, [person.waterStaff]);
    await tells({
      kind: 'call_up.issued',
      dedupeKey: 'up:1',
      unitId: unit.water,
      urgency: 'order',
      acknowledgeWithinMinutes: 15,
    });
    const mine = async (who: PersonKey): Promise<Json> => (await world.as(who).sees('/notices?topic=call_up')).items[0];
    const { id, acknowledgement } = await mine('waterHead');
    expect(acknowledgement).toMatchObject({ asked: 3, acknowledged: 0, mine: true });
    const says = (who: PersonKey): Promise<Answer> => world.as(who).post(`/notices/${id}/acknowledge`);
    expect([(await says('waterHead')).status, (await says('waterHead')).status]).toEqual([204, 204]);
    expect(refusal(await says('officer'))).toEqual([409, 'notice.notAsked']);
    expect((await mine('waterStaff')).acknowledgement).toMatchObject({ asked: 3, acknowledged: 1, mine: true });
    const list = async (): Promise<Json[]> => (await world.as('clerk').sees('/notices/call-list?limit=1')).items;
    expect(await list()).toEqual([]);
    await world.passes({ minutes: 16 });
    await says('waterLiaison');
    expect(await list()).toMatchObject([
      { noticeId: id, person: { name: '水承办' }, phone: '13900002222', unitName: '县水利局', calls: 0 },
    ]);
    const calls = (who: PersonKey): Promise<Answer> =>
      world.as('officer').post(`/notices/${id}/calls`, { personId: person[who], said: '已口头通知，十分钟内到岗' });
    expect((await calls('waterStaff')).status).toBe(204);
    expect(await list()).toMatchObject([{ calls: 1, lastSaid: '已口头通知，十分钟内到岗' }]);
    expect(refusal(await calls('waterLiaison'))).toEqual([409, 'notice.acknowledged']);
    await says('waterStaff');
    expect(await list()).toEqual([]);
    expect((await world.as('waterHead').get('/notices/call-list')).status).toBe(403);
    expect((await world.as('waterHead').sees('/notices?topic=sign')).items).toEqual([]);
  });
});

describe('urging a unit', () => {
  it('has words, an interval, a reply, and stands on the timeline', async () => {
    const task = await story.assigned({ assists: ['housing'] });
    const urgings = (who: PersonKey): Promise<Json> => world.as(who).sees(`/tasks/${task.id}/urgings`);
    const { urgeable } = await urgings('officer');
    expect(urgeable.map(({ unitName, nextAt }: Json) => [unitName, nextAt])).toEqual([
      ['县水利局', null],
      ['县住房和城乡建设局', null],
    ]);
    const { assignmentId } = urgeable[0];
    const urge = (who: PersonKey, more: object = {}): Promise<Answer> =>
      world.as(who).post(`/assignments/${assignmentId}/urge`, { words: '请尽快签收并安排人员', ...more });
    expect((await urge('waterHead')).status).toBe(403);
    expect((await urge('officer')).status).toBe(204);
    const again = await urge('magistrate');
    expect([...refusal(again), typeof again.body.nextAt]).toEqual([409, 'task.urgedLately', 'string']);
    expect((await urge('officer', { spokeWith: '水局长', words: '电话告知，下午签收' })).status).toBe(204);
    expect((await world.as('waterLiaison').sees('/notices?topic=urging')).items).toMatchObject([
      { kind: 'assignment.urged' },
    ]);

    const [call, said] = (await urgings('waterLiaison')).urgings;
    expect([call, said]).toMatchObject([
      { manner: 'phone', spokeWith: '水局长', actions: [] },
      { manner: 'notice', words: '请尽快签收并安排人员', urgedBy: { name: '顾督查' }, actions: ['reply_urging'] },
    ]);
    expect((await urgings('housingLiaison')).urgings).toEqual([]);
    const reply = (id: string, ifMatch: number): Promise<Answer> =>
      world
        .as('waterLiaison')
        .post(`/assignments/${assignmentId}/urgings/${id}/reply`, { words: '已安排，今日签收' }, { ifMatch });
    expect((await reply(said.id, 1)).status).toBe(204);
    expect(refusal(await reply(said.id, 2))).toEqual([409, 'task.urgingAnswered']);
    expect(refusal(await reply(call.id, 1))).toEqual([404, 'task.urgingNotFound']);
    expect((await urgings('officer')).urgings[1]).toMatchObject({
      reply: '已安排，今日签收',
      repliedBy: { name: '水联络' },
    });
    expect((await world.as('officer').sees('/notices?topic=urging')).items).toMatchObject([{ kind: 'urging.replied' }]);
    await world.passes({ minutes: 241 });
    expect((await urge('officer')).status).toBe(204);
    const acts = (await world.as('officer').sees(`/tasks/${task.id}/timeline`)).items
      .filter(({ act }: Json) => /urg/.test(act))
      .map(({ act, words }: Json) => `${act} ${words}`);
    expect(acts.sort()).toEqual([
      'assignment.reply_urging 已安排，今日签收',
      'assignment.urge 请尽快签收并安排人员',
      'assignment.urge 请尽快签收并安排人员',
      'assignment.urge_by_phone 水局长：电话告知，下午签收',
    ]);
    await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
    await world
      .as('officer')
      .does(`/tasks/${task.id}/suspend`, { reason: '等待上级批复' }, { ifMatch: (await story.page(task.id)).version });
    expect(refusal(await urge('officer', { spokeWith: '水局长' }))).toEqual([409, 'task.urgingRefused']);
  });
});
