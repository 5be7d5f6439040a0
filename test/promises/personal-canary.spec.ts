import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyPack } from '@ducha/archive';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { type Json, type PersonKey, World } from '#test-kit';
import { inDays } from '../flows/stories/matter-story.js';
import { partsOf } from './kit/backups.js';
import { Door } from './kit/door.js';

/** What must never leave: an id with a right check digit, a mobile number with gaps, a bank card. */
const canaries = ['11010519491231002X', '139-8765-4321', '4111 1111 1111 1111'];
const said = `（${canaries.join('，')}）`;
const leaks = /11010519491231002X|139-?8765-?4321|4111 ?1111 ?1111 ?1111/u;

jest.setTimeout(120_000);
let s: World;
let superuser: pg.Client;
let matter: Json;
let task: Json;
const logged: string[] = [];
const answered: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    jest.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
      logged.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return write(chunk);
    });
  }
  s = await World.open({ env: { DUCHA_LOG_LEVEL: 'debug' } });
  superuser = new pg.Client({ connectionString: s.urls.superuserUrl });
  await superuser.connect();
  // the outbox is emptied as it is worked off: every payload is kept for the test
  await superuser.query(`
    create table test_clock.outbox_seen (payload jsonb);
    create function test_clock.keep_payload() returns trigger language plpgsql security definer as
      $$ begin insert into test_clock.outbox_seen values (new.payload); return new; end $$;
    create trigger keep_payload after insert on public.outbox for each row execute function test_clock.keep_payload();
  `);
  await plant();
});
afterAll(async () => {
  await superuser.end();
  await s.close();
  jest.restoreAllMocks();
});

/** Does a write and keeps the answer. */
async function does(by: PersonKey, path: string, body: object = {}, ifMatch?: number): Promise<Json> {
  const answer = await s.as(by).post(path, body, ifMatch === undefined ? {} : { ifMatch });
  answered.push(answer.text);
  if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Plants the canaries in every text that people write, by the routes that they use. */
async function plant(): Promise<void> {
  const file = await s.as('officer').upload('/evidence', Buffer.from('正文'), `照片13987654321.txt`);
  answered.push(file.text);
  matter = await does('officer', '/matters', {
    ...{ declaredUnclassified: true, kind: 'hotline', title: `来电${said}`, body: said, foreignId: `单${said}` },
    fields: { place: said, contactedPerson: said, unsolvedReason: said, handling: said, publicReply: said },
    signatories: [{ name: `王先生${said}`, contact: '139-8765-4321' }],
    evidenceIds: [file.body.id],
  });
  const sheet = `标题,内容,留言人,时间\n标题${said},内容${said},网友${said},2026-02-30\n标题2${said},内容${said},网友${said},2026-02-01\n`;
  answered.push(
    (
      await s
        .as('officer')
        .upload('/imports', Buffer.from(sheet), '表13987654321.csv', { sourceKind: 'netizen_message' })
    ).text,
  );
  const handlingProposal = { wording: said, forPersonId: s.county.person.magistrate };
  const proposed = await does('officer', `/matters/${matter.id}/propose`, { handlingProposal }, matter.version);
  const [proposal] = proposed.proposals;
  await does('magistrate', `/handling-proposals/${proposal.id}/decide`, {
    ...{ decision: 'agree', words: said },
    changes: { leadUnitId: s.county.unit.water, dueAt: inDays(9) },
  });
  await s.settles();
  await does('magistrate', '/instructions', {
    subjectType: 'matter',
    subjectId: matter.id,
    kind: 'order',
    words: said,
  });
  const [row] = await s.store.query<Json>('select id from task where matter_id = $1', [matter.id]);
  task = await s.as('officer').sees(`/tasks/${row?.id}`);
  task = await does(
    'officer',
    `/tasks/${task.id}/correct`,
    { reason: said, title: `任务${said}`, demand: said },
    task.version,
  );
  await s.settles();
  await work();
}

async function work(): Promise<void> {
  const [order] = (await s.as('waterLiaison').sees('/assignments?box=all')).items;
  const signed = await does('waterLiaison', `/assignments/${order.id}/sign`, {}, order.version);
  await does('waterLiaison', `/assignments/${order.id}/report`, { progress: said, problem: said, nextStep: said });
  const submitted = await does(
    'waterLiaison',
    `/assignments/${order.id}/submit`,
    { resultClass: 'A', body: said },
    signed.version,
  );
  await does('waterHead', `/assignments/${order.id}/return`, { reason: said }, submitted.version);
  const [back] = (await s.as('waterLiaison').sees('/assignments?box=returned')).items;
  const again = await does(
    'waterLiaison',
    `/assignments/${order.id}/submit`,
    { resultClass: 'A', body: said },
    back.version,
  );
  await does('waterHead', `/assignments/${order.id}/sign-off`, {}, again.version);
  task = await s.as('officer').sees(`/tasks/${task.id}`);
  await does('officer', `/tasks/${task.id}/verify`, { verdict: 'pass', manner: 'desk', words: said }, task.version);
  await s.settles();
}

const readers: readonly PersonKey[] = [
  ...(['magistrate', 'clerkOfMagistrate', 'bureauHead', 'officer', 'clerk', 'waterHead', 'waterLiaison'] as const),
  ...(['auditor', 'auditadmin', 'sysadmin', 'secadmin'] as const),
];

describe('personal numbers', () => {
  it('were planted, and are found by what looks for them', async () => {
    const rows = await s.store.query<Json>('select title, body, fields::text from matter where id = $1', [matter.id]);
    expect(JSON.stringify(rows)).toMatch(leaks);
    const why = { reason: 'call_back', words: said };
    expect((await s.as('bureauHead').post(`/matters/${matter.id}/unmask`, why)).text).toMatch(leaks);
  });

  it('stand in no answer that anybody gets', async () => {
    const paths = [
      ...[
        `/matters/${matter.id}`,
        '/matters',
        `/tasks/${task.id}`,
        `/tasks/${task.id}/timeline`,
        `/tasks/${task.id}/slip`,
      ],
      ...[
        '/tasks',
        '/tasks/groups?by=state',
        '/matters/groups?by=state',
        '/assignments?box=all',
        '/notices',
        '/tray',
        '/imports',
        '/desk/load',
        '/audit',
      ],
      ...['/ledger-views', '/export-requests', '/personal-data', '/purges'],
      ...['/tasks/export?format=csv', '/matters/export?format=csv'],
    ];
    for (const by of readers) for (const path of paths) answered.push((await s.as(by).get(path)).text);
    expect(answered.length).toBeGreaterThan(200);
    expect(answered.filter((text) => leaks.test(text))).toEqual([]);
    expect(answered.some((text) => text.includes('110*************2X'))).toBe(true);
  });

  it('stand in no refusal, whichever field they came in', async () => {
    const wrong = [
      await s.as('officer').post('/matters', { kind: said, title: said, [said]: said, body: 1, receivedAt: said }),
      await s.as('officer').get(`/matters/${encodeURIComponent(said)}`),
      await s.as('officer').get(`/tasks?state=${encodeURIComponent(said)}`),
      await s.as('officer').get(`/${encodeURIComponent(said)}`),
      await s.as('clerk').post(`/matters/${matter.id}/unmask`, { reason: said, words: said }),
      await s.stranger().post('/session', { login: said, password: said }),
    ];
    for (const { status, text } of wrong) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(decodeURIComponent(text)).not.toMatch(leaks);
    }
  });

  it('stand in no masked export and no case file, and do in what two people wanted whole', async () => {
    const take = async (unmasked: boolean): Promise<string> => {
      const asked = await does('officer', '/export-requests', { format: 'csv', reason: said, unmasked });
      await does('bureauHead', `/export-requests/${asked.id}/approve`, {}, asked.version);
      return (await s.as('officer').post(`/export-requests/${asked.id}/take`)).text;
    };
    expect(await take(false)).not.toMatch(leaks);
    expect(await take(true)).toMatch(leaks);
    const door = new Door(s);
    const pack = await door.send({
      method: 'GET',
      path: `/matters/${matter.id}/case-file`,
      cookie: await s.cookieOf('officer'),
    });
    expect(pack.status).toBe(200);
    const path = join(s.home, 'case.zip');
    writeFileSync(path, pack.bytes);
    const parts = [...(await partsOf(path))].map(([name, bytes]) => `${name}\n${bytes.toString('utf8')}`).join('\n');
    expect((await verifyPack(path)).findings).toEqual([]);
    expect(parts).toContain('110*************2X');
    expect(parts).not.toMatch(leaks);
    const live = await door.send(
      { method: 'GET', path: '/events', cookie: await s.cookieOf('officer'), headers: { 'last-event-id': '0' } },
      (text) => text.includes('task.verify'),
    );
    expect(live.text).toContain('matter.enter');
    expect(live.text).not.toMatch(leaks);
    door.close();
  });

  it('stand in no job, no outbox payload, no notice, no kept answer, no audit fact and no log line', async () => {
    await s.settles();
    const count = async (sql: string): Promise<string> => JSON.stringify((await superuser.query(sql)).rows);
    const payloads = await count('select payload from test_clock.outbox_seen');
    expect(payloads).toMatch(/Id/u);
    expect(payloads).not.toMatch(leaks);
    const tables = await superuser.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'bullmq' and table_type = 'BASE TABLE'`,
    );
    expect(tables.rows.length).toBeGreaterThan(0);
    for (const { name } of tables.rows) expect(await count(`select t::text as row from ${name} t`)).not.toMatch(leaks);
    for (const table of ['notice', 'audit_row', 'purge', 'unmasking'])
      expect(await count(`select t::text as row from ${table} t`)).not.toMatch(leaks);
    expect(await count(`select answer::text as answer from idempotency_key`)).not.toMatch(leaks);
    new Logger('Canary').error(`oops ${said}`, new Error(said).stack);
    expect(logged.join('')).toContain('oops （110*************2X，139****4321，4111********1111');
    expect(logged.join('')).not.toMatch(leaks);
  });
});
