import { kindTable } from './kind-table.js';

/** 网民留言 */
export const netizenMessage = kindTable({
  label: { zh: '网民留言', en: 'Netizen message' },
  mark: '网',
  unitMeetsAskers: true,
  askers: { zh: '留言人', en: 'Writers' },
  replyTo: 'every_signatory',
  declinable: true,
  fields: {
    platform: { label: { zh: '留言平台', en: 'Platform' }, type: 'text', headers: ['平台', '来源平台', '渠道'] },
    pageUrl: {
      label: { zh: '留言网址', en: 'Address of the message' },
      type: 'text',
      longest: 500,
      headers: ['链接', '网址'],
    },
    place: { label: { zh: '涉及地点', en: 'Place' }, type: 'text', headers: ['地点', '地址', '区域'] },
  },
});

/** 12345工单 */
export const hotline = kindTable({
  label: { zh: '12345工单', en: '12345 ticket' },
  mark: '热',
  unitMeetsAskers: true,
  askers: { zh: '来电人', en: 'Callers' },
  replyTo: 'every_signatory',
  declinable: true,
  callBack: true,
  fields: {
    ticketType: {
      label: { zh: '工单类型', en: 'Ticket type' },
      type: 'choice',
      headers: ['类型', '诉求类别'],
      choices: [
        { code: 'consultation', label: { zh: '咨询', en: 'question' } },
        { code: 'request', label: { zh: '求助', en: 'request' }, alsoWritten: ['诉求'] },
        { code: 'complaint', label: { zh: '投诉', en: 'complaint' } },
        { code: 'report', label: { zh: '举报', en: 'report' } },
        { code: 'suggestion', label: { zh: '建议', en: 'suggestion' } },
        { code: 'praise', label: { zh: '表扬', en: 'praise' }, alsoWritten: ['感谢'] },
      ],
    },
    applicationType: { label: { zh: '申请类型', en: 'Application' }, type: 'text' },
    place: { label: { zh: '事发地点', en: 'Place' }, type: 'text', headers: ['地点', '地址', '诉求地址'] },
    acceptedBy: { label: { zh: '受理班组', en: 'Taken by' }, type: 'text', headers: ['受理组', '受理单位'] },
    isTrue: { label: { zh: '诉求属实', en: 'Found true' }, type: 'yes_no' },
    beyondDuty: { label: { zh: '超职责诉求', en: 'Beyond duty' }, type: 'yes_no' },
    contactedPerson: { label: { zh: '联系群众', en: 'Person contacted' }, type: 'text' },
    contactedOn: { label: { zh: '联系时间', en: 'Contacted on' }, type: 'date' },
    isSolved: { label: { zh: '是否解决', en: 'Solved' }, type: 'yes_no' },
    unsolvedReason: { label: { zh: '未解决原因', en: 'Why not solved' }, type: 'long_text' },
    handling: { label: { zh: '办理情况', en: 'Handling' }, type: 'long_text' },
    publicReply: { label: { zh: '公开答复内容', en: 'Published reply' }, type: 'long_text' },
  },
  headers: { asker: ['市民姓名', '来电人姓名'], foreignId: ['热线编号', '任务号'] },
});

/** 信访事项 */
export const petition = kindTable({
  label: { zh: '信访事项', en: 'Petition' },
  mark: '信',
  askers: { zh: '信访人', en: 'Petitioners' },
  replyTo: 'every_signatory',
  declinable: true,
  callBack: true,
  severalAskersInCell: true,
  fields: {
    manner: {
      label: { zh: '信访形式', en: 'Manner' },
      type: 'choice',
      required: true,
      headers: ['形式', '来访形式'],
      choices: [
        { code: 'letter', label: { zh: '来信', en: 'letter' }, alsoWritten: ['信件', '信'] },
        { code: 'visit', label: { zh: '来访', en: 'visit' }, alsoWritten: ['走访', '访'] },
        { code: 'online', label: { zh: '网上', en: 'online' }, alsoWritten: ['网络', '网上信访', '网'] },
        { code: 'phone', label: { zh: '电话', en: 'telephone' }, alsoWritten: ['来电', '电'] },
      ],
    },
    petitioners: {
      label: { zh: '人数', en: 'Number of petitioners' },
      type: 'number',
      headers: ['信访人数', '参与人数'],
    },
    purpose: {
      label: { zh: '信访目的', en: 'Purpose' },
      type: 'choice',
      headers: ['目的'],
      choices: [
        { code: 'appeal', label: { zh: '申诉求决', en: 'appeal' }, alsoWritten: ['求决', '申诉'] },
        { code: 'suggestion', label: { zh: '意见建议', en: 'suggestion' }, alsoWritten: ['建议意见', '建议'] },
        {
          code: 'accusation',
          label: { zh: '检举控告', en: 'accusation' },
          alsoWritten: ['检举', '控告', '揭发控告'],
          isAccusation: true,
        },
      ],
    },
    acceptedOn: { label: { zh: '受理日期', en: 'Accepted on' }, type: 'date', headers: ['登记日期'] },
    transferredBy: { label: { zh: '转送机关', en: 'Transferred by' }, type: 'text', headers: ['交办机关', '转办单位'] },
    isRepeated: { label: { zh: '是否重复信访', en: 'Repeated' }, type: 'yes_no', headers: ['初重件', '重复信访'] },
  },
  headers: {
    asker: ['信访人', '信访人姓名', '上访人'],
    foreignId: ['信访编号', '信访件编号'],
    title: ['概况', '信访事由'],
    body: ['信访内容', '反映内容'],
  },
});
