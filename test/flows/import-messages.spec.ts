import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportMatters } from '@ducha/matter';
import { World } from '#test-kit';

const messages = join(__dirname, '../../../shared/data/messages');
const labelled = join(messages, 'messages-labelled-sample.xlsx');
const withRealMessages = existsSync(labelled) ? describe : describe.skip;
if (!existsSync(labelled)) console.warn('SKIPPED: imports of real messages, ../shared/data is absent');

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const countMatters = async (): Promise<number> =>
  (await s.store.query<{ n: number }>('select count(*)::int as n from matter'))[0]?.n ?? 0;

withRealMessages('import of the real labelled messages in ../shared', () => {
  const counts = { physicalRows: 65_202, rows: 495, blank: 64_707 };

  it('says what would be and writes nothing', async () => {
    const imports = s.app.get(ImportMatters, { strict: false });
    const result = await imports.run({
      path: labelled,
      kind: 'netizen_message',
      dryRun: true,
      mode: 'all_or_nothing',
      by: null,
    });
    expect(result).toEqual({ ...counts, imported: 494, duplicates: 1, rejected: [] });
    expect(await countMatters()).toBe(0);
  });

  it('previews, then commits: 494 matters, the repeated one with both categories and marked for triage', async () => {
    const preview = await s
      .as('officer')
      .upload('/imports', readFileSync(labelled), '留言.xlsx', { sourceKind: 'netizen_message' });
    expect(preview.status).toBe(201);
    expect(preview.body).toMatchObject({
      state: 'previewed',
      fileName: '留言.xlsx',
      counts: { ...counts, imported: 494, duplicates: 1, rejected: 0 },
      rejected: [],
      actions: ['commit', 'discard'],
    });
    expect(preview.body.sample).toHaveLength(20);
    expect(preview.body.columns).toContainEqual({ field: 'category', header: '一级分类', column: 'F', label: null });
    const committed = await s
      .as('officer')
      .does(`/imports/${preview.body.id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: preview.body.version });
    expect(committed).toMatchObject({
      state: 'committed',
      counts: { imported: 494, duplicates: 1 },
      rowsDone: 495,
      sample: [],
      actions: [],
    });
    expect(await countMatters()).toBe(494);
    const [twice] = await s.store.query<{ needs_triage: boolean; askers: number; categories: string[] }>(
      `select m.needs_triage, m.category, array_agg(c.category order by c.category) as categories, (select count(*)::int from signatory g where g.matter_id = m.id) as askers
       from matter m join matter_category c on c.matter_id = m.id where foreign_id = '37042' group by m.id`,
    );
    expect(twice).toMatchObject({ needs_triage: true, askers: 1 });
    expect(twice?.categories).toHaveLength(2);
  });

  it('imports nothing the second time', async () => {
    const imports = s.app.get(ImportMatters, { strict: false });
    const again = await imports.run({
      path: labelled,
      kind: 'netizen_message',
      dryRun: false,
      mode: 'all_or_nothing',
      by: null,
    });
    expect(again).toEqual({ ...counts, imported: 0, duplicates: 495, rejected: [] });
    expect(await countMatters()).toBe(494);
  });
});
