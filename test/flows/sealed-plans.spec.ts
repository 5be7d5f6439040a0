import { type Answer, type Json, type PersonKey, World } from '#test-kit';
import { passphraseOf, SealedPlanStory } from './stories/sealed-story.js';

jest.setTimeout(240_000);
let world: World;
let s: SealedPlanStory;
beforeAll(async () => {
  world = await World.open();
  s = new SealedPlanStory(world);
  await s.open.plantFrame(2);
  await s.open.trains('groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead');
});
afterAll(() => world.close());

const nobody = '01900000-0000-7000-8000-000000000000';
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
const opens = (by: PersonKey, id: string, passphrase = passphraseOf(by)): Promise<Answer> =>
  s.posts(by, id, 'open', { passphrase });
const chain = async (by: PersonKey, id: string): Promise<Json> => s.does(by, id, 'chain');

/** A digest of every row of every table that is not sealed. */
async function everythingElse(): Promise<Record<string, string>> {
  await world.settles();
  const tables = await world.store.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'sealed\\_%' and tablename <> 'sweep_turn' order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::text || ':' || coalesce(sum(hashtext(t::text)::bigint), 0)::text as rows from ${name} t`,
  );
  const rows = await world.store.query<{ name: string; rows: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: told }) => [name, told]));
}

/** Every row of the tables that may hold something sealed, as a dump would show it. */
async function dumpOf(tables: readonly string[]): Promise<string> {
  const parts = tables.map((name) => `select t::text as row from ${name} t`);
  return (await world.store.query<{ row: string }>(parts.join(' union all '))).map(({ row }) => row).join('\n');
}
const holds = (dump: string, text: string): boolean =>
  dump.includes(text) || dump.includes(Buffer.from(text).toString('hex'));

describe('who is named', () => {
  it('reads with a passphrase; for everybody else there is nothing', async () => {
    const id = await s.started();
    expect((await opens('bureauHead', id)).body).toMatchObject({
      capacity: 'planner',
      keepers: [{ joined: true }, { joined: true }],
      inspection: { state: 'draft', name: '农村人居环境暗访', number: null },
    });
    expect((await opens('magistrate', id)).body).toMatchObject({ capacity: 'principal' });
    for (const stranger of ['secretary', 'officer', 'auditor', 'sysadmin', 'clerk', 'waterHead'] as const) {
      const [known, unknown] = [await opens(stranger, id), await opens(stranger, nobody)];
      expect([known.status, known.text.replaceAll(id, '')]).toEqual([404, unknown.text.replaceAll(nobody, '')]);
      const list = await world.as(stranger).get('/sealed-inspections');
      expect(list.status === 403 || list.body.items.length === 0).toBe(true);
    }
    const own = await world.as('magistrate').sees('/sealed-inspections');
    expect(own.items[0]).toEqual({
      ...{ id, capacity: 'principal', joined: true, startedAt: expect.any(String) },
      ...{ releasedAt: null, endedAt: null, askedUntil: null },
    });
  });

  it('is named by another who is, and chooses an own passphrase with a code', async () => {
    const id = await s.started({}, []);
    const invites = (personId: string) => s.posts('bureauHead', id, 'invite', { personId });
    for (const key of ['waterHead', 'auditor', 'bureauHead', 'sysadmin'] as const)
      expect(refusal(await invites(s.person(key)))).toEqual([422, 'sealed.unfitKeeper', 'personId']);
    const { code } = (await invites(s.person('officer'))).body;
    expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(refusal(await opens('officer', id))).toEqual([409, 'sealed.notJoined']);
    const joins = (said: object) => s.posts('officer', id, 'join', said);
    expect(refusal(await joins({ code: 'AAAA-AAAA-AAAA-AAAA' }))).toEqual([422, 'sealed.wrongCode', 'code']);
    expect(refusal(await joins({ code, passphrase: '1111111111111' }))).toEqual([
      422,
      'sealed.weakPassphrase',
      'passphrase',
    ]);
    expect((await joins({ code: ` ${String(code).toLowerCase().replaceAll('-', ' ')} ` })).status).toBe(204);
    expect(refusal(await joins({ code }))).toEqual([409, 'sealed.joinedAlready']);
    expect((await opens('officer', id)).status).toBe(200);
    const late = (await invites(s.person('officer2'))).body.code;
    await world.passes({ hours: 25 });
    expect(refusal(await s.posts('officer2', id, 'join', { code: late }))).toEqual([409, 'sealed.codeOver', 'code']);
    const next = '另一个很长的密封口令 7';
    expect((await s.posts('officer', id, 'passphrase', { newPassphrase: next })).status).toBe(204);
    expect(refusal(await opens('officer', id))).toEqual([422, 'sealed.wrongPassphrase', 'passphrase']);
    expect((await opens('officer', id, next)).status).toBe(200);
  });

  it('is slowed after wrong passphrases, and each of them stands in the sealed chain only', async () => {
    const id = await s.started();
    const before = await everythingElse();
    const wrong = await Promise.all(
      ['一', '二', '三', '四', '五', '六', '七'].map((one) => opens('magistrate', id, one)),
    );
    expect(wrong.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429, 429]);
    const right = await opens('magistrate', id);
    expect([right.status, right.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    const { acts } = await chain('bureauHead', id);
    const refused = acts.filter(({ act }: Json) => act === 'open.refused');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({
      person: { id: s.person('magistrate') },
      facts: { code: 'sealed.wrongPassphrase' },
    });
    expect(await everythingElse()).toEqual(before);
    await world.passes({ minutes: 16 });
    expect((await opens('magistrate', id)).status).toBe(200);
  });

  it('never acts through a machine or for another', async () => {
    const made = await world.as('bureauHead').post('/access-tokens', {
      ...{
        name: '机器',
        acts: ['sealed.open'],
        expiresAt: new Date((await world.seconds()) * 1000 + 86_400_000).toISOString(),
      },
    });
    expect(refusal(made)).toEqual([422, 'access.tokenScope', 'acts']);
  });

  it('can be taken out: a new key, new codes for the others, and the shares are void', async () => {
    const id = await s.started({}, ['magistrate', 'officer']);
    const [old] = await s.takesShares(id, 'magistrate');
    const withdraws = (personId: string) => s.posts('bureauHead', id, 'withdraw', { personId });
    expect(refusal(await withdraws(s.person('bureauHead')))).toEqual([422, 'sealed.ownWithdrawal', 'personId']);
    expect(refusal(await withdraws(s.person('secretary')))).toEqual([422, 'sealed.unknownKeeper', 'personId']);
    const { invitations } = (await withdraws(s.person('officer'))).body;
    expect(invitations.map(({ personId }: Json) => personId)).toEqual([s.person('magistrate')]);
    expect((await opens('officer', id)).status).toBe(404);
    expect(refusal(await opens('magistrate', id))).toEqual([409, 'sealed.notJoined']);
    await s.does('magistrate', id, 'join', { code: invitations[0].code });
    expect((await opens('magistrate', id)).body).toMatchObject({ sharesTaken: 0 });
    const again = await s.posts('magistrate', id, 'recover', { shares: [old] });
    expect(refusal(again)).toEqual([422, 'sealed.badShare', 'shares[0]']);
  });
});

describe('lost passphrases', () => {
  it('are survived by enough shares, and by nothing less; a mistyped one is named', async () => {
    const id = await s.started({}, ['magistrate', 'officer']);
    const shares = await s.takesShares(id, 'bureauHead', 'magistrate', 'officer');
    expect(shares[0]).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
    expect(refusal(await s.posts('magistrate', id, 'share'))).toEqual([409, 'sealed.shareTaken']);
    const next = '想起来的新密封口令 9';
    const recovers = (...typed: string[]) => s.posts('magistrate', id, 'recover', { passphrase: next, shares: typed });
    const [one = '', two = '', three = ''] = shares;
    const slip = `${two.slice(0, 10)}${two[10] === '7' ? '8' : '7'}${two.slice(11)}`;
    expect(refusal(await recovers(one))).toEqual([422, 'sealed.tooFewShares', 'shares']);
    expect(refusal(await recovers(one, slip))).toEqual([422, 'sealed.badShare', 'shares[1]']);
    expect(refusal(await recovers(one, one))).toEqual([422, 'sealed.badShare', 'shares[1]']);
    expect((await recovers(three.toLowerCase().replaceAll('-', ' '), one)).status).toBe(204);
    expect((await opens('magistrate', id)).status).toBe(422);
    expect((await opens('magistrate', id, next)).body.inspection.name).toBe('农村人居环境暗访');
    const { acts } = await chain('bureauHead', id);
    expect(acts.filter(({ act }: Json) => act.startsWith('recover'))).toMatchObject([
      ...[1, 2, 3].map(() => ({ act: 'recover.refused' })),
      { act: 'recover', facts: { shares: [3, 1] } },
    ]);
    expect((await s.posts('secretary', id, 'recover', { shares: [one, two] })).status).toBe(404);
  });
});

describe('a sealed plan', () => {
  it('leaves no trace in any other table, and a dump shows nothing of it', async () => {
    const asks = (path: string) => world.as('auditor').get(path);
    const paths = ['/inspections?limit=200', '/inspection-frequency', '/audit?limit=50', '/inspections?state=sealed'];
    await Promise.all((['bureauHead', 'magistrate', 'officer', 'auditor'] as const).map((key) => world.cookieOf(key)));
    await asks('/inspections');
    await world.settles();
    const seen = await Promise.all(paths.map(asks));
    // a session that was last seen a while ago: being seen now would show
    await world.clock.advance({ minutes: 3 });
    const before = await everythingElse();
    const id = await s.sealed({ name: '夜访三村暗访方案', villagesPerUnit: undefined });
    await opens('bureauHead', id, '错误的口令');
    await s.does('bureauHead', id, 'chain');
    expect(await everythingElse()).toEqual(before);
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const again = await Promise.all(paths.map(asks));
    expect(paths.filter((_, i) => again[i]?.text !== seen[i]?.text)).toEqual([]);
    const sealed = await world.store.query<{ name: string }>(
      `select tablename as name from pg_tables where tablename like 'sealed\\_%'`,
    );
    const dump = await dumpOf(sealed.map(({ name }) => name));
    expect(dump.length).toBeGreaterThan(10_000);
    const said = ['夜访三村', '代庄村', '仪封镇', '水利局', '第一组', '负责仪封镇', '程远', '村容村貌'];
    const named = [s.person('groupLeader'), s.person('waterStaff'), s.open.site('代庄村'), s.open.unit('water')];
    expect([...said, ...named].filter((text) => holds(dump, text))).toEqual([]);
    // control: the same search finds a plan that stands in a plain column
    const open = await s.open.drafted({ name: '夜访三村暗访方案' });
    const plain = await dumpOf(['inspection', 'inspection_group', 'inspection_member', 'inspection_site']);
    const found = [...said.slice(0, 1), ...named.slice(0, 3)].filter((text) => holds(plain, text));
    expect([open.length, found.length]).toEqual([36, 4]);
  });
});
