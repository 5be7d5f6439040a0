import { type ClockRule, counted, type Importance, type LawProfile, naturalDays, workingDays } from './law-profile.js';

/** A result on a leader's words, by the haste that was asked for. */
const asked = (importance: Importance, title: string, titleZh: string, days: number): ClockRule => ({
  ...report(importance, title, titleZh, days),
  importance,
});

const report = (code: string, title: string, titleZh: string, days: number): ClockRule => ({
  code,
  title,
  titleZh,
  article: '—',
  startsAt: 'received',
  holder: 'unit',
  term: naturalDays(days),
});

/** Leaders' instructions, inspections and performance. */
export const supervisionProfiles: readonly LawProfile[] = [
  counted({
    code: 'local.instruction',
    title: 'Leaders’ instructions, as office rules have it',
    titleZh: '领导批示办理（各地办公室规则）',
    source: '各地政府办公室督查工作规则',
    place: '',
    kinds: ['instruction', 'field_visit'],
    from: '2018-01-01',
    clocks: [
      asked('urgent', 'Result reported, urgent', '反馈结果（急件）', 5),
      asked('ordinary', 'Result reported, ordinary', '反馈结果（一般）', 15),
      asked('hard', 'Result reported, hard', '反馈结果（疑难）', 30),
      {
        code: 'report_up',
        title: 'Report to the government after closing',
        titleZh: '办结后书面报告',
        article: '—',
        startsAt: 'closed',
        holder: 'bureau',
        term: naturalDays(7),
      },
    ],
  }),
  counted({
    code: 'local.documents',
    title: 'Documents and decisions of meetings, as office rules have it',
    titleZh: '文件、会议议定事项办理（各地办公室规则）',
    source: '各地政府办公室督查工作规则',
    place: '',
    kinds: ['superior_document', 'meeting_decision'],
    from: '2018-01-01',
    clocks: [
      report('document', 'Result reported on a document', '文件落实情况反馈', 30),
      report('minutes', 'Result reported on a meeting’s decision', '会议纪要落实情况反馈', 20),
    ],
  }),
  counted({
    code: 'cn.inspection_review',
    title: 'Government inspection regulation, review',
    titleZh: '政府督查工作条例：复核',
    source: '政府督查工作条例（2021-02-01施行）',
    place: '',
    kinds: [],
    from: '2021-02-01',
    clocks: [
      {
        code: 'apply',
        title: 'Application for review',
        titleZh: '申请复核',
        article: '第17条',
        startsAt: 'served',
        holder: 'object',
        term: naturalDays(30),
      },
      {
        code: 'decide',
        title: 'Decision on the review',
        titleZh: '作出复核决定',
        article: '第17条',
        startsAt: 'applied',
        holder: 'bureau',
        term: naturalDays(30),
      },
    ],
  }),
  counted({
    code: 'hangzhou.performance',
    title: 'Hangzhou performance management 2015',
    titleZh: '杭州市绩效管理条例（2015）',
    source: '杭州市绩效管理条例（2015-10-14）',
    place: '3301',
    kinds: [],
    from: '2015-10-14',
    clocks: [
      {
        code: 'explain',
        title: 'Explanation after a notice of problems',
        titleZh: '问题通知后书面说明',
        article: '第20条、第25条、第28条至第36条',
        startsAt: 'noticed',
        holder: 'unit',
        term: workingDays(10),
      },
      {
        code: 'object',
        title: 'Objection to the result',
        titleZh: '对结果提出异议',
        article: '第20条、第25条、第28条至第36条',
        startsAt: 'noticed',
        holder: 'unit',
        term: workingDays(3),
      },
      {
        code: 'recheck',
        title: 'Decision on the objection',
        titleZh: '异议复核决定',
        article: '第20条、第25条、第28条至第36条',
        startsAt: 'applied',
        holder: 'bureau',
        term: workingDays(10),
      },
    ],
  }),
];
