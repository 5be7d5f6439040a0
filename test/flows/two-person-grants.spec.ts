import { Passwords, People } from '@ducha/access';
import { type Answer, type Json, totpCode, World } from '#test-kit';

describe('what two administrators do together', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()), 60_000);
  afterAll(() => world.close());

  const post = (also: object = {}): object => ({
    kind: 'give_post',
    personId: world.county.person.waterStaff,
    role: 'bureau_officer',
    unitId: world.county.unit.bureau,
    title: '督查员',
    reason: '县委组织部 2026 年 11 月调动',
    ...also,
  });
  const askedBy = async (person: 'sysadmin' | 'secadmin' | 'auditadmin', also: object = {}): Promise<Json> => {
    const { id } = await world.as(person).does('/privilege-requests', post(also));
    return (await seen(id))!;
  };
  const seen = async (id: string): Promise<Json> =>
    (await world.as('auditadmin').sees('/privilege-requests')).items.find((item: { id: string }) => item.id === id);
  const decide = (person: 'sysadmin' | 'secadmin' | 'auditadmin', { id, version }: Json, on: string): Promise<Answer> =>
    world.as(person).post(`/privilege-requests/${id}/${on}`, {}, { ifMatch: version });

  it('a bureau post asked by one and granted by the other', async () => {
    const request = await askedBy('sysadmin');
    expect(request).toMatchObject({ state: 'requested', role: 'bureau_officer', askedBy: { name: '系统员' } });
    const offered = (await world.as('secadmin').sees('/privilege-requests?state=requested')).items[0];
    expect(offered.actions).toEqual(['grant', 'refuse']);
    expect((await decide('secadmin', request, 'grant')).status).toBe(204);
    expect(await seen(request.id)).toMatchObject({ state: 'granted', decidedBy: { name: '保密员' }, actions: [] });
    const [given] = await world.store.query<Json>('select role, given_by, request_id from post where request_id = $1', [
      request.id,
    ]);
    expect(given).toEqual({
      role: 'bureau_officer',
      given_by: world.county.person.secadmin,
      request_id: request.id,
    });
    expect((await decide('secadmin', request, 'refuse')).status).toBe(412);
    const late = await decide('secadmin', await seen(request.id), 'refuse');
    expect([late.status, late.body.code]).toEqual([409, 'access.requestMoveRefused']);
  });

  it('is never decided by who asked, by whom it is about, or by an administrator of the same kind', async () => {
    const request = await askedBy('sysadmin');
    const own = await decide('sysadmin', request, 'grant');
    expect([own.status, own.body.code]).toEqual([403, 'access.ownRequest']);
    const self = await world
      .as('secadmin')
      .post('/privilege-requests', post({ personId: world.county.person.secadmin }));
    expect([self.status, self.body.code]).toEqual([403, 'access.ownRequest']);
    const second = await colleague('sysadmin');
    const same = await world
      .stranger()
      .post(`/privilege-requests/${request.id}/grant`, {}, { ifMatch: request.version, headers: { cookie: second } });
    expect([same.status, same.body.code]).toEqual([403, 'access.samePower']);
    expect((await decide('auditadmin', request, 'grant')).status).toBe(403);
    await world.settles();
    const refusals = await world.store.query<{ code: string }>(
      `select facts ->> 'code' as code from audit_row where act = 'privilege.decide.refused' and subject_id = $1 order by at, id`,
      [request.id],
    );
    expect(refusals.map(({ code }) => code)).toEqual(['access.ownRequest', 'access.samePower', 'http.forbidden']);
    expect((await decide('sysadmin', request, 'withdraw')).status).toBe(204);
    expect((await seen(request.id)).state).toBe('withdrawn');
  });

  it('does not happen through a second account of the same person', async () => {
    const request = await askedBy('sysadmin');
    const { county, store, app } = world;
    const hash = await app.get(Passwords, { strict: false }).hash('第二个账号也还是本人自己');
    const second = await store.transaction((tx) =>
      app.get(People, { strict: false }).openAccount(tx, county.person.sysadmin, 'sysadmin-2', hash, null),
    );
    // the second account even acts as the other kind of administrator
    const forged = await store.queryOne<{ id: string }>(
      `insert into post (id, person_id, role, unit_id, title, from_at, version) values (gen_random_uuid(), $1, 'secadmin', $2, '越权', now(), 1) returning id`,
      [county.person.sysadmin, county.unit.county],
    );
    const browser = world.browser();
    await browser.post('/session', { login: 'sysadmin-2', password: '第二个账号也还是本人自己' });
    const begun = await browser.post('/factors/totp');
    const code = totpCode(begun.body.key, await world.seconds());
    await browser.post(`/factors/totp/${begun.body.id}/confirm`, { code });
    expect((await browser.put('/session/post', { postId: forged?.id })).status).toBe(200);
    const answer = await browser.post(`/privilege-requests/${request.id}/grant`, {}, { ifMatch: request.version });
    expect([answer.status, answer.body.code]).toEqual([403, 'access.ownRequest']);
    await store.query('delete from session where account_id = $1', [second]);
    await store.query('delete from post where id = $1', [forged?.id]);
  });

  it('is impossible in the database too', async () => {
    const { county, store } = world;
    const insert = (asker: string, about: string, decider: string): Promise<unknown> =>
      store.query(
        `insert into privilege_request (id, kind, state, person_id, reason, asked_by, asked_role, asked_at, decided_by, decided_role, decided_at, version)
         values (gen_random_uuid(), 'reset_factors', 'granted', $1, 'x', $2, 'sysadmin', now(), $3, 'secadmin', now(), 1)`,
        [about, asker, decider],
      );
    const { sysadmin, secadmin, officer } = county.person;
    await expect(insert(sysadmin, officer, sysadmin)).rejects.toThrow(/privilege_request_two_persons/);
    await expect(insert(sysadmin, sysadmin, secadmin)).rejects.toThrow(/privilege_request_not_for_self/);
    await expect(insert(sysadmin, secadmin, secadmin)).rejects.toThrow(/privilege_request_two_persons/);
    await expect(
      store.query(
        `insert into post (id, person_id, role, unit_id, title, from_at, given_by, version) values (gen_random_uuid(), $1, 'bureau_head', $2, 'x', now(), $1, 1)`,
        [sysadmin, county.unit.bureau],
      ),
    ).rejects.toThrow(/post_not_self_given/);
    // negative control: two different persons are taken
    await expect(insert(sysadmin, officer, secadmin)).resolves.toEqual([]);
  });

  it('ends a privileged post, but not that of the last administrator of a kind', async () => {
    const [officerPost] = (await world.as('sysadmin').sees('/accounts?q=officer2')).items[0].posts;
    expect(officerPost.privileged).toBe(true);
    const end = { kind: 'end_post', personId: world.county.person.officer2, postId: officerPost.id };
    const cookie = await world.cookieOf('officer2');
    const request = await askedBy('secadmin', end);
    expect((await decide('sysadmin', request, 'grant')).status).toBe(204);
    expect((await world.stranger().get('/session', { cookie })).status).toBe(401);
    const [auditPost] = (await world.as('sysadmin').sees('/accounts?q=auditadmin')).items[0].posts;
    const last = await askedBy('sysadmin', {
      kind: 'end_post',
      personId: world.county.person.auditadmin,
      postId: auditPost.id,
    });
    const refused = await decide('secadmin', last, 'grant');
    expect([refused.status, refused.body.code]).toEqual([422, 'access.lastAdministrator']);
  });

  it('resets lost factors: sessions and tokens end, the next sign-in enrols anew', async () => {
    const credentials = await world.passwordOf('clerk');
    const lost = world.browser();
    await lost.post('/session', credentials);
    const begun = await lost.post('/factors/totp');
    await lost.post(`/factors/totp/${begun.body.id}/confirm`, {
      code: totpCode(begun.body.key, await world.seconds()),
    });
    expect((await world.browser().post('/session', credentials)).body.stage).toBe('factor');
    const reset = { kind: 'reset_factors', personId: world.county.person.clerk, reason: '手机丢失，恢复码也已遗失' };
    const request = await askedBy('sysadmin', reset);
    expect((await decide('secadmin', request, 'grant')).status).toBe(204);
    expect((await lost.get('/session')).status).toBe(401);
    expect((await world.browser().post('/session', credentials)).body.stage).toBe('enrol');
  });

  it('is how a secadmin’s own lost factors are reset: by the two others', async () => {
    const request = await askedBy('sysadmin', { kind: 'reset_factors', personId: world.county.person.secadmin });
    expect((await decide('secadmin', request, 'grant')).body.code).toBe('access.ownRequest');
    expect((await decide('auditadmin', request, 'grant')).status).toBe(204);
  });

  it('names what is missing, and needs no second person for an ordinary post', async () => {
    const sysadmin = world.as('sysadmin');
    const bare = await sysadmin.post('/privilege-requests', post({ title: undefined, unitId: undefined }));
    expect([bare.status, bare.body.errors[0].path]).toEqual([400, 'unitId']);
    const nobody = await sysadmin.post('/privilege-requests', post({ personId: world.county.unit.water }));
    expect(nobody.body.errors[0]).toMatchObject({ path: 'personId', constraint: 'known' });
    expect((await sysadmin.post('/privilege-requests', post({ role: 'unit_staff' }))).body.code).toBe(
      'access.notPrivileged',
    );
  });

  it('is the only way for a person to give or end such a post', async () => {
    const { app, county, store } = world;
    const people = app.get(People, { strict: false });
    const by = { personId: county.person.sysadmin, postId: null, role: 'sysadmin', unitId: null };
    const newPost = { personId: county.person.waterHead, unitId: county.unit.bureau, title: 'x', from: '2026-01-01' };
    await expect(store.transaction((tx) => people.givePost(tx, { ...newPost, role: 'principal' }, by))).rejects.toThrow(
      'access.twoPersonsNeeded',
    );
    const [held] = await store.query<{ id: string }>('select id from post where person_id = $1', [
      county.person.secretary,
    ]);
    await expect(store.transaction((tx) => people.endPost(tx, held?.id ?? '', by))).rejects.toThrow(
      'access.twoPersonsNeeded',
    );
    // negative control: a unit's post is one person's affair
    await expect(
      store.transaction((tx) => people.givePost(tx, { ...newPost, role: 'unit_staff' }, by)),
    ).resolves.toHaveLength(36);
  });

  /** Another person with the same kind of administrator's post. */
  const colleague = async (role: 'sysadmin'): Promise<string> => {
    const { app, county, store } = world;
    const people = app.get(People, { strict: false });
    const { Sessions } = await import('@ducha/access');
    const token = await store.transaction(async (tx) => {
      const personId = await people.enter(tx, { name: '同岗同事' }, null);
      const accountId = await people.openAccount(tx, personId, 'colleague', null, null);
      const unitId = county.unit.county;
      await people.givePost(tx, { personId, role, unitId, title: '系统管理员', from: '2020-01-01T00:00:00Z' }, null);
      const session = await app
        .get(Sessions, { strict: false })
        .open(tx, accountId, { source: 'test', device: 'test' });
      return session.token;
    });
    return `ducha=${token}`;
  };
});
