/** One group of the patrol, and what it writes at the end of its days, one after the other. */
export interface DemoPatrol {
  readonly name: string;
  readonly leaderKey: string;
  readonly memberKey: string;
  readonly logs: readonly string[];
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
    logs: [
      '走2个乡镇，村内道路基本整洁。一处垃圾收集点清运晚于约定时间，已当面提醒保洁公司。',
      '走2个乡镇，沟塘水面有零星漂浮物，保洁员正在打捞。其余点位正常。',
      '走2个乡镇，集市散后有菜叶遗留，两小时后复看已清扫。',
      '走2个乡镇，垃圾桶数量够用，一处桶盖破损，村里已报镇上更换。',
      '走2个乡镇，主次道路干净。一户门前堆放秸秆，村干部当场帮助清走。',
      '走2个乡镇，前几日提醒的收集点今天按时清运，未再积存。',
    ],
  },
  {
    name: '巡查二组',
    leaderKey: 'bureau-first.officer-2',
    memberKey: 'environment.staff',
    logs: [
      '走2个乡镇，公厕均开放、有人管护。群众反映雨天沟渠返味，明日由下一组复看。',
      '走2个乡镇，一处公厕无照明，管护员说灯管已报修，约定三天内换好。',
      '走2个乡镇，入户问了四家，都说垃圾两天一清。收集点与台账一致。',
      '走2个乡镇，村头小广场落叶较多，保洁员下午清扫，记录在案不算问题。',
      '走2个乡镇，公厕照明已修好。村卫生室旁的垃圾桶今天满溢，打电话后半小时清运。',
      '走2个乡镇，未发现新情况，沟渠清淤已过半。',
    ],
  },
  {
    name: '巡查三组',
    leaderKey: 'bureau-first.officer-3',
    memberKey: 'housing.staff',
    logs: [
      '走2个乡镇，未见成片暴露垃圾。村口建筑垃圾一堆，现场联系村干部，当天清走。',
      '走2个乡镇，复看沟渠返味处，已撒药清理，气味减轻，建议列入清淤计划。',
      '走2个乡镇，清运车晚到一个半小时，司机称路上修路绕行，已记录。',
      '走2个乡镇，两处收集点分类标识褪色，镇上答应本周更换。',
      '走2个乡镇，养殖户粪污池加盖完好，周边无外溢。',
      '走2个乡镇，标识已更换一处，另一处明日再看。',
    ],
  },
];
