import { kindTable } from './kind-table.js';

/** 上级来文 */
export const superiorDocument = kindTable({
  label: { zh: '上级来文', en: 'Superior document' },
  mark: '文',
  bodyMayBeTitle: true,
  fields: {
    issuer: {
      label: { zh: '来文机关', en: 'Issued by' },
      type: 'text',
      required: true,
      headers: ['来文单位', '发文机关', '发文单位'],
    },
    documentNo: {
      label: { zh: '来文字号', en: 'Document no.' },
      type: 'text',
      required: true,
      headers: ['文号', '发文字号', '来文文号'],
    },
    issuedOn: { label: { zh: '成文日期', en: 'Issued on' }, type: 'date', headers: ['发文日期', '来文日期'] },
    replyBy: {
      label: { zh: '要求报送日期', en: 'To be reported by' },
      type: 'date',
      headers: ['报送时限', '要求反馈时间'],
    },
    contactPoint: { label: { zh: '来文机关联系人', en: 'Contact at the issuer' }, type: 'text', headers: ['联系人'] },
  },
  headers: {
    title: ['文件标题', '来文标题'],
    body: ['文件要求', '来文要求', '摘要'],
    receivedAt: ['收文日期', '收文时间'],
  },
});

/** 上级反馈问题 */
export const superiorFeedback = kindTable({
  label: { zh: '上级反馈问题', en: 'Superior feedback' },
  mark: '反',
  fields: {
    organ: {
      label: { zh: '反馈机关', en: 'Organ' },
      type: 'text',
      required: true,
      headers: ['反馈单位', '巡察组', '督察组'],
    },
    feedbackType: {
      label: { zh: '反馈类型', en: 'Type' },
      type: 'choice',
      required: true,
      headers: ['类型', '来源类型'],
      choices: [
        { code: 'tour', label: { zh: '巡视巡察', en: 'inspection tour' }, alsoWritten: ['巡视', '巡察'] },
        {
          code: 'environment',
          label: { zh: '环保督察', en: 'environmental inspection' },
          alsoWritten: ['生态环保督察', '环境督察'],
        },
        { code: 'audit', label: { zh: '审计', en: 'audit' }, alsoWritten: ['审计反馈', '审计问题'] },
        { code: 'other', label: { zh: '其他', en: 'other' } },
      ],
    },
    problemNo: { label: { zh: '问题序号', en: 'Problem no.' }, type: 'text', headers: ['序号', '问题编号'] },
    fedBackOn: { label: { zh: '反馈日期', en: 'Fed back on' }, type: 'date', headers: ['反馈时间'] },
    rectifyBy: { label: { zh: '整改期限', en: 'To be rectified by' }, type: 'date', headers: ['整改时限', '完成时限'] },
  },
  headers: { title: ['问题', '问题概述', '反馈问题'], body: ['问题描述', '问题内容'] },
});

/** 督查发现问题: made by the system when a finding is ordered to be rectified, never entered or imported. */
export const inspectionFinding = kindTable({
  label: { zh: '督查发现问题', en: 'Inspection finding' },
  mark: '查',
  secrecyScreen: false,
  byHand: false,
  fields: {},
});
