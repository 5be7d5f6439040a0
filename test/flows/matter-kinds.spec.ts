import { type Json, World } from '#test-kit';

jest.setTimeout(60_000);
let s: World;
let kinds: Json[];
beforeAll(async () => {
  s = await World.open();
  kinds = await s.as('officer').sees('/matter-kinds');
});
afterAll(() => s.close());

const sampleOf = ({ type, choices }: Json): unknown =>
  ({ text: '仪封镇', long_text: '详见附件', date: '2026-03-05', number: 3, yes_no: true, choice: choices[0]?.code })[
    type as string
  ];

/** A whole matter of a kind, every own field filled. */
const wholeOf = (kind: Json, changes: object = {}): object => ({
  ...{ kind: kind.kind, title: `${kind.label.zh}一件`, body: '正文', declaredUnclassified: true, category: '水利' },
  fields: Object.fromEntries(kind.fields.map((field: Json) => [field.name, sampleOf(field)])),
  ...(kind.askers && { signatories: [{ name: '王先生' }, { name: '李女士' }] }),
  ...(kind.ofPrincipal && { principalId: s.county.person.magistrate }),
  ...(kind.ofMeeting && { meeting: '常务会议' }),
  ...changes,
});

const enter = (body: object) => s.as('clerk').post('/matters', body);

describe('kinds of matters', () => {
  it('are all listed with their fields in both languages; only the finding is not entered by anybody', () => {
    expect(kinds.map(({ kind }) => kind)).toHaveLength(12);
    expect(kinds.filter(({ byHand }) => !byHand).map(({ kind }) => kind)).toEqual(['inspection_finding']);
    const labels = kinds.flatMap(({ label, fields }) => [label, ...fields.map((field: Json) => field.label)]);
    expect(labels.filter(({ zh, en }) => !/\p{sc=Han}/u.test(zh) || !/^[\x20-\x7e]+$/.test(en))).toEqual([]);
  });

  it('are entered by hand with all their fields, read back, edited, and found by a field', async () => {
    for (const kind of kinds.filter(({ byHand }) => byHand)) {
      const entered = await enter(wholeOf(kind));
      expect([kind.kind, entered.status]).toEqual([kind.kind, 201]);
      const { fields } = wholeOf(kind) as Json;
      expect(entered.body.fields).toEqual(fields);
      expect(entered.body.signatories).toHaveLength(kind.askers ? 2 : 0);
      const [first] = kind.fields;
      const edited = await s
        .as('clerk')
        .patch(
          `/matters/${entered.body.id}`,
          { fields: { ...fields, [first.name]: fields[first.name] } },
          { ifMatch: 1 },
        );
      expect(edited.body.version).toBe(2);
      const query = `kind=${kind.kind}&field=${first.name}&fieldValue=${encodeURIComponent(String(fields[first.name]))}`;
      expect((await s.as('officer').sees(`/matters?${query}`)).items).toHaveLength(1);
      expect(
        (await s.as('officer').sees(`/matters?${query.replace(/fieldValue=.*/, 'fieldValue=none')}`)).items,
      ).toEqual([]);
    }
  });

  it('refuse every own field that is wrong, naming it, and enter nothing', async () => {
    const before = await s.as('officer').sees('/matters/count');
    const bad: Record<string, unknown> = {
      text: 'x'.repeat(600),
      long_text: 7,
      date: '2026-02-30',
      number: -1,
      yes_no: '是',
      choice: 'nope',
    };
    for (const kind of kinds.filter(({ byHand, fields }) => byHand && fields.length > 0)) {
      const fields = Object.fromEntries(kind.fields.map((field: Json) => [field.name, bad[field.type]]));
      const answer = await enter(wholeOf(kind, { fields: { ...fields, stranger: 1 } }));
      expect([kind.kind, answer.status, answer.body.code]).toEqual([kind.kind, 422, 'matter.fieldsWrong']);
      const paths = ['fields.stranger', ...kind.fields.map((field: Json) => `fields.${field.name}`)];
      expect(answer.body.errors.map((error: Json) => error.path)).toEqual(paths);
      const required = kind.fields.filter((field: Json) => field.required).map((field: Json) => `fields.${field.name}`);
      const empty = await enter(wholeOf(kind, { fields: {} }));
      if (required.length > 0) expect(empty.body.errors.map((error: Json) => error.path)).toEqual(required);
    }
    expect((await s.as('officer').sees('/matters/count')).value).toBe(before.value + kindsWithoutRequired());
  });

  it('come as sheets with their own titles, in Chinese and in English', async () => {
    for (const language of ['zh', 'en'] as const) {
      for (const kind of kinds.filter(({ byImport }) => byImport)) {
        const answer = await preview(sheetOf(kind, language), kind.kind);
        expect([kind.kind, answer.status, answer.body.counts?.imported, answer.body.rejected]).toEqual([
          kind.kind,
          201,
          1,
          [],
        ]);
        expect(Object.keys(answer.body.sample[0].fields).sort()).toEqual(
          kind.fields.map((field: Json) => field.name).sort(),
        );
      }
    }
  });

  it('say of each bad cell of a sheet where it is and why', async () => {
    const rows = [
      '批示领导,标题,批示内容,批示日期,缓急',
      '程 远,一,内容,2026-03-05,特急',
      '无名氏,二,内容,三月,很急',
      ',三,内容,,',
    ];
    const { body } = await preview(rows.join('\n'), 'instruction');
    expect(body.counts).toMatchObject({ rows: 3, imported: 1, rejected: 2 });
    const found = body.rejected.map(({ row, column, code }: Json) => `${row}${column} ${code}`);
    expect(found).toEqual(['3A unknownPrincipal', '3D invalidDate', '3E invalidChoice', '4A required']);
    expect(body.rejected[0]).toMatchObject({ sheet: 'CSV', message: '不是现任县主要领导' });
    const numbers = await preview('任务,报告年度\n修路,二零二六\n修桥,2026\n', 'work_report');
    expect(numbers.body.rejected).toMatchObject([{ row: 2, column: 'B', code: 'invalidNumber' }]);
    const yesNo = await preview('标题,内容,诉求属实\n漏水,没水,也许\n', 'hotline');
    expect(yesNo.body.rejected).toMatchObject([{ row: 2, column: 'C', code: 'invalidYesNo' }]);
  });

  it('give every signatory of one cell a name of his own, and an answer', async () => {
    const answer = await preview(
      '建议标题,代表姓名,届次,答复,答复时间\n修路,张三、李四，王五,一次会议,已修,2026-03-05\n',
      'deputy_suggestion',
    );
    await s.as('officer').does(`/imports/${answer.body.id}/commit`, { mode: 'all_or_nothing' }, { ifMatch: 1 });
    const [row] = (await s.as('officer').sees(`/matters?importId=${answer.body.id}`)).items;
    const matter = await s.as('officer').sees(`/matters/${row.id}`);
    expect(matter.signatories.map(({ name }: Json) => name)).toEqual(['张三', '李四', '王五']);
    expect(matter).toMatchObject({ state: 'replied', body: '修路', fields: { session: '一次会议' } });
    expect(new Set(matter.replies.map(({ signatoryId }: Json) => signatoryId)).size).toBe(3);
  });
});

const kindsWithoutRequired = (): number =>
  kinds.filter(({ byHand, fields }) => byHand && fields.length > 0 && !fields.some((field: Json) => field.required))
    .length;

const preview = (csv: string, sourceKind: string) =>
  s.as('officer').upload('/imports', Buffer.from(csv), '导入.csv', { sourceKind });

const spoken = ({ type, choices }: Json, language: 'zh' | 'en'): string =>
  type === 'choice'
    ? choices[0].label[language]
    : type === 'yes_no'
      ? { zh: '是', en: 'yes' }[language]
      : String(sampleOf({ type, choices }));

function sheetOf(kind: Json, language: 'zh' | 'en'): string {
  const common: [string, string][] = [
    [{ zh: '标题', en: 'title' }[language], '一件事'],
    [{ zh: '内容', en: 'body' }[language], `说明 ${language}`],
  ];
  if (kind.askers) common.push([{ zh: '姓名', en: 'name' }[language], '王先生']);
  if (kind.ofPrincipal) common.push([{ zh: '领导', en: 'principal' }[language], '程远']);
  if (kind.ofMeeting) common.push([{ zh: '会议名称', en: 'meeting' }[language], '常务会议']);
  const own = kind.fields.map((field: Json): [string, string] => [field.label[language], spoken(field, language)]);
  const cells = [...common, ...own];
  return `${cells.map(([title]) => `"${title}"`).join()}\n${cells.map(([, value]) => `"${value}"`).join()}\n`;
}
