import { createHmac } from 'node:crypto';
import { Outbox } from '@ducha/store';
import { type Json, type Received, World } from '#test-kit';
import { canary, Outside } from './stories/outside.js';

const monday = '2026-11-23T09:00:00+08:00';

describe('messages outside the house', () => {
  let world: World;
  let outside: Outside;
  let n = 0;

  beforeAll(async () => {
    world = await World.open({ env: { DUCHA_NOTICE_LOOPBACK: '1' } });
    await world.clock.set(monday);
    outside = await Outside.open(world);
    await outside.entersChannels();
    const { waterLiaison, waterHead, officer } = world.county.person;
    await world.store.query(`update person set phone = '13900001111' where id = $1`, [waterLiaison]);
    for (const [person, mail] of [
      [waterLiaison, 'liaison@county.gov.cn'],
      [waterHead, 'head@county.gov.cn'],
      [officer, 'officer@county.gov.cn'],
    ])
      await world.store.query('insert into notice_contact (person_id, mail, set_at) values ($1, $2, now())', [
        person,
        mail,
      ]);
  }, 60_000);
  afterAll(async () => {
    await outside.close();
    await world.close();
  });

  const toWater = (kind = 'assignment.delivered', more: object = {}) => ({
    kind,
    dedupeKey: `test:${(n += 1)}`,
    unitId: world.county.unit.water,
    ...more,
  });
  const deliveries = async (query = ''): Promise<Json[]> =>
    (await world.as('sysadmin').sees(`/notice-deliveries?limit=200${query}`)).items;
  const paths = (received: readonly Received[]): string[] =>
    received.map(({ path }) => path.split('?')[0] ?? '').sort();

  it('nothing leaves before the county has settled a way', async () => {
    await outside.tells(toWater());
    await outside.after(60);
    expect([outside.web.takes(), outside.mail.takes(), await deliveries()]).toEqual([[], [], []]);
  });

  it('each channel is spoken to as it asks for, signed, without content in a text message', async () => {
    await outside.settles([
      ['sign', 'unit_liaison', 'mail'],
      ['sign', 'unit_liaison', 'sms'],
      ...['webhook', 'wecom', 'dingtalk', 'feishu'].map((kind) => ['sign', '*', kind] as const),
    ]);
    await outside.tells(toWater());
    await outside.settlesDown();
    expect([outside.web.takes(), outside.mail.takes()]).toEqual([[], []]);
    await outside.after(11);
    const received = outside.web.takes();
    expect(paths(received)).toEqual(['/dingtalk', '/feishu/canary-robot-access-token', '/hook', '/sms', '/wecom']);
    const at = (path: string): Received => received.find((one) => one.path.startsWith(path))!;

    const sms = at('/sms');
    expect(JSON.parse(sms.body)).toEqual({
      mobile: '13900001111',
      content: '【督查局】您有1件交办单待签收，请登录督查系统办理。',
      id: sms.headers['idempotency-key'],
    });
    expect(sms.headers.authorization).toBe(`Bearer ${canary.sms}`);

    const hook = at('/hook');
    const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = hook.headers;
    const key = Buffer.from(canary.webhook.slice(6), 'base64');
    expect(signature).toBe(
      `v1,${createHmac('sha256', key)
        .update(`${String(id)}.${String(time)}.${hook.body}`)
        .digest('base64')}`,
    );
    expect(Math.abs(Number(time) - (await world.seconds()))).toBeLessThan(60);
    expect(JSON.parse(hook.body).data).toMatchObject({ key: id, items: [{ kind: 'assignment.delivered' }] });

    const ding = new URL(at('/dingtalk').path, 'http://robot');
    const millis = ding.searchParams.get('timestamp');
    const dingSign = createHmac('sha256', canary.robot).update(`${millis}\n${canary.robot}`).digest('base64');
    expect([ding.searchParams.get('access_token'), ding.searchParams.get('sign')]).toEqual([canary.token, dingSign]);
    const robotText = '县水利局：贵单位有1件交办单待签收。';
    expect(JSON.parse(at('/dingtalk').body)).toEqual({ msgtype: 'text', text: { content: robotText } });
    expect(JSON.parse(at('/wecom').body)).toEqual({ msgtype: 'text', text: { content: robotText } });

    const feishu = JSON.parse(at('/feishu').body);
    const feishuSign = createHmac('sha256', `${feishu.timestamp}\n${canary.robot}`).update('').digest('base64');
    expect(feishu).toEqual({
      timestamp: feishu.timestamp,
      sign: feishuSign,
      msg_type: 'text',
      content: { text: robotText },
    });

    const letters = outside.mail.takes();
    expect(letters).toMatchObject([{ from: 'ducha@county.gov.cn', to: ['liaison@county.gov.cn'], user: 'ducha' }]);
    expect(letters[0]?.text).toMatch(/^Message-ID: <[0-9a-f-]{36}@county\.gov\.cn>/m);
    const sent = await deliveries('&state=sent');
    expect(sent.map(({ answerCode }) => answerCode).sort()).toEqual([
      'dingtalk_0',
      'feishu_0',
      'http_200',
      'http_200',
      'smtp_250',
      'wecom_0',
    ]);
  });

  it('many notices within the window are one message; what was read in the house meanwhile is none', async () => {
    await outside.settles([
      ['sign', 'unit_liaison', 'mail'],
      ['redo', 'unit_liaison', 'mail'],
      ['sign', 'unit_liaison', 'sms'],
    ]);
    await outside.tells(...Array.from({ length: 40 }, () => toWater()));
    await outside.settlesDown();
    await world.clock.advance({ minutes: 5 });
    await outside.tells(...Array.from({ length: 25 }, () => toWater('assignment.redo')));
    await outside.after(6);
    const [letter, ...more] = outside.mail.takes();
    expect(more).toEqual([]);
    expect(Buffer.from(/\r\n\r\n([\s\S]*)/.exec(letter?.text ?? '')?.[1] ?? '', 'base64').toString('utf8')).toContain(
      '您有65条通知待处理',
    );
    expect(outside.web.takes()).toHaveLength(1);

    await outside.tells(toWater());
    await outside.settlesDown();
    await world.as('waterHead').does('/notices/read', { all: true });
    await outside.after(11);
    expect([outside.mail.takes(), outside.web.takes()]).toEqual([[], []]);
    expect((await deliveries('&state=dropped')).map(({ answerCode }) => answerCode)).toEqual([
      'nothing_left',
      'nothing_left',
    ]);
  });

  it('nights and days off are quiet for reminders, never for an order', async () => {
    await outside.settles([
      ['sign', 'unit_liaison', 'mail'],
      ['call_up', 'unit_liaison', 'sms'],
    ]);
    await outside.at('2026-11-27T22:00:00+08:00');
    await outside.tells(toWater());
    await outside.tells(toWater('call_up.issued', { urgency: 'order' }));
    await outside.after(1);
    expect(outside.mail.takes()).toEqual([]);
    expect(outside.web.takes().map(({ body }) => JSON.parse(body).content)).toEqual([
      '【督查局】您有1条紧急通知，请立即登录确认，请登录督查系统办理。',
    ]);
    await outside.at('2026-11-29T12:00:00+08:00');
    await outside.after(1);
    expect(outside.mail.takes()).toEqual([]);
    await outside.at('2026-11-30T07:58:00+08:00');
    await outside.after(1);
    expect(outside.mail.takes()).toEqual([]);
    await outside.after(2);
    expect(outside.mail.takes()).toHaveLength(1);
  });

  it('hours that the county draws closer meanwhile bind what waits already', async () => {
    await outside.tells(toWater());
    await outside.settlesDown();
    await outside.settles([['sign', 'unit_liaison', 'mail']], { openMinute: 600 });
    await outside.after(11);
    expect(outside.mail.takes()).toEqual([]);
    await outside.at('2026-11-30T10:00:30+08:00');
    await outside.after(0);
    expect(outside.mail.takes()).toHaveLength(1);
  });

  it('a person gets so many messages a day and the rest, together, on the next', async () => {
    await outside.settles([['sign', 'unit_liaison', 'sms']], { windowMinutes: 0, dailyCap: 2 });
    await outside.at('2026-12-01T09:00:00+08:00');
    for (let i = 0; i < 5; i += 1) {
      await outside.tells(toWater());
      await outside.after(1);
    }
    expect(outside.web.takes()).toHaveLength(2);
    await outside.at('2026-12-02T08:01:00+08:00');
    await outside.after(0);
    expect(outside.web.takes().map(({ body }) => JSON.parse(body).content)).toEqual([
      expect.stringContaining('您有3件交办单待签收'),
    ]);
  });

  it('what fails is tried again under the same key, ever slower, then parked and sent again by hand', async () => {
    await outside.settles([['sign', '*', 'webhook']], { windowMinutes: 0 });
    outside.web.alwaysAnswers({ status: 503 });
    await outside.tells(toWater());
    await outside.settlesDown();
    for (const minutes of [1, 5, 15, 60, 240]) await outside.after(minutes);
    const tries = outside.web.takes();
    expect([tries.length, new Set(tries.map(({ headers }) => headers['idempotency-key'])).size]).toEqual([6, 1]);
    const [parked] = await deliveries('&state=parked');
    expect(parked).toMatchObject({ answerCode: 'http_503', tries: 6 });
    await outside.after(120);
    expect(outside.web.takes()).toEqual([]);
    outside.web.alwaysAnswers({ status: 200, body: '{"errcode":0,"code":0}' });
    const again = await world
      .as('sysadmin')
      .post(`/notice-deliveries/${parked.id}/retry`, {}, { ifMatch: parked.version });
    expect(again.status).toBe(204);
    await outside.settlesDown();
    expect(outside.web.takes()[0]?.headers['idempotency-key']).toBe(tries[0]?.headers['idempotency-key']);
    const twice = await world.as('sysadmin').post(`/notice-deliveries/${parked.id}/retry`, {}, { ifMatch: 1 });
    expect(twice.status).toBe(412);
    const done = (await deliveries('&state=sent'))[0];
    const sentAgain = await world
      .as('sysadmin')
      .post(`/notice-deliveries/${done.id}/retry`, {}, { ifMatch: done.version });
    expect([sentAgain.status, sentAgain.body.code]).toEqual([409, 'notice.deliveryMoveRefused']);
  });

  it('redirects are not followed, long answers not read, refusals not repeated', async () => {
    await outside.at('2026-12-03T09:00:00+08:00');
    outside.web.answers({ status: 302, headers: { location: `${outside.web.url}/elsewhere` } });
    await outside.tells(toWater());
    await outside.settlesDown();
    outside.web.answers({ status: 200, body: 'x'.repeat(200_000) });
    await outside.tells(toWater());
    await outside.settlesDown();
    expect(paths(outside.web.takes())).toEqual(['/hook', '/hook']);
    await outside.settles(
      [
        ['sign', '*', 'wecom'],
        ['sign', 'unit_liaison', 'mail'],
      ],
      { windowMinutes: 0, dailyCap: 50 },
    );
    outside.web.answers({ status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' });
    outside.mail.refusesWith = 550;
    await outside.tells(toWater());
    await outside.settlesDown();
    outside.web.answers({ status: 200, body: '{"errcode":45009}' });
    outside.mail.refusesWith = 451;
    await outside.tells(toWater());
    await outside.settlesDown();
    outside.mail.refusesWith = undefined;
    expect((await deliveries('&state=parked')).map(({ answerCode }) => answerCode).sort()).toEqual([
      'answer_too_large',
      'http_302',
      'smtp_550',
      'wecom_93000',
    ]);
    expect((await deliveries('&state=waiting')).map(({ answerCode }) => answerCode).sort()).toEqual([
      'smtp_451',
      'wecom_45009',
    ]);
    await outside.after(2);
    outside.web.takes();
    expect(outside.mail.takes()).toHaveLength(1);
  });

  it('many workers at once send one message; a worker that dies has it sent again under the same key', async () => {
    await outside.settles([['sign', '*', 'webhook']], { windowMinutes: 0 });
    await outside.tells(toWater());
    await outside.settlesDown();
    const [first] = outside.web.takes();
    const id = String(first?.headers['idempotency-key']);
    const ring = async (): Promise<void> => {
      await world.store.transaction((tx) =>
        world.app.get(Outbox, { strict: false }).add(
          tx,
          ...Array.from({ length: 8 }, (_, i) => ({
            job: 'notice.deliver',
            payload: { deliveryId: id },
            key: `again_${id}_${(n += 1)}_${i}`,
          })),
        ),
      );
      await world.settles();
    };
    await ring();
    expect(outside.web.takes()).toEqual([]);
    await world.store.query(`update notice_delivery set state = 'waiting', ended_at = null where id = $1`, [id]);
    await ring();
    expect(outside.web.takes()).toHaveLength(1);
    await world.store.query(
      `update notice_delivery set state = 'sending', leased_until = now() + interval '50 seconds' where id = $1`,
      [id],
    );
    await ring();
    expect(outside.web.takes()).toEqual([]);
    await outside.after(1);
    expect(outside.web.takes().map(({ headers }) => headers['idempotency-key'])).toEqual([id]);
  });

  it('a person narrows what reaches them and never widens it; an order passes', async () => {
    await outside.settles(
      [
        ['sign', 'unit_liaison', 'mail'],
        ['call_up', 'unit_liaison', 'mail'],
      ],
      { windowMinutes: 0 },
    );
    const own = await world.as('waterLiaison').sees('/notices/ways');
    expect(own).toMatchObject({ mail: 'liaison@county.gov.cn', phone: '13900001111', mailDomains: ['county.gov.cn'] });
    expect(own.channels).toEqual([
      {
        id: outside.channel['mail'],
        name: 'mail',
        kind: 'mail',
        topics: [
          { topic: 'call_up', muted: false },
          { topic: 'sign', muted: false },
        ],
      },
    ]);
    const mute = (topic: string, channel: string, mail: string | null = 'liaison@county.gov.cn') =>
      world.as('waterLiaison').put('/notices/ways', { mail, muted: [{ channelId: outside.channel[channel], topic }] });
    const wider = await mute('redo', 'mail');
    expect([wider.status, wider.body.code, wider.body.errors[0].path]).toEqual([
      422,
      'notice.wayForbidden',
      'muted[0]',
    ]);
    const abroad = await mute('sign', 'mail', 'liaison@gmail.com');
    expect([abroad.status, abroad.body.code]).toEqual([422, 'notice.mailNotAllowed']);
    await world.as('waterLiaison').put('/notices/ways', {
      mail: 'liaison@county.gov.cn',
      muted: ['sign', 'call_up'].map((topic) => ({ channelId: outside.channel['mail'], topic })),
    });
    await outside.tells(toWater(), toWater('call_up.issued', { urgency: 'order' }));
    await outside.settlesDown();
    expect(outside.mail.takes()).toHaveLength(1);
  });

  it('an address that is taken off the list gets nothing more; a channel switched off neither', async () => {
    await outside.settles([['sign', '*', 'webhook']], { windowMinutes: 0 });
    const list: Json[] = await world.as('secadmin').sees('/notice-addresses');
    const web = list.find(({ port }) => port === outside.web.port);
    await world.as('secadmin').does(`/notice-addresses/${web.id}/end`, {}, { ifMatch: web.version });
    await outside.tells(toWater());
    await outside.settlesDown();
    expect(outside.web.takes()).toEqual([]);
    expect((await deliveries('&state=parked'))[0]).toMatchObject({ answerCode: 'address_not_allowed' });
    expect(
      (await world.as('sysadmin').sees('/notice-channels')).find(({ kind }: Json) => kind === 'webhook').allowed,
    ).toBe(false);
    await outside.allows(outside.web.port);
  });

  it('a trial goes the way of every message, to the group or to one’s own address', async () => {
    const trial = (kind: string) => world.as('sysadmin').post(`/notice-channels/${outside.channel[kind]}/trial`);
    expect((await trial('wecom')).status).toBe(202);
    const [none, unknown] = [await trial('sms'), await trial('nothing')];
    expect([none.status, none.body.code, unknown.status]).toEqual([422, 'notice.noContact', 400]);
    await outside.settlesDown();
    expect(JSON.parse(outside.web.takes()[0]?.body ?? '{}').text.content).toMatch(/^（试发）/);
  });

  it('credentials are seen nowhere again: no answer, no row of any table, no job', async () => {
    const words = [...Object.values(canary), canary.webhook.slice(6)];
    const found: string[] = [];
    const tables = await world.store.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'bullmq')
         and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`,
    );
    for (const { name } of tables)
      for (const word of words) {
        const [row] = await world.store.query<{ n: number }>(
          `select count(*)::int as n from ${name} t where position($1 in t::text) > 0`,
          [word],
        );
        if ((row?.n ?? 0) > 0) found.push(`${name}: ${word}`);
      }
    expect([tables.length > 60, found]).toEqual([true, []]);
    for (const path of ['/notice-channels', '/notice-addresses', '/notice-rules', '/notice-deliveries?limit=200']) {
      const { text } = await world.as('sysadmin').get(path);
      expect(words.filter((word) => text.includes(word))).toEqual([]);
    }
    const wrong = await world.as('sysadmin').post('/notice-channels', {
      kind: 'wecom',
      name: 'x',
      enabled: true,
      language: 'zh',
      url: `http://10.0.0.1/${canary.token}`,
    });
    expect([wrong.status, wrong.body.code, wrong.text.includes(canary.token)]).toEqual([
      422,
      'notice.addressNotAllowed',
      false,
    ]);
    const [planted] = await world.store.query<{ n: number }>(
      `select count(*)::int as n from notice_contact t where position('county.gov' in t::text) > 0`,
    );
    expect(planted?.n).toBeGreaterThan(0);
  });
});
