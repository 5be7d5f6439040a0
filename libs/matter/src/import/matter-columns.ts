import { type HeaderMap, normalisedTitle } from '@ducha/spreadsheet';
import { fieldsOfKind } from '../domain/kind-fields.js';
import type { SharedColumn, KindTable } from '../domain/kinds/kind-table.js';
import { matterKinds, type MatterKind } from '../domain/matter-kind.js';

/** What a sheet may say about each matter, whatever its kind. */
export type MatterColumn =
  | 'principal'
  | 'meeting'
  | 'foreignId'
  | 'asker'
  | 'contact'
  | 'title'
  | 'body'
  | 'category'
  | 'subcategory'
  | 'detailCategory'
  | 'occurredAt'
  | 'receivedAt'
  | 'reply'
  | 'repliedAt'
  | 'likes'
  | 'dislikes';

/** Titles as the known platforms and offices write them; the first names the column in messages. Likes are recognised and not kept. */
const usualColumns: HeaderMap<MatterColumn> = {
  principal: { names: ['领导'], required: true },
  meeting: { names: ['会议名称'], required: true },
  foreignId: {
    names: [
      '留言编号',
      '编号',
      '工单编号',
      '工单号',
      '受理编号',
      '建议编号',
      '提案编号',
      '提案号',
      '案号',
      'id',
      'message id',
      'foreign id',
      'number',
      'case id',
      'ticket id',
    ],
  },
  asker: {
    names: [
      '留言用户',
      '留言人',
      '用户',
      '网友',
      '姓名',
      '诉求人',
      '来电人',
      '反映人',
      '提出人',
      '领衔代表',
      '提案人',
      '第一提案人',
      'user',
      'name',
      'asker',
      'author',
      'proponent',
    ],
  },
  contact: {
    names: ['联系方式', '联系电话', '电话', '手机', '手机号', '来电号码', 'contact', 'phone', 'telephone', 'email'],
  },
  title: {
    names: [
      '留言主题',
      '主题',
      '标题',
      '诉求标题',
      '工单标题',
      '建议标题',
      '提案题目',
      '案由',
      '题目',
      'title',
      'subject',
      'topic',
    ],
    required: true,
  },
  body: {
    names: [
      '留言详情',
      '留言内容',
      '内容',
      '详情',
      '诉求内容',
      '工单内容',
      '建议内容',
      '提案内容',
      '正文',
      'body',
      'content',
      'text',
      'detail',
      'details',
      'description',
      'message',
    ],
    required: true,
  },
  category: {
    names: [
      '一级标签',
      '一级分类',
      '一级类别',
      '类别',
      '分类',
      '诉求类型',
      '标签',
      '领域',
      'category',
      'label',
      'type',
    ],
  },
  subcategory: { names: ['二级标签', '二级分类', '二级类别', 'subcategory'] },
  detailCategory: { names: ['三级标签', '三级分类', '三级类别', 'third level category'] },
  occurredAt: {
    names: [
      '留言时间',
      '时间',
      '诉求时间',
      '来电时间',
      '提出时间',
      '发布时间',
      'occurred at',
      'time',
      'date',
      'created at',
      'asked at',
      'message time',
    ],
  },
  receivedAt: { names: ['接收时间', '收到时间', '受理时间', '交办时间', 'received at', 'received'] },
  reply: { names: ['答复意见', '答复内容', '答复', '回复', '回复内容', '办理结果', 'reply', 'response', 'answer'] },
  repliedAt: {
    names: ['答复时间', '回复时间', '办结时间', 'replied at', 'reply time', 'response time', 'answered at'],
  },
  likes: { names: ['点赞数', '点赞', 'likes'] },
  dislikes: { names: ['反对数', '点踩数', 'dislikes'] },
};

/** Column of an own field of the kind. */
export const fieldColumn = (name: string): string => `fields.${name}`;

/** Name of the own field behind a column, or null for a common one. */
export const fieldOfColumn = (column: string): string | null =>
  column.startsWith('fields.') ? column.slice('fields.'.length) : null;

/** The columns of a kind's sheets: its own fields first, then its own titles for common columns, then the usual ones; the earlier has a title for itself. */
export function columnsOfKind(kind: MatterKind): HeaderMap<string> {
  const table = matterKinds[kind];
  const taken = new Set<string>();
  const named = (names: readonly string[]): string[] =>
    names.filter((name) => !taken.has(normalisedTitle(name)) && taken.add(normalisedTitle(name)));
  const own = fieldsOfKind(kind).map(([name, { label, headers = [], required = false }]): [string, Column] => [
    fieldColumn(name),
    { names: named([label.zh, ...headers, label.en, name]), required },
  ]);
  const columns = usualNames.filter((column) => asks(table, column));
  const special = columns.map((column): [MatterColumn, string[]] => [column, named(specialNames(table, column))]);
  const common = special.map(([column, names]): [string, Column] => [
    column,
    { names: [...names, ...named(usualColumns[column].names)], required: isRequired(table, column) },
  ]);
  return Object.fromEntries(
    [...own, ...common].flatMap(
      ([
        column,
        {
          names: [first, ...more],
          required,
        },
      ]) => (first === undefined ? [] : [[column, { names: [first, ...more] as const, required }]]),
    ),
  );
}

interface Column {
  readonly names: string[];
  readonly required: boolean;
}

// boundary: Object.keys forgets the type of its keys
const usualNames = Object.keys(usualColumns) as MatterColumn[];

const special: readonly SharedColumn[] = [
  'foreignId',
  'asker',
  'title',
  'body',
  'occurredAt',
  'receivedAt',
  'principal',
  'meeting',
];

function specialNames({ headers = {} }: KindTable, column: MatterColumn): readonly string[] {
  const known = special.find((one) => one === column);
  return known === undefined ? [] : (headers[known] ?? []);
}

function isRequired({ bodyMayBeTitle }: KindTable, column: MatterColumn): boolean {
  return column === 'body' ? !bodyMayBeTitle : usualColumns[column].required === true;
}

const forAskers: readonly MatterColumn[] = ['asker', 'contact', 'reply', 'repliedAt', 'likes', 'dislikes'];

function asks({ askers, ofPrincipal, ofMeeting }: KindTable, column: MatterColumn): boolean {
  if (column === 'principal') return ofPrincipal;
  if (column === 'meeting') return ofMeeting;
  return askers !== null || !forAskers.includes(column);
}

/** Most characters that each text may have; the same as for entry by hand. */
export const textLimits = {
  foreignId: 100,
  asker: 100,
  contact: 100,
  title: 200,
  body: 20_000,
  category: 100,
  subcategory: 50,
  detailCategory: 50,
  reply: 20_000,
  principal: 100,
  meeting: 200,
} as const;
