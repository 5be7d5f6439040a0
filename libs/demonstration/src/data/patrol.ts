/** One group of the patrol, and what it writes at the end of a day. */
export interface DemoPatrol {
  readonly name: string;
  readonly leaderKey: string;
  readonly memberKey: string;
  readonly log: string;
}

/** Villages that the patrol comes through, with the township that answers for each; all of them are invented. */
export const patrolVillages = [
  { name: '双井坡村', unitName: '小宋镇', unitKey: 'xiaosong' },
  { name: '大槐树村', unitName: '仪封镇', unitKey: 'yifeng' },
  { name: '渡口赵村', unitName: '三义寨乡', unitKey: 'sanyizhai' },
  { name: '米桥村', unitName: '红庙镇', unitKey: 'hongmiao' },
  { name: '东关陈村', unitName: '考城镇', unitKey: 'kaocheng' },
  { name: '凉亭村', unitName: '阎楼乡', unitKey: 'yanlou' },
] as const;

/** The head of its plan. */
export const patrolPlan = {
  name: '农村生活垃圾清运常态化巡查',
  purpose: '掌握各乡镇日常保洁和清运的真实情况，小问题当天发现、当天交办',
  scope: '村内主要道路、垃圾收集点、公厕、沟塘',
  frequencyWords: '每组每天走两个乡镇，次日轮换，不打招呼、不要陪同',
};

/** Three groups that change places every day. */
export const patrols: readonly DemoPatrol[] = [
  {
    name: '巡查一组',
    leaderKey: 'bureau-first.officer',
    memberKey: 'city.staff-2',
    log: '走2个乡镇，村内道路基本整洁。一处垃圾收集点清运晚于约定时间，已当面提醒保洁公司。',
  },
  {
    name: '巡查二组',
    leaderKey: 'bureau-first.officer-2',
    memberKey: 'environment.staff',
    log: '走2个乡镇，公厕均开放、有人管护。群众反映雨天沟渠返味，明日由下一组复看。',
  },
  {
    name: '巡查三组',
    leaderKey: 'bureau-first.officer-3',
    memberKey: 'housing.staff',
    log: '走2个乡镇，未见成片暴露垃圾。村口建筑垃圾一堆，现场联系村干部，当天清走。',
  },
];
