import { SetupLinks } from '@ducha/founding';
import { type Browser, type Json, totpCode, World } from '#test-kit';

const password = '雨夜里的县城北门七号';
const trio = {
  sysadmin: { name: '于信息', login: 'yuxinxi', standsIn: false },
  secadmin: { name: '公孙保密', login: 'gongsun', standsIn: true },
  auditadmin: { name: '令狐审计', login: 'linghu', standsIn: true },
};
const county = { name: '兰阳县', bureauName: '督查局', taskNumberPrefix: '兰督' };

describe('a new county, from an empty database to the first dispatched task', () => {
  let world: World;
  let sysadmin: Browser;
  let secadmin: Browser;
  let auditadmin: Browser;
  let head: Browser;
  let principal: Browser;
  let waterHead: Browser;
  const tokens = new Map<string, string>();
  const ids: Record<string, string> = {};
  beforeAll(async () => (world = await World.open({ planted: false })), 60_000);
  afterAll(() => world.close());

  const setupToken = async (): Promise<string> => (await world.app.get(SetupLinks, { strict: false }).make()) ?? '';
  const body = (token: string, also: object = {}): object => ({ token, county, password, ...trio, ...also });
  const ok = (answer: { status: number; text: string; body: Json }): Json => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body;
  };
  /** Enrols the authenticator application that the post demands. */
  const enrols = async (browser: Browser): Promise<Json> => {
    const { id, key } = ok(await browser.post('/factors/totp'));
    return ok(await browser.post(`/factors/totp/${id}/confirm`, { code: totpCode(key, await world.seconds()) }));
  };
  /** Opens an account by its link; the answer says how far the person came. */
  const opens = async (token: string): Promise<[Browser, Json]> => {
    const browser = world.browser();
    return [browser, ok(await browser.post('/entry-links/use', { token, password }))];
  };
  const steps = async (browser: Browser): Promise<Record<string, Json>> =>
    Object.fromEntries(ok(await browser.get('/guide')).steps.map((step: Json) => [step.step, step]));

  it('waits for its first person, whose link is a secret that cannot be guessed or used by halves', async () => {
    const stranger = world.browser();
    expect(ok(await stranger.get('/setup'))).toEqual({ waiting: true });
    const token = await setupToken();
    const kept = await world.store.query<{ hash: string }>(`select encode(token_hash, 'hex') as hash from setup_link`);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((await stranger.post('/setup/preview', { token })).status).toBe(204);
    const wrong = await stranger.post('/setup', body('x'.repeat(43)));
    expect([wrong.status, wrong.body.code]).toEqual([404, 'founding.linkSpent']);
    const weak = await stranger.post('/setup', body(token, { password: '1234567890' }));
    expect([weak.status, weak.body.code]).toEqual([422, 'access.weakPassword']);
    const two = await stranger.post('/setup', body(token, { auditadmin: { ...trio.secadmin, login: 'other' } }));
    expect([two.status, two.body.code, two.body.errors[0].path]).toEqual([422, 'founding.notThree', 'auditadmin.name']);
    expect((await stranger.post('/setup', body(token, { county: { name: ' ', bureauName: '督查局' } }))).status).toBe(
      400,
    );
    const rows = await world.store.query(
      'select 1 from account union all select 1 from unit union all select 1 from person',
    );
    expect(rows).toHaveLength(0);
  });

  it('loses its link after a day, and gets a new one with the next start', async () => {
    const token = await setupToken();
    await world.passes({ hours: 25 });
    expect((await world.browser().post('/setup', body(token))).body.code).toBe('founding.linkSpent');
    expect(await setupToken()).not.toBe('');
  });

  it('is set up once, of ten at the same moment by one', async () => {
    const token = await setupToken();
    const browsers = Array.from({ length: 10 }, () => world.browser());
    const answers = await Promise.all(browsers.map((browser) => browser.post('/setup', body(token))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(404)]);
    const won = answers.findIndex(({ status }) => status === 201);
    sysadmin = browsers[won] ?? world.browser();
    const { me, links } = answers[won]?.body;
    expect(me).toMatchObject({ stage: 'enrol', person: { name: '于信息' }, county: { name: '兰阳县', demo: false } });
    expect(links.map(({ role }: Json) => role)).toEqual(['secadmin', 'auditadmin']);
    for (const { role, token: link } of links) tokens.set(role, link);
    expect(ok(await world.browser().get('/setup'))).toEqual({ waiting: false });
    expect(await world.app.get(SetupLinks, { strict: false }).make()).toBeNull();
    const late = await world.browser().post('/setup', body(token));
    expect(late.body.code).toBe('founding.linkSpent');
    expect((await sysadmin.get('/guide')).body.code).toBe('access.enrolmentNeeded');
    const { recoveryCodes } = await enrols(sysadmin);
    expect(recoveryCodes).toHaveLength(10);
  });

  it('says whose step is next from what is there, and that the separation is provisional', async () => {
    const guide = ok(await sysadmin.get('/guide'));
    expect(guide.complete).toBe(false);
    const found = await steps(sysadmin);
    expect(found['county']).toMatchObject({ state: 'done', whose: [] });
    expect(found['administrators']).toMatchObject({ state: 'open', done: 1, of: 3, whose: ['secadmin', 'auditadmin'] });
    expect(found['bureau'].whose).toEqual(['sysadmin']);
    expect(
      guide.officeholders
        .filter(({ standsIn }: Json) => standsIn)
        .map(({ name }: Json) => name)
        .sort(),
    ).toEqual(['令狐审计', '公孙保密'].sort());
  });

  it('lets the other two in by links of their own, each once', async () => {
    const people = ok(await sysadmin.get('/accounts')).items;
    const { person } = people.find(({ login }: Json) => login === 'linghu');
    const renewed = ok(await sysadmin.post(`/people/${person.id}/entry-link`));
    const old = await world.browser().post('/entry-links/use', { token: tokens.get('auditadmin') ?? '', password });
    expect([old.status, old.body.code]).toEqual([404, 'access.entrySpent']);
    const preview = ok(await world.browser().post('/entry-links/preview', { token: renewed.token }));
    expect(preview).toMatchObject({ person: '令狐审计', login: 'linghu', title: '安全审计员', unit: '兰阳县' });
    const weak = await world.browser().post('/entry-links/use', { token: renewed.token, password: 'short' });
    expect(weak.body.code).toBe('access.weakPassword');
    let me: Json;
    [secadmin, me] = await opens(tokens.get('secadmin') ?? '');
    expect(me.stage).toBe('enrol');
    [auditadmin, me] = await opens(renewed.token);
    for (const browser of [secadmin, auditadmin]) await enrols(browser);
    const again = await world.browser().post('/entry-links/use', { token: renewed.token, password });
    expect(again.body.code).toBe('access.entrySpent');
    const opened = await sysadmin.post(`/people/${person.id}/entry-link`);
    expect([opened.status, opened.body.code]).toEqual([409, 'access.openedAlready']);
    expect((await steps(sysadmin))['administrators'].state).toBe('done');
  });

  it('gives the important posts by two administrators; only who granted hands the link over', async () => {
    const units = ok(await sysadmin.get('/units?all=true')).items;
    ids['county'] = units.find(({ kind }: Json) => kind === 'county').id;
    ids['bureau'] = units.find(({ kind }: Json) => kind === 'bureau').id;
    const asked = async (role: string, name: string, login: string, unitId: string): Promise<string> =>
      ok(
        await sysadmin.post('/privilege-requests', {
          kind: 'give_post',
          newcomer: { name, login },
          role,
          unitId,
          title: name,
          reason: '县督查系统初始化',
        }),
      ).id;
    const other = await secadmin.post('/privilege-requests', {
      kind: 'give_post',
      newcomer: { name: '某人', login: 'mouren' },
      role: 'bureau_clerk',
      unitId: ids['bureau'],
      title: '内勤',
      reason: '只有系统管理员录入人员',
    });
    expect(other.status).toBe(403);
    const requests = [
      await asked('bureau_head', '陆局长', 'lu', ids['bureau'] ?? ''),
      await asked('bureau_officer', '顾督查', 'gu', ids['bureau'] ?? ''),
      await asked('principal', '程远', 'cheng', ids['county'] ?? ''),
    ];
    expect((await steps(secadmin))['principals'].whose).toEqual(['secadmin']);
    const links: string[] = [];
    for (const id of requests) {
      expect((await secadmin.post(`/privilege-requests/${id}/entry-link`)).status).toBe(404);
      ok(await secadmin.post(`/privilege-requests/${id}/grant`, {}, { ifMatch: 1 }));
      const wrong = await sysadmin.post(`/privilege-requests/${id}/entry-link`);
      expect([wrong.status, wrong.body.code]).toEqual([403, 'access.notDecider']);
      const seen = ok(await secadmin.get('/privilege-requests')).items.find((item: Json) => item.id === id);
      expect([seen.entryNeeded, seen.actions]).toEqual([true, ['let_in']]);
      links.push(ok(await secadmin.post(`/privilege-requests/${id}/entry-link`)).token);
    }
    const alone = await sysadmin.post(`/people/${await personOf('lu')}/entry-link`);
    expect([alone.status, alone.body.code]).toEqual([403, 'access.twoPersonsNeeded']);
    expect((await steps(secadmin))['principals'].whose).toEqual(['principal']);
    const [[ofHead], [ofOfficer], [ofPrincipal]] = [
      await opens(links[0] ?? ''),
      await opens(links[1] ?? ''),
      await opens(links[2] ?? ''),
    ];
    for (const browser of [ofHead, ofOfficer, ofPrincipal]) await enrols(browser);
    [head, principal] = [ofHead, ofPrincipal];
    expect((await steps(head))['bureau'].state).toBe('done');
    expect((await steps(principal))['principals'].state).toBe('done');
  });

  const personOf = async (login: string): Promise<string> =>
    ok(await sysadmin.get('/accounts')).items.find((item: Json) => item.login === login).person.id;

  it('staffs units through their heads, who let their own people in', async () => {
    const unit = ok(
      await sysadmin.post('/units', {
        name: '兰阳县水利局',
        shortName: '水利局',
        kind: 'department',
        parentId: ids['county'],
      }),
    );
    ids['water'] = unit.id;
    const entered = ok(
      await sysadmin.post('/people', {
        name: '水局长',
        login: 'shui',
        post: { role: 'unit_head', unitId: unit.id, title: '局长' },
      }),
    );
    const { token } = ok(await sysadmin.post(`/people/${entered.id}/entry-link`));
    let me: Json;
    [waterHead, me] = await opens(token);
    expect(me).toMatchObject({ stage: 'open', acting: { role: 'unit_head' } });
    const liaison = ok(
      await waterHead.post('/people', {
        name: '水联络',
        login: 'shuilian',
        post: { role: 'unit_liaison', unitId: unit.id, title: '联络员' },
      }),
    );
    const link = ok(await waterHead.post(`/people/${liaison.id}/entry-link`));
    expect((await opens(link.token))[1].acting.role).toBe('unit_liaison');
    expect((await waterHead.post(`/people/${await personOf('lu')}/entry-link`)).status).toBe(404);
    expect((await steps(sysadmin))['unit_people']).toMatchObject({ state: 'done', done: 1, of: 1 });
  });

  it('registers and dispatches its first task under a mandate that a principal approved', async () => {
    const today = await world.seconds();
    const inDays = (days: number): string => new Date((today + days * 86_400) * 1000).toISOString();
    const mandate = ok(
      await head.post('/mandates', {
        sourceKind: 'netizen_message',
        categoryPrefix: '',
        from: inDays(-1),
        to: inDays(300),
        reason: '网民留言常设授权',
      }),
    );
    expect((await steps(head))['basis'].whose).toEqual(['principal']);
    ok(await principal.post(`/mandates/${mandate.id}/approve`, {}, { ifMatch: mandate.version }));
    const matter = ok(
      await head.post('/matters', {
        kind: 'netizen_message',
        title: '桥头路面积水',
        body: '雨后桥头积水，三天未退。',
        category: '城乡建设',
        signatories: [{ name: '刘先生' }],
        declaredUnclassified: true,
      }),
    );
    expect((await steps(head))['matter'].state).toBe('done');
    const registered = ok(
      await head.post(
        `/matters/${matter.id}/register`,
        {
          by: 'mandate',
          mandateId: mandate.id,
          task: {
            title: '排除桥头积水',
            demand: '三日内排除积水并说明原因',
            leadUnitId: ids['water'],
            dueAt: inDays(3),
          },
          dispatch: true,
        },
        { ifMatch: matter.version },
      ),
    );
    expect(registered.task.number).toMatch(/^督网〔\d{4}〕0+1号$/);
    await world.settles();
    const [assignment] = ok(await waterHead.get('/assignments?box=to_sign')).items;
    expect(assignment.task.title).toBe('排除桥头积水');
    const guide = ok(await sysadmin.get('/guide'));
    expect([guide.complete, guide.steps.filter(({ state }: Json) => state === 'open')]).toEqual([true, []]);
  });

  it('keeps a password of a link from becoming a privileged one, and resets by two', async () => {
    const personId = await personOf('shuilian');
    const request = ok(
      await sysadmin.post('/privilege-requests', {
        kind: 'give_post',
        personId,
        role: 'bureau_clerk',
        unitId: ids['bureau'],
        title: '内勤',
        reason: '调入督查局',
      }),
    );
    ok(await secadmin.post(`/privilege-requests/${request.id}/grant`, {}, { ifMatch: 1 }));
    const old = await world.browser().post('/session', { login: 'shuilian', password });
    expect([old.status, old.body.code]).toEqual([401, 'access.badCredentials']);
    const { token } = ok(await secadmin.post(`/privilege-requests/${request.id}/entry-link`));
    expect((await opens(token))[1].stage).toBe('enrol');

    const lost = ok(
      await sysadmin.post('/privilege-requests', {
        kind: 'reset_password',
        personId: await personOf('lu'),
        reason: '局长忘记口令',
      }),
    );
    ok(await secadmin.post(`/privilege-requests/${lost.id}/grant`, {}, { ifMatch: 1 }));
    expect((await head.get('/session')).status).toBe(401);
    const alone = await sysadmin.post(`/people/${await personOf('lu')}/entry-link`);
    expect(alone.body.code).toBe('access.twoPersonsNeeded');
    const entry = ok(await secadmin.post(`/privilege-requests/${lost.id}/entry-link`));
    const [, me] = await opens(entry.token);
    expect(me.stage).toBe('factor');
  });

  it('lets people change their own password, which signs their other devices out', async () => {
    const second = world.browser();
    ok(await second.post('/session', { login: 'shui', password }));
    const weak = await waterHead.put('/account/password', { password: 'aaaaaaaaaaaa' });
    expect([weak.status, weak.body.code]).toEqual([422, 'access.weakPassword']);
    const changed = ok(await waterHead.put('/account/password', { password: '水库大坝上的第三棵柳树' }));
    expect(changed.sessionsEnded).toBe(1);
    expect((await second.get('/session')).status).toBe(401);
    expect((await waterHead.get('/session')).status).toBe(200);
    await world.passes({ minutes: 11 });
    const stale = await waterHead.put('/account/password', { password: '又过了一些时候的新口令' });
    expect([stale.status, stale.body.code]).toEqual([403, 'access.proofNeeded']);
    const rows = await world.store.query<{ way: string }>(
      `select facts ->> 'way' as way from audit_row where act = 'password.set' and facts ->> 'way' = 'own'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('sets its names and secrecy words by the administrator whose they are', async () => {
    const names = { name: '兰阳县', bureauName: '督查室' };
    await world.passes({ seconds: 1 });
    expect((await secadmin.put('/county/names', names)).status).toBe(403);
    expect((await sysadmin.put('/county/names', names)).status).toBe(204);
    expect(ok(await secadmin.get('/county/names'))).toEqual({ ...names, taskNumberPrefix: '' });
    expect((await sysadmin.put('/county/secrecy-words', { words: ['内部资料'] })).status).toBe(403);
    expect((await secadmin.put('/county/secrecy-words', { words: ['内部资料', '会议秘录'] })).status).toBe(204);
    expect(ok(await secadmin.get('/county/secrecy-words'))).toEqual({ words: ['内部资料', '会议秘录'] });
    const kept = await principal.post('/matters', {
      kind: 'netizen_message',
      title: '【会议秘录】摘要',
      body: '内容',
      signatories: [{ name: '刘先生' }],
      declaredUnclassified: true,
    });
    expect(kept.body.code).toBe('matter.classified');
    const untouched = (await world.browser().get('/guide')).status;
    expect(untouched).toBe(401);
  });
});
