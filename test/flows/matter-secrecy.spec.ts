import { type Json, World } from '#test-kit';
import { aMessage } from './stories/matter-story.js';

const canary = 'kanari7391不得留存';
const marked = `【机密】${canary}`;

jest.setTimeout(60_000);
let s: World;
const written: string[] = [];
beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    jest.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
      written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return write(chunk);
    });
  }
  s = await World.open({ env: { DUCHA_LOG_LEVEL: 'debug' } });
});
afterAll(async () => {
  await s.close();
  jest.restoreAllMocks();
});

/** Every row of every table as text. */
async function everythingStored(): Promise<string> {
  const tables = await s.store.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema in ('public', 'bullmq')`,
  );
  const rows: Json[] = [];
  for (const { name } of tables) {
    const found = await s.store.query<Json>(`select t::text as row from ${name} t`).catch(() => []);
    rows.push(...found.map(({ row }: Json) => row));
  }
  return rows.join('\n');
}

describe('the secrecy screen', () => {
  const forPersonId = () => s.county.person.magistrate;

  it.each([
    ['title', () => aMessage({ title: marked })],
    ['body', () => aMessage({ body: `第一行\n机密★10年\n${canary}` })],
    ['fields.platform', () => aMessage({ fields: { platform: marked } })],
    ['signatories[0].name', () => aMessage({ signatories: [{ name: marked }] })],
    ['foreignId', () => aMessage({ foreignId: marked })],
    ['categories[0]', () => aMessage({ category: marked })],
    ['handlingProposal.wording', () => aMessage({ handlingProposal: { wording: marked, forPersonId: forPersonId() } })],
  ])('refuses a marked %s and names it', async (path, body) => {
    const answer = await s.as('clerk').post('/matters', body(), { key: `secret-${path}` });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'matter.classified', errors: [{ path, constraint: 'unclassified' }] },
    });
    expect(answer.text).not.toContain(canary);
  });

  it('refuses it in triage and in a proposal on what came in before', async () => {
    const matter = await s.as('clerk').does('/matters', aMessage());
    const triage = await s.as('clerk').patch(`/matters/${matter.id}`, { body: marked }, { ifMatch: 1 });
    const handlingProposal = { wording: marked, forPersonId: forPersonId() };
    const proposal = await s.as('officer').post(`/matters/${matter.id}/propose`, { handlingProposal }, { ifMatch: 1 });
    expect([triage.body.code, proposal.body.code]).toEqual(['matter.classified', 'matter.classified']);
  });

  it('refuses files by their names and sheets by any cell, also above the header and in columns that nobody asked for', async () => {
    const officer = s.as('officer');
    const file = await officer.upload('/evidence', Buffer.from('正文'), `机密-${canary}.txt`);
    expect(file).toMatchObject({ status: 422, body: { code: 'evidence.classifiedName', errors: [{ path: 'file' }] } });
    const sheet = (text: string, name = '表.csv') =>
      officer.upload('/imports', Buffer.from(text), name, { sourceKind: 'netizen_message' });
    const above = await sheet(`秘密★${canary},,\n标题,内容,其他\n一,二,三\n`);
    expect(above).toMatchObject({
      status: 422,
      body: { code: 'spreadsheet.classified', sheet: 'CSV', row: 1, column: 'A' },
    });
    expect(await sheet(`标题,内容,其他\n一,二,密级：绝密 ${canary}\n`)).toMatchObject({
      status: 422,
      body: { row: 2, column: 'C' },
    });
    expect(await sheet('标题,内容\n一,二\n', `绝密_${canary}.csv`)).toMatchObject({
      status: 422,
      body: { code: 'matter.classified' },
    });
  });

  it('lets the word in a sentence pass', async () => {
    const title = '请为举报人保守秘密';
    expect((await s.as('clerk').post('/matters', aMessage({ title, body: '县档案馆机密文件库漏水' }))).status).toBe(
      201,
    );
  });

  it('kept and logged nothing of what it refused, and recorded who tried and which field', async () => {
    await s.settles();
    const stored = await everythingStored();
    expect(stored).toContain('请为举报人保守秘密');
    expect(stored).not.toContain(canary);
    expect(stored).not.toContain(Buffer.from(canary).toString('base64').slice(0, 20));
    expect(written.join('')).not.toContain(canary);
    const refused = await s.store.query<Json>(`select facts from audit_row where act = 'secrecy.refused' order by at`);
    expect(refused.map(({ facts }) => facts.fields[0])).toEqual(expect.arrayContaining(['title', 'body', 'file']));
    expect(refused.length).toBeGreaterThanOrEqual(11);
  });
});
