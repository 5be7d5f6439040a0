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
  /** What the unit asks for instead of working on: more time, or that it is another unit's. */
  request?: DeskRequest;
}

/** What a unit asks the bureau for (延期、退办), or how it takes the slip that its lateness brings (督办单). */
export type DeskRequest =
  | { readonly kind: 'time'; readonly progress: string; readonly reason: string; readonly days: number }
  | {
      readonly kind: 'slip';
      /** Its reason, or what it objects; absent: it has not said anything yet. */
      readonly says?: { readonly as: 'reply' | 'objection'; readonly words: string };
    }
  | {
      readonly kind: 'dispute';
      readonly ground: string;
      readonly legalBasis: string;
      readonly responsibleUnitKey: string;
      /** Why the share moves there; absent: the ruling is still waited for. */
      readonly ruling?: string;
    };

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
  {
    key: 'desk-drain-survey',
    byKey: 'executive',
    title: '老城区排水管网病害普查',
    demand: '积水点年年修年年积，把管网病害查清楚，一图一表报我。',
    leadUnitKey: 'housing',
    assistUnitKeys: ['city'],
    dueInDays: 9,
    daysAgo: 6,
    time: '09:20',
    stage: 'sent',
    place: '老城区',
    topic: '排水管网病害',
    shelf: 'works',
    request: {
      kind: 'time',
      progress: '已完成建设路以南六个片区的管网检测，共查出病害三十一处；建设路以北四个片区正在封堵降水。',
      reason: '北片区连日降雨，管内水位高，检测设备无法下井，需待水位回落后作业。',
      days: 12,
    },
  },
  {
    key: 'desk-roadside-trees',
    byKey: 'magistrate',
    title: '县道行道树遮挡标志标线',
    demand: '树挡住了标志，抓紧修剪，注意别一剪了之。',
    leadUnitKey: 'city',
    dueInDays: 12,
    daysAgo: 1,
    time: '08:50',
    stage: 'sent',
    place: '县道沿线',
    topic: '行道树遮挡标志',
    shelf: 'traffic',
    request: {
      kind: 'dispute',
      ground: '县道及其绿化设施由公路管理机构管养，我局负责城区道路绿化，该路段均在城区以外。',
      legalBasis: '《公路法》第八条、第四十二条',
      responsibleUnitKey: 'transport',
    },
  },
  {
    key: 'desk-gas-bottles',
    byKey: 'executive',
    title: '餐饮场所瓶装燃气使用安全',
    demand: '餐饮场所的气瓶、软管、报警器逐户过一遍。',
    leadUnitKey: 'market',
    dueInDays: 20,
    daysAgo: 8,
    time: '10:40',
    stage: 'sent',
    place: '城区餐饮场所',
    topic: '瓶装燃气使用',
    shelf: 'safety',
    request: {
      kind: 'dispute',
      ground: '餐饮场所燃气使用安全由燃气管理部门负责，我局负责气瓶及燃气器具的质量监督。',
      legalBasis: '《城镇燃气管理条例》第五条',
      responsibleUnitKey: 'housing',
      ruling: '燃气管理职责在住建局，由住建局牵头；气瓶质量问题请市场监管局按职责配合。',
    },
  },
  {
    key: 'desk-manhole-covers',
    byKey: 'magistrate',
    title: '城区窨井盖缺损排查更换',
    demand: '学校、医院、菜市场周边先换，一处一档，换完报我。',
    leadUnitKey: 'city',
    dueInDays: 12,
    daysAgo: 15,
    time: '09:10',
    stage: 'sent',
    place: '城区主次干道',
    topic: '窨井盖缺损',
    shelf: 'works',
    request: { kind: 'slip' },
  },
  {
    key: 'desk-billboards',
    byKey: 'executive',
    title: '临街户外广告牌匾安全整治',
    demand: '大风季前把松动、锈蚀的牌匾清一遍，列出清单。',
    leadUnitKey: 'city',
    assistUnitKeys: ['market'],
    dueInDays: 14,
    daysAgo: 20,
    time: '10:30',
    stage: 'sent',
    place: '城区临街门店',
    topic: '广告牌匾松动',
    shelf: 'enforcement',
    request: {
      kind: 'slip',
      says: {
        as: 'reply',
        words: '已排查牌匾1260块，拆除43块。其余17块需高空作业车，车辆检修后进场，预计五个工作日内清零。',
      },
    },
  },
  {
    key: 'desk-heating-leaks',
    byKey: 'magistrate',
    title: '老旧小区供热管网渗漏抢修',
    demand: '供热前全部修完，别让群众受冻。',
    leadUnitKey: 'housing',
    dueInDays: 10,
    daysAgo: 17,
    time: '15:20',
    stage: 'sent',
    place: '老旧小区',
    topic: '供热管网渗漏',
    shelf: 'works',
    request: {
      kind: 'slip',
      says: {
        as: 'objection',
        words: '抢修已按期完工，因系统内附件未上传成功未能报结，完工单已书面送贵局，请核实撤销。',
      },
    },
  },
];
