import { verifyChain } from '@ducha/audit';
import { CarryOutPurge, notPersonal, personalFields, ProposePurge } from '@ducha/privacy';
import { type Json, type PersonKey, World } from '#test-kit';
import { aMessage } from './stories/matter-story.js';

jest.setTimeout(90_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const numbers = /13900002222|13812341234|11010519491231002X/u;
const rules = { unmaskDailyCap: 20, months: { contacts: 12, numbers: 12, names: 60 } };

async function aFiledMatter(): Promise<Json> {
  const entered = await s
    .as('officer')
    .does(
      '/matters',
      aMessage({ title: '请回电13900002222', body: '本人11010519491231002X', fields: { place: '13900002222门口' } }),
    );
  return s
    .as('officer')
    .does(`/matters/${entered.id}/file`, { reason: '已电话13900002222答复' }, { ifMatch: entered.version });
}
async function carryOut(): Promise<void> {
  const purges = s.app.get(CarryOutPurge, { strict: false });
  while (await purges.run());
}
async function proposed(): Promise<Json> {
  await s.app.get(ProposePurge, { strict: false }).run();
  return (await s.as('secadmin').sees('/purges')).items[0];
}
const tries = async (
  by: PersonKey,
  { id, version }: Json,
  act: string,
  body: object = {},
): Promise<[number, string]> => {
  const { status, body: said } = await s.as(by).post(`/purges/${id}/${act}`, body, { ifMatch: version });
  return [status, said.code ?? said.state];
};
const links = () => s.store.query('select row_id, encode(hash, $1) as hash from audit_link order by seq', ['hex']);

describe('classes of personal data', () => {
  it('name every column that looks personal', async () => {
    const looks =
      '^(name|.*_name|contact|phone|mobile|id_number|address|place|words|.*_words|body|title|demand|(.*_)?reason|wording|summary|progress|problem|next_step|received_by|to_organ|meeting|fields|sample|rejected|before|after|initials|login|facts|answer|filters|device|source|subject|note|value|settings|payload|counts|columns|parts|said|mail|reply|spoke_with|report_why|ground|legal_basis|reasons|statement|grounds|(.*_)?changes|same_signer|cause|measure|document|point|what|named|members|incomes|policies)$';
    const columns = await s.store.query<{ path: string }>(
      `select table_name || '.' || column_name as path from information_schema.columns c
       where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY', 'integer') and column_name ~ $1
         and exists (select 1 from pg_tables t where t.schemaname = 'public' and t.tablename = c.table_name)`,
      [looks],
    );
    const classed = [...Object.keys(personalFields), ...notPersonal];
    expect(columns.map(({ path }) => path).sort()).toEqual(classed.sort());
  });

  it('are shown to administrators, the auditor and the head of the bureau, without a value', async () => {
    for (const by of ['secadmin', 'sysadmin', 'auditadmin', 'auditor', 'bureauHead'] as const) {
      const page = await s.as(by).sees('/personal-data');
      expect(page.fields).toContainEqual({
        ...{ table: 'signatory', column: 'contact', class: 'ordinary', purpose: 'answer_asker', part: 'contacts' },
      });
      expect(page.retention.map(({ months }: Json) => months)).toEqual([24, 36, 120]);
    }
    expect((await s.as('officer').get('/personal-data')).status).toBe(403);
  });
});

describe('retention', () => {
  it('is set by the security administrator, never below its floor', async () => {
    expect((await s.as('sysadmin').put('/personal-data', rules)).status).toBe(403);
    const low = await s.as('secadmin').put('/personal-data', { ...rules, months: { ...rules.months, contacts: 11 } });
    expect([low.status, low.body.code, low.body.errors[0].path]).toEqual([
      422,
      'privacy.monthsWrong',
      'months.contacts',
    ]);
    const set = await s.as('secadmin').put('/personal-data', rules);
    expect([set.status, set.body.retention[0]]).toEqual([200, { part: 'contacts', months: 12, least: 12, most: 60 }]);
  });

  it('ends by two persons: values go, tombstones stay, the chain stays whole; what is held stays as it is', async () => {
    const [gone, held] = [await aFiledMatter(), await aFiledMatter()];
    const open = await s.as('officer').does('/matters', aMessage());
    const hold = { basis: 'litigation', reason: '行政诉讼中' };
    expect((await s.as('officer').post(`/matters/${held.id}/hold`, hold)).status).toBe(403);
    const kept = await s.as('bureauHead').does(`/matters/${held.id}/hold`, hold);
    expect([kept.hold.basis, kept.actions.includes('release')]).toEqual(['litigation', true]);
    expect((await s.as('bureauHead').post(`/matters/${held.id}/hold`, hold)).body.code).toBe('matter.alreadyHeld');
    expect((await s.as('bureauHead').post(`/matters/${gone.id}/release`, { reason: '无' })).body.code).toBe(
      'matter.notHeld',
    );
    expect(await proposed()).toBeUndefined();
    await s.passes({ days: 400 });
    const [before, purge] = [await links(), await proposed()];
    expect(purge).toMatchObject({ state: 'proposed', actions: ['ask'], parts: [{ matters: 1 }, { matters: 1 }] });
    expect(JSON.stringify(purge)).not.toContain(gone.id);

    expect(await tries('bureauHead', purge, 'approve')).toEqual([409, 'privacy.purgeMoveRefused']);
    expect(await tries('sysadmin', purge, 'ask')).toEqual([403, 'http.forbidden']);
    expect(await tries('secadmin', purge, 'ask')).toEqual([200, 'asked']);
    expect(await tries('secadmin', { ...purge, version: 2 }, 'approve')).toEqual([403, 'http.forbidden']);
    await expect(s.store.query(`update purge set decided_by = asked_by where id = $1`, [purge.id])).rejects.toThrow(
      'privacy.purgeOwnRequest',
    );
    expect(await tries('bureauHead', purge, 'approve')).toEqual([412, 'http.preconditionFailed']);
    expect(await tries('bureauHead', { ...purge, version: 2 }, 'approve')).toEqual([200, 'approved']);
    await carryOut();

    const page = await s.as('officer').sees(`/matters/${gone.id}`);
    expect(page).toMatchObject({ title: '请回电139****2222', maskedTexts: false, signatories: [{ contact: null }] });
    expect(page.purged).toMatchObject([
      { part: 'contacts', removed: 1, purgeId: purge.id },
      { part: 'numbers', removed: 4, purgeId: purge.id },
    ]);
    expect(await stored(gone.id)).not.toMatch(numbers);
    expect(await stored(held.id)).toMatch(numbers);
    expect((await s.as('officer').sees(`/matters/${open.id}`)).signatories[0].contact).toBe('138****1234');

    const [done] = (await s.as('auditadmin').sees('/purges')).items;
    expect(done).toMatchObject({ state: 'done', actions: [], parts: [{ purged: 1 }, { purged: 1, removed: 4 }] });
    await s.settles();
    expect((await links()).slice(0, before.length)).toEqual(before);
    expect((await verifyChain(s.store, [])).tampering).toEqual([]);
  });

  it('may be refused, and is proposed again a day later, also for what is held no more', async () => {
    const [held] = await s.store.query<Json>('select matter_id from matter_hold where lifted_at is null');
    await s.as('bureauHead').does(`/matters/${held?.matter_id}/release`, { reason: '已判决' });
    expect((await proposed()).state).toBe('done');
    await s.passes({ days: 1 });
    const purge = await proposed();
    expect([purge.state, purge.parts[0].matters]).toEqual(['proposed', 1]);
    await tries('secadmin', purge, 'ask');
    expect(await tries('bureauHead', { ...purge, version: 2 }, 'refuse', { words: ' ' })).toEqual([
      400,
      'http.invalidRequest',
    ]);
    expect(await tries('bureauHead', { ...purge, version: 2 }, 'refuse', { words: '再等等' })).toEqual([
      200,
      'refused',
    ]);
    await carryOut();
    expect(await stored(held?.matter_id)).toMatch(numbers);
    await s.passes({ days: 2 });
    expect((await proposed()).state).toBe('proposed');
    expect(await tries('secadmin', { id: held?.matter_id, version: 1 }, 'ask')).toEqual([404, 'privacy.purgeNotFound']);
  });
});

/** Everything that is kept of a matter. */
async function stored(id: string): Promise<string> {
  const rows = await s.store.query(
    `select m.title, m.body, m.fields, (select jsonb_agg(g) from signatory g where g.matter_id = m.id) as askers,
       (select jsonb_agg(w.words) from audit_row r join audit_words w on w.row_id = r.id where r.about_id = m.id) as words
     from matter m where m.id = $1`,
    [id],
  );
  return JSON.stringify(rows);
}
