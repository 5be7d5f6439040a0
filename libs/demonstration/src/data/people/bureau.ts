import type { UnitCast } from './cast.js';

/** The supervision bureau: head, officers, clerks. */
export const bureauCast: UnitCast[] = [
  {
    unitKey: 'bureau',
    rows: [
      ['bureau_head', '穆立诚', 'mulicheng', '督查局局长', '2021-08-30'],
      ['bureau_officer', '章丽萍', 'zhangliping', '督查局副局长（督办）', '2022-02-16'],
      ['bureau_officer', '岳海平', 'yuehaiping', '督查局副局长（核查）', '2024-04-08'],
    ],
  },
  {
    unitKey: 'bureau-general',
    rows: [
      ['bureau_officer', '盛佳慧', 'shengjiahui', '综合科科长', '2022-07-04'],
      ['bureau_clerk', '温小雨', 'wenxiaoyu', '综合科内勤', '2023-07-10'],
      ['bureau_clerk', '桂新民', 'guixinmin', '综合科内勤（登记）', '2022-03-28'],
      ['bureau_clerk', '阮思彤', 'ruansitong', '综合科内勤（档案）', '2024-02-26'],
    ],
  },
  {
    unitKey: 'bureau-first',
    rows: [
      ['bureau_officer', '华志刚', 'huazhigang', '督办一科科长', '2021-12-06'],
      ['bureau_officer', '祁玉洁', 'qiyujie', '督办一科督查员', '2022-05-09'],
      ['bureau_officer', '路向阳', 'luxiangyang', '督办一科督查员', '2023-08-21'],
      ['bureau_officer', '单文博', 'shanwenbo', '督办一科督查员', '2024-03-11'],
      ['bureau_officer', '艾春梅', 'aichunmei', '督办一科督查员', '2022-11-14'],
    ],
  },
  {
    unitKey: 'bureau-second',
    rows: [
      ['bureau_officer', '滕国庆', 'tengguoqing', '督办二科科长', '2022-01-17'],
      ['bureau_officer', '霍雪莹', 'huoxueying', '督办二科督查员', '2023-05-15'],
      ['bureau_officer', '仲家豪', 'zhongjiahao', '督办二科督查员', '2024-06-03'],
      ['bureau_officer', '宫秀珍', 'gongxiuzhen', '督办二科督查员', '2022-09-26'],
    ],
  },
  {
    unitKey: 'bureau-verify',
    rows: [
      ['bureau_officer', '聂长河', 'niechanghe', '核查科科长', '2021-12-20'],
      ['bureau_officer', '舒婉婷', 'shuwanting', '核查科督查员', '2023-03-06'],
      ['bureau_officer', '暴铁军', 'baotiejun', '核查科督查员', '2022-06-20'],
      ['bureau_officer', '解元朗', 'xieyuanlang', '核查科督查员', '2024-01-15'],
      ['bureau_clerk', '葛欣怡', 'gexinyi', '核查科内勤', '2023-09-04'],
    ],
  },
];
