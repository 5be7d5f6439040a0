import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, World } from '#test-kit';

const proposals = join(__dirname, '../../../shared/data/proposals');
const replies = join(proposals, 'npc_cppcc_replies.json');
const isThere = existsSync(replies);
const withReal = isThere ? describe : describe.skip;
if (!isThere) console.warn('SKIPPED: real proposals, ../shared/data is absent');

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8'));

/** Titles of a register, and what each row of the source says under them, untouched. */
const titles: Record<string, string> = {
  ...{ no: '编号', title: '标题', kind: '类型', session: '届次会议', proposer_count: '联名人数', handler: '承办单位' },
  ...{
    doc_no: '答复文号',
    received_meeting: '交办日期',
    reply_date: '答复日期',
    published: '公开日期',
    public: '是否公开',
  },
  ...{ result_class: '办理结果分类', cc: '抄送', url: '来源网址', note: '备注' },
};
const cell = (value: Json): string => {
  const said = Array.isArray(value) ? value.join('、') : value === true ? '是' : `${value ?? ''}`;
  return `"${said.replaceAll('"', '""')}"`;
};
const sheetOf = (rows: Json[]): string => {
  const columns = Object.keys(titles).filter((key) => rows.some((row) => row[key] !== undefined));
  const lines = rows.map((row) => columns.map((key) => cell(row[key])).join());
  return [columns.map((key) => cell(titles[key])).join(), ...lines].join('\n');
};

async function imported(rows: Json[], kind: string): Promise<Json[]> {
  const preview = await s
    .as('officer')
    .upload('/imports', Buffer.from(sheetOf(rows)), '登记表.csv', { sourceKind: kind });
  expect(preview.body).toMatchObject({ counts: { rows: rows.length, imported: rows.length }, rejected: [] });
  await s.as('officer').does(`/imports/${preview.body.id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: 1 });
  const { items } = await s.as('officer').sees(`/matters?importId=${preview.body.id}&limit=50`);
  return Promise.all(items.reverse().map(({ id }: Json) => s.as('officer').sees(`/matters/${id}`)));
}

withReal('real deputies’ suggestions and CPPCC proposals', () => {
  // kinds of the source that are ours under another name: a motion (议案) is a paper of the deputies
  const isProposal = ({ kind }: Json): boolean => kind === '政协提案';
  const paperTypes: Record<string, string> = { 人大代表建议: 'suggestion', 人大议案: 'motion' };

  it('come in as they are: every row, every value', async () => {
    const all: Json[] = read(replies);
    expect(all).toHaveLength(8);
    const suggestions = all.filter((row) => !isProposal(row));
    const matters = await imported(suggestions, 'deputy_suggestion');
    expect(matters).toHaveLength(7);
    matters.forEach((matter, at) => {
      const row = suggestions[at];
      expect(matter).toMatchObject({ title: row.title, foreignId: row.no, state: 'received' });
      const kept = {
        ...{ session: row.session, handler: row.handler, replyDocNo: row.doc_no, sourceUrl: row.url, note: row.note },
        ...{
          repliedOn: row.reply_date,
          publishedOn: row.published,
          resultClass: row.result_class,
          isPublic: row.public,
        },
        ...{
          paperType: paperTypes[row.kind],
          jointly: row.proposer_count === undefined ? undefined : String(row.proposer_count),
        },
        copiedTo: row.cc?.join('、'),
      };
      const said = Object.fromEntries(
        Object.entries(kept).filter(([, value]) => value !== null && value !== undefined),
      );
      expect(matter.fields).toEqual(said);
    });
    const [proposal] = await imported(
      all.filter(isProposal).map(({ kind: _kind, ...row }) => row),
      'cppcc_proposal',
    );
    expect(proposal).toMatchObject({
      foreignId: '14',
      fields: {
        resultClass: 'B',
        replyDocNo: '子交函〔2023〕34号',
        jointly: '1',
        session: '政协子洲县第十届委员会第二次会议',
      },
    });
    // the only row that says when it was received keeps that day, in the county's zone
    expect(proposal.receivedAt).toBe('2023-06-19T16:00:00.000Z');
  });

  it('differ in what the register does not say: no text, no names', async () => {
    const { items } = await s.as('officer').sees('/matters?kind=deputy_suggestion&limit=50');
    for (const { id } of items) {
      const matter = await s.as('officer').sees(`/matters/${id}`);
      // no row has a text: the title stands for it. No row names a deputy, and somebody is owed an answer
      expect(matter.body).toBe(matter.title);
      expect(matter.signatories.map(({ name }: Json) => name)).toEqual(['未载明']);
      // a reply that is known only by its number and date is a fact of the register, not an answer of this system
      expect(matter.replies).toEqual([]);
      expect(matter.actions).not.toContain('decline');
    }
  });
});
