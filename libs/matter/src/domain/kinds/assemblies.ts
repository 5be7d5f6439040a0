import { type KindField, kindTable, resultClassChoices } from './kind-table.js';

/** What the registers of both assemblies print; a reply that another office has given stands here by number and date. */
const printed = {
  session: {
    label: { zh: '届次会议', en: 'Session' },
    type: 'text',
    required: true,
    headers: ['届次', '会议届次', '会议'],
  },
  jointly: {
    label: { zh: '联名情况', en: 'Joint signers' },
    type: 'text',
    longest: 100,
    headers: ['联名人数', '人数', '附议人数'],
  },
  isPublic: { label: { zh: '是否公开', en: 'May be published' }, type: 'yes_no', headers: ['公开'] },
  handler: {
    label: { zh: '承办单位（原登记）', en: 'Handler as registered' },
    type: 'text',
    headers: ['承办单位', '主办单位'],
  },
  replyDocNo: { label: { zh: '答复文号', en: 'Reply document no.' }, type: 'text', headers: ['复函文号', '文号'] },
  repliedOn: { label: { zh: '答复日期', en: 'Replied on' }, type: 'date', headers: ['复函日期'] },
  publishedOn: { label: { zh: '公开日期', en: 'Published on' }, type: 'date', headers: ['公开时间', '发布日期'] },
  resultClass: {
    label: { zh: '办理结果分类', en: 'Result class' },
    type: 'choice',
    headers: ['结果分类', '办理结果类别', '答复类别'],
    choices: resultClassChoices,
  },
  copiedTo: { label: { zh: '抄送', en: 'Copied to' }, type: 'text', longest: 500 },
  sourceUrl: {
    label: { zh: '来源网址', en: 'Source address' },
    type: 'text',
    longest: 500,
    headers: ['网址', '链接', 'url'],
  },
  note: { label: { zh: '备注', en: 'Note' }, type: 'long_text', headers: ['说明'] },
} satisfies Record<string, KindField>;

/** 人大代表建议; never declined, whatever becomes of it. */
export const deputySuggestion = kindTable({
  label: { zh: '人大代表建议', en: "Deputy's suggestion" },
  mark: '建',
  unitMeetsAskers: true,
  askers: { zh: '代表（领衔、联名）', en: 'Deputies' },
  replyTo: 'every_signatory',
  severalAskersInCell: true,
  bodyMayBeTitle: true,
  fields: {
    paperType: {
      label: { zh: '类型', en: 'Paper' },
      type: 'choice',
      headers: ['建议类型', '种类'],
      choices: [
        { code: 'suggestion', label: { zh: '建议', en: 'suggestion' }, alsoWritten: ['人大代表建议', '代表建议'] },
        { code: 'motion', label: { zh: '议案', en: 'motion' }, alsoWritten: ['人大议案', '议案转建议'] },
        { code: 'criticism', label: { zh: '批评意见', en: 'criticism' }, alsoWritten: ['批评', '批评和意见'] },
      ],
    },
    delegation: { label: { zh: '代表团', en: 'Delegation' }, type: 'text' },
    complexity: {
      label: { zh: '复杂程度', en: 'Complexity' },
      type: 'choice',
      choices: [
        { code: 'ordinary', label: { zh: '一般（三个月）', en: 'ordinary (3 months)' }, alsoWritten: ['一般'] },
        { code: 'complex', label: { zh: '复杂（六个月）', en: 'complex (6 months)' }, alsoWritten: ['复杂', '疑难'] },
      ],
    },
    ...printed,
  },
  headers: { asker: ['代表姓名', '代表', '建议人', '领衔人'], foreignId: ['建议号'], receivedAt: ['交办日期'] },
});

/** 政协提案 */
export const cppccProposal = kindTable({
  label: { zh: '政协提案', en: 'CPPCC proposal' },
  mark: '提',
  unitMeetsAskers: true,
  askers: { zh: '提案人（第一提案人、联名）', en: 'Proponents' },
  replyTo: 'every_signatory',
  declinable: true,
  severalAskersInCell: true,
  bodyMayBeTitle: true,
  fields: {
    circle: { label: { zh: '界别或党派', en: 'Circle or party' }, type: 'text', headers: ['界别', '党派'] },
    proposalForm: {
      label: { zh: '提案形式', en: 'Form' },
      type: 'choice',
      headers: ['形式'],
      choices: [
        { code: 'personal', label: { zh: '个人提案', en: 'of one member' }, alsoWritten: ['个人', '委员提案'] },
        { code: 'joint', label: { zh: '联名提案', en: 'joint' }, alsoWritten: ['联名'] },
        {
          code: 'collective',
          label: { zh: '集体提案', en: 'of a body' },
          alsoWritten: ['集体', '党派提案', '界别提案'],
        },
      ],
    },
    ...printed,
  },
  headers: { asker: ['提案者', '提案委员', '委员姓名', '委员'], foreignId: ['提案案号'], receivedAt: ['交办日期'] },
});
