import { type Json, World } from '#test-kit';

const dayMs = 86_400_000;

describe('what administrators look at', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()), 60_000);
  afterAll(() => world.close());

  it('reads from the policy what each role may do, and from the posts who holds it', async () => {
    const roles: Json[] = await world.as('secadmin').sees('/roles');
    const of = (role: string): Json => roles.find((one) => one.role === role);
    expect(of('bureau_head')).toMatchObject({ privileged: true, factorDemanded: true, holderCount: 1 });
    expect(of('bureau_head').holders[0].name).toBe('陆局长');
    expect(of('unit_liaison').acts).toContainEqual({ act: 'assignment.sign', scope: 'own_unit' });
    expect(of('unit_liaison').acts.map(({ act }: Json) => act)).not.toContain('assignment.sign_off');
    expect(of('auditadmin').acts.map(({ act }: Json) => act)).not.toContain('matter.read');
    expect((await world.as('waterHead').get('/roles')).status).toBe(403);
  });

  it('finds acts by person, record, day and refusal; the auditor of administrators sees no title', async () => {
    const { county } = world;
    const matter = await world.as('officer').does('/matters', {
      kind: 'netizen_message',
      title: '南门外路灯不亮-标题不出审计',
      body: '连续五晚不亮。',
      category: '城乡建设',
      signatories: [{ name: '魏先生' }],
      declaredUnclassified: true,
    });
    expect((await world.as('waterStaff').post('/matters', {})).status).toBe(403);
    await world.settles();
    const now = (await world.seconds()) * 1000;
    const day = (days: number): string => new Date(now + days * dayMs).toISOString();
    const seen = async (query: string): Promise<Json[]> => (await world.as('auditadmin').sees(`/audit?${query}`)).items;
    const ofMatter = await seen(`about=${matter.id}`);
    expect(ofMatter.map(({ act }) => act)).toContain('matter.enter');
    expect(JSON.stringify(ofMatter)).not.toContain('南门外');
    const refusals = await seen(`refused=true&personId=${county.person.waterStaff}`);
    expect(refusals.map(({ act }) => act)).toEqual(['matter.enter.refused']);
    expect(await seen(`about=${matter.id}&from=${day(-1)}&to=${day(1)}`)).toHaveLength(ofMatter.length);
    expect(await seen(`about=${matter.id}&to=${day(-1)}`)).toEqual([]);
    expect((await world.as('auditadmin').get('/audit?from=yesterday')).status).toBe(400);
    expect((await world.as('auditadmin').get('/audit?refused=false')).status).toBe(400);
  });

  it('verifies the chain piece by piece, finds an edit and a cut tail, and hands out anchors', async () => {
    const auditadmin = world.as('auditadmin');
    const anchor = await auditadmin.does('/audit/anchors');
    expect(anchor).toMatchObject({ chain: 'main', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await world.settles();
    const verify = (anchors: object[], after = 0): Promise<Json> =>
      auditadmin.does('/audit/verify', { after, anchors });
    const { seq, hash } = anchor;
    const whole = await verify([{ seq, hash }]);
    expect(whole).toMatchObject({ to: whole.of, tampering: [] });
    expect(whole.of).toBeGreaterThanOrEqual(seq);
    expect((await verify([], seq)).tampering).toEqual([]);
    const other = await verify([
      { seq, hash: '0'.repeat(64) },
      { seq: whole.of + 5, hash },
    ]);
    expect(other.tampering.map(({ kind }: Json) => kind)).toEqual(['anchorDiffers', 'anchorMissing']);
    expect((await world.as('bureauHead').post('/audit/verify', { after: 0, anchors: [] })).status).toBe(403);
    expect((await auditadmin.post('/audit/verify', { after: -1, anchors: [{ seq: 1, hash: 'x' }] })).status).toBe(400);
    const owner = await import('pg').then(
      ({ default: pg }) => new pg.Client({ connectionString: world.urls.ownerUrl }),
    );
    await owner.connect();
    try {
      const row = `(select row_id from audit_link where seq = 3)`;
      await owner.query('alter table audit_row disable trigger user');
      const { rows } = await owner.query(`select act from audit_row where id = ${row}`);
      await owner.query(`update audit_row set act = 'forged' where id = ${row}`);
      expect((await verify([])).tampering).toEqual([{ kind: 'edited', seq: 3, rowId: expect.any(String) }]);
      await owner.query(`update audit_row set act = $1 where id = ${row}`, [rows[0].act]);
      await owner.query('alter table audit_row enable trigger user');
    } finally {
      await owner.end();
    }
    expect((await verify([])).tampering).toEqual([]);
  });

  it('marks what a machine did by an access token, on the timeline and in the audit record', async () => {
    const officer = world.as('officer');
    const expiresAt = new Date((await world.seconds()) * 1000 + 30 * dayMs).toISOString();
    const acts = ['task.draft', 'task.read'];
    const { token } = await officer.does('/access-tokens', { name: '县级大屏', acts, expiresAt });
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await world.stranger().post('/tasks', { title: '由接口起草', demand: '接口写入' }, { headers });
    expect(answer.status).toBe(201);
    await officer.does('/tasks', { title: '由本人起草', demand: '手工写入' });
    await world.settles();
    const [entry] = (await officer.sees(`/tasks/${answer.body.id}/timeline`)).items.slice(-1);
    expect(entry.facts.viaToken).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
    const rows: Json[] = (await world.as('auditor').sees('/audit?act=task.draft')).items;
    expect(rows.map(({ facts }) => 'viaToken' in facts)).toEqual([false, true]);
  });

  it('tells monitors how old the last backup is, and nothing while there is none', async () => {
    const address = world.app.getHttpServer().address() as { port: number };
    const read = async (path: string): Promise<string> =>
      (await fetch(`http://127.0.0.1:${address.port}${path}`)).text();
    expect(JSON.parse(await read('/readyz'))).toEqual({ status: 'ready', backupAgeHours: null });
    expect(await read('/metrics')).not.toMatch(/^ducha_backup_age_hours \d/m);
    await world.store.query(
      `insert into backup_run (id, started_at, ended_at, outcome) values (gen_random_uuid(), now() - interval '5 hours', now(), 'done')`,
    );
    expect(JSON.parse(await read('/readyz'))).toEqual({ status: 'ready', backupAgeHours: 5 });
    expect(await read('/metrics')).toMatch(/^ducha_backup_age_hours 5(\.0\d*)?$/m);
  });
});
