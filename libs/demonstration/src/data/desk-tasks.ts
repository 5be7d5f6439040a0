import type { StoryShelfName } from './types.js';

/** How far a task that a leader or the bureau thought of had come. */
export type DeskStage = 'left' | 'proposed' | 'approved' | 'turned_down' | 'sent';

/** A task that began on a desk, not with a matter. */
export interface DeskTask {
  key: string;
  /** Person key: a principal, who may leave much empty, or an officer of the bureau. */
  byKey: string;
  /** Principal before whom an officer's proposal goes. */
  forKey?: string;
  title: string;
  demand: string;
  leadUnitKey?: string;
  assistUnitKeys?: string[];
  dueInDays?: number;
  daysAgo: number;
  time: string;
  stage: DeskStage;
  place: string;
  topic: string;
  shelf: StoryShelfName;
}

/** What leaders assigned in a few words, and what the bureau proposed on its own account. */
export const deskTasks: DeskTask[] = [
  {
    key: 'desk-river-levee',
    byKey: 'magistrate',
    title: '汛前黄河滩区撤离路线踏勘',
    demand: '逐村走一遍撤离路线，标出卡口和积水点，列清单报我。',
    leadUnitKey: 'river',
    assistUnitKeys: ['emergency', 'guying'],
    dueInDays: 20,
    daysAgo: 33,
    time: '08:40',
    stage: 'sent',
    place: '滩区各村',
    topic: '撤离路线卡口',
    shelf: 'safety',
  },
  {
    key: 'desk-hall-hours',
    byKey: 'executive',
    title: '政务大厅午间不断档',
    demand: '群众反映中午办不了事，安排轮班，十日内见效。',
    leadUnitKey: 'approval',
    dueInDays: 14,
    daysAgo: 26,
    time: '11:20',
    stage: 'sent',
    place: '政务服务大厅',
    topic: '午间窗口无人值守',
    shelf: 'service',
  },
  {
    key: 'desk-harvest-roads',
    byKey: 'deputy-secretary',
    title: '三夏机收转运通道清障',
    demand: '农机进田的路不能堵，清一次、管一季。',
    leadUnitKey: 'agriculture',
    assistUnitKeys: ['transport'],
    dueInDays: 18,
    daysAgo: 12,
    time: '09:05',
    stage: 'sent',
    place: '各乡镇机收通道',
    topic: '通道堆物占道',
    shelf: 'farming',
  },
  {
    key: 'desk-school-gate',
    byKey: 'secretary',
    title: '城区学校门口上放学拥堵',
    demand: '',
    daysAgo: 2,
    time: '07:45',
    stage: 'left',
    place: '城区学校门口',
    topic: '上放学拥堵',
    shelf: 'traffic',
  },
  {
    key: 'desk-night-market',
    byKey: 'magistrate',
    title: '夜市油烟与占道',
    demand: '既要烟火气也要干净，拿个管法。',
    daysAgo: 1,
    time: '21:30',
    stage: 'left',
    place: '夜市街区',
    topic: '油烟与占道',
    shelf: 'enforcement',
  },
  {
    key: 'desk-clinic-drugs',
    byKey: 'magistrate',
    title: '村卫生室常用药配备',
    demand: '老人常用药不能断，摸清缺口。',
    leadUnitKey: 'health',
    dueInDays: 25,
    daysAgo: 5,
    time: '16:10',
    stage: 'proposed',
    place: '各村卫生室',
    topic: '常用药缺货',
    shelf: 'health',
  },
  {
    key: 'desk-old-lifts',
    byKey: 'bureau-second.officer',
    forKey: 'executive',
    title: '十五年以上老旧电梯安全评估',
    demand: '近两月同类留言较多，建议由市场监管局牵头逐台评估，住建局配合维修资金使用。',
    leadUnitKey: 'market',
    assistUnitKeys: ['housing'],
    dueInDays: 45,
    daysAgo: 4,
    time: '15:25',
    stage: 'proposed',
    place: '老旧小区电梯',
    topic: '电梯故障频发',
    shelf: 'safety',
  },
  {
    key: 'desk-wage-deposit',
    byKey: 'bureau-first.officer-2',
    forKey: 'magistrate',
    title: '在建项目工资保证金全面核查',
    demand: '欠薪类留言占比上升，建议对在建项目工资专户和保证金逐一核查。',
    leadUnitKey: 'labour',
    assistUnitKeys: ['housing', 'transport'],
    dueInDays: 30,
    daysAgo: 7,
    time: '10:15',
    stage: 'approved',
    place: '在建项目',
    topic: '工资保证金不到位',
    shelf: 'payment',
  },
  {
    key: 'desk-street-names',
    byKey: 'bureau-general.officer',
    forKey: 'deputy-secretary',
    title: '道路标识牌统一更换',
    demand: '部分路牌破损、名称不一，建议统一更换。',
    leadUnitKey: 'civil',
    dueInDays: 60,
    daysAgo: 16,
    time: '09:50',
    stage: 'turned_down',
    place: '城区道路',
    topic: '路牌破损',
    shelf: 'works',
  },
];
