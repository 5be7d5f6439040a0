/** A village of the frame, with the township that answers for it. */
export interface DemoVillage {
  readonly name: string;
  readonly unitName: string;
}

/** What a group found at a place. `place` is a village; people by their keys. */
export interface DemoFinding {
  readonly place: string;
  readonly byKey: string;
  readonly clause: string;
  readonly words: string;
  readonly severity: 'minor' | 'ordinary' | 'serious';
  readonly conduct: 'delay' | 'pretence' | null;
  readonly result: 'undone' | 'falsified' | null;
}

/** One group: who goes, and where to. `places` are villages. */
export interface DemoGroup {
  readonly name: string;
  readonly charter: string;
  readonly leaderKey: string;
  readonly memberKey: string;
  readonly places: readonly string[];
  readonly unitKeys: readonly string[];
}

/** Villages of two townships; all of them are invented. */
export const villages: readonly DemoVillage[] = [
  ...['琴坊村', '桐林村', '北岗村', '南洼村'].map((name) => ({ name, unitName: '堌阳镇' })),
  ...['柳园滩村', '新河湾村', '老坝村', '沙窝村'].map((name) => ({ name, unitName: '东坝头镇' })),
];

/** Units that are inspected. */
export const objectKeys = ['guyang', 'dongbatou'] as const;

const clause = (key: string, text: string, redLine = false) => ({
  key,
  text,
  rule: 'yes_no' as const,
  points: redLine ? 0 : 10,
  redLine,
});

/** The standard that the groups check by. */
export const standard = {
  code: 'village-environment',
  name: '农村人居环境检查标准',
  passMark: 30,
  clauses: [
    clause('rubbish', '村内无成片暴露垃圾'),
    clause('sewage', '沟塘无黑臭水体、污水不横流'),
    clause('toilet', '公厕有人管护、能正常使用', true),
    clause('bins', '垃圾桶完好、日产日清'),
    { key: 'cleaners', text: '在岗保洁员人数', rule: 'at_least' as const, limit: 2, points: 10, redLine: false },
  ],
};

/** The head of the plan. */
export const plan = {
  name: '农村人居环境暗访督查',
  purpose: '了解两个镇村庄清洁和垃圾清运的真实情况',
  scope: '村内道路、沟塘、公厕、垃圾收集点，农户房前屋后',
  frequencyWords: '每村不超过半天，不要求陪同、不要求准备材料',
};

/** Four groups; some of their people come from departments. */
export const groups: readonly DemoGroup[] = [
  {
    name: '第一组',
    charter: '负责堌阳镇东片',
    leaderKey: 'bureau-second.officer',
    memberKey: 'agriculture.staff',
    places: ['琴坊村', '桐林村'],
    unitKeys: [],
  },
  {
    name: '第二组',
    charter: '负责堌阳镇西片和新河湾村',
    leaderKey: 'agriculture.staff-2',
    memberKey: 'bureau-second.officer-2',
    places: ['北岗村', '新河湾村'],
    unitKeys: [],
  },
  {
    name: '第三组',
    charter: '负责东坝头镇沿黄村',
    leaderKey: 'bureau-verify.officer',
    memberKey: 'bureau-verify.officer-2',
    places: ['柳园滩村', '老坝村'],
    unitKeys: [],
  },
  {
    name: '第四组',
    charter: '负责查阅两个镇的清运台账',
    leaderKey: 'bureau.officer-2',
    memberKey: 'bureau-verify.officer-3',
    places: [],
    unitKeys: ['guyang', 'dongbatou'],
  },
];

const found = (
  place: string,
  byKey: string,
  of: string,
  words: string,
  more: Partial<DemoFinding> = {},
): DemoFinding => ({
  ...{ place, byKey, clause: of, words, severity: 'ordinary', conduct: null, result: null },
  ...more,
});

/** What the first days brought, in this order. */
export const findings: readonly DemoFinding[] = [
  found('琴坊村', 'bureau-second.officer', 'rubbish', '村东头坑塘边约30平方米生活垃圾未清运，异味明显', {
    conduct: 'delay',
    result: 'undone',
  }),
  found('北岗村', 'agriculture.staff-2', 'toilet', '村委会公厕上锁停用，门上贴有“迎检专用”', {
    severity: 'serious',
    conduct: 'pretence',
    result: 'falsified',
  }),
  found('北岗村', 'bureau-second.officer-2', 'rubbish', '村西机耕路旁倾倒建筑垃圾两处'),
  found('柳园滩村', 'bureau-verify.officer', 'rubbish', '村北废弃砖窑内堆放生活垃圾约2车'),
  found('琴坊村', 'agriculture.staff', 'bins', '文化广场旁4个垃圾桶全部满溢'),
  found('柳园滩村', 'bureau-verify.officer-2', 'sewage', '主街北段污水外溢约20米', { severity: 'minor' }),
];

/** How many of them, from the first, a second person has confirmed. */
export const confirmedFindings = 4;
