import { kindTable } from './kind-table.js';

/** 领导批示 */
export const instruction = kindTable({
  label: { zh: '领导批示', en: "Leader's instruction" },
  mark: '批',
  replyTo: 'principal',
  ofPrincipal: true,
  fields: {
    instructedOn: { label: { zh: '批示日期', en: 'Instructed on' }, type: 'date', headers: ['批示时间'] },
    onDocument: {
      label: { zh: '批示所在文件', en: 'Written on' },
      type: 'text',
      headers: ['来文标题', '文件名称', '文件'],
    },
    haste: {
      label: { zh: '缓急', en: 'Haste' },
      type: 'choice',
      headers: ['紧急程度', 'urgency'],
      choices: [
        { code: 'urgent', label: { zh: '特急', en: 'urgent' }, alsoWritten: ['紧急', '加急', '急件', '急'] },
        { code: 'ordinary', label: { zh: '一般', en: 'ordinary' }, alsoWritten: ['普通', '平件'] },
        { code: 'hard', label: { zh: '疑难', en: 'hard' }, alsoWritten: ['复杂'] },
      ],
    },
  },
  headers: { principal: ['批示领导', '领导', '领导姓名', 'leader', 'principal'], body: ['批示内容', '批示'] },
});

/** 调研交办 */
export const fieldVisit = kindTable({
  label: { zh: '调研交办', en: 'Field visit' },
  mark: '调',
  replyTo: 'principal',
  ofPrincipal: true,
  fields: {
    visitedOn: { label: { zh: '调研日期', en: 'Visited on' }, type: 'date', required: true, headers: ['调研时间'] },
    place: { label: { zh: '调研地点', en: 'Place' }, type: 'text', required: true, headers: ['地点'] },
    company: { label: { zh: '陪同人员', en: 'In company of' }, type: 'text', headers: ['参加人员'] },
  },
  headers: { principal: ['调研领导', '领导', '领导姓名', 'leader', 'principal'], body: ['交办内容', '调研指示'] },
});

/** 会议议定事项 */
export const meetingDecision = kindTable({
  label: { zh: '会议议定事项', en: 'Meeting decision' },
  mark: '会',
  ofMeeting: true,
  fields: {
    heldOn: { label: { zh: '会议日期', en: 'Held on' }, type: 'date', headers: ['会议时间'] },
    minutesNo: { label: { zh: '纪要文号', en: 'Minutes no.' }, type: 'text', headers: ['会议纪要', '纪要编号'] },
    item: { label: { zh: '议题', en: 'Item' }, type: 'text', headers: ['议定事项序号', '议题序号'] },
  },
  headers: { meeting: ['会议名称', '会议', 'meeting'], body: ['议定内容', '议定意见'] },
});

/** 政府工作报告任务 */
export const workReport = kindTable({
  label: { zh: '政府工作报告任务', en: 'Work report' },
  mark: '报',
  bodyMayBeTitle: true,
  fields: {
    reportYear: {
      label: { zh: '报告年度', en: 'Year of the report' },
      type: 'number',
      required: true,
      headers: ['年度', '年份'],
    },
    chapter: { label: { zh: '所在章节', en: 'Chapter' }, type: 'text', headers: ['章节', '篇章'] },
    clause: { label: { zh: '报告原文', en: 'Clause' }, type: 'long_text', headers: ['原文', '条文'] },
    target: {
      label: { zh: '年度目标', en: 'Target of the year' },
      type: 'text',
      headers: ['目标', '目标任务', '指标'],
    },
  },
  headers: { title: ['任务名称', '任务', '重点任务'], body: ['任务内容', '工作要求'] },
});
