/** One group of the night raid: who goes, and to which village of the frame. */
export interface RaidGroup {
  readonly name: string;
  readonly charter: string;
  readonly leaderKey: string;
  readonly memberKey: string;
  readonly village: string;
  readonly unitKey: string;
}

/** What the named persons of the night raid chose as their passphrase; all of it is invented, so it may be known. */
export const raidPassphrase = '夜里十点半下雨 琴坊的桐花';

/** Named in the plan: who starts it, and the principal without whom nothing is released. */
export const raidKeepers = { planner: 'bureau.head', principal: 'magistrate' } as const;

/** The head of the plan. */
export const raidPlan = {
  name: '秋冬季农村环境夜查',
  contentClass: 'key_deployments',
  type: 'special',
  methods: ['unannounced_visit'],
  purpose: '了解夜间垃圾清运、公厕开放和值班值守的真实情况',
  scope: '村内主要道路、垃圾收集点、公厕、村部值班',
  frequencyWords: '每村一次，不打招呼、不要陪同、不要材料',
} as const;

/** Where the groups go; members come from departments and do not know what they are called for. */
export const raidGroups: readonly RaidGroup[] = [
  {
    name: '夜查一组',
    charter: '负责考城镇，先看收集点，再看村部值班',
    leaderKey: 'bureau-first.officer-4',
    memberKey: 'market.staff',
    village: '东关陈村',
    unitKey: 'kaocheng',
  },
  {
    name: '夜查二组',
    charter: '负责阎楼乡，先看公厕，再看主要道路',
    leaderKey: 'bureau-first.officer-5',
    memberKey: 'culture.staff',
    village: '凉亭村',
    unitKey: 'yanlou',
  },
];

/** What the called ones are told. */
export const raidCall = {
  place: '县政府西附楼三楼会议室',
  lasts: '当晚至次日中午',
  bring: '身份证、雨具、换洗衣物',
  words: '到场后统一上交手机，由工作人员登记保管。',
} as const;

/** What was said to the one who had not answered. */
export const raidRing = '电话通知本人，答复正在赶来，二十分钟内到。';

/** Telephones in custody by their owners, each with the signature that was drawn. */
export const raidPhones = [
  {
    key: 'bureau-first.officer-4',
    description: '黑色华为手机一部，屏幕左上角有裂纹',
    signature: 'M60 120L110 60L160 140L210 70L270 130',
  },
  { key: 'market.staff', description: '白色小米手机一部', signature: 'M50 90L120 150L190 50L250 140L330 80L390 120' },
  { key: 'culture.staff', description: '蓝色荣耀手机一部', signature: 'M70 60L90 150L180 100L240 160L300 60' },
] as const;

/** Whose telephone went back by now. */
export const raidPhonesReturned = ['culture.staff'] as const;
