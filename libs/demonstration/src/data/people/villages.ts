import type { UnitCast } from './cast.js';

/** Invented villages: branch secretary, resident first secretary or team leader, one committee member. */
export const villageCast: UnitCast[] = [
  {
    unitKey: 'v-liuyuankou',
    rows: [
      ['unit_head', '祝满仓', 'zhumancang', '村党支部书记、村委会主任', '2021-03-12'],
      ['unit_liaison', '司雨晴', 'siyuqing', '驻村第一书记', '2023-08-01'],
      ['unit_staff', '勾新年', 'gouxinnian', '村会计', '2021-04-01'],
    ],
  },
  {
    unitKey: 'v-xinhe',
    rows: [
      ['unit_head', '娄合生', 'louhesheng', '村党支部书记、村委会主任', '2021-03-15'],
      ['unit_liaison', '佘晓东', 'shexiaodong', '驻村第一书记', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-qiaotou',
    rows: [
      ['unit_head', '杨传家', 'yangchuanjia', '村党支部书记、村委会主任', '2021-03-10'],
      ['unit_liaison', '阙丽萍', 'queliping', '驻村工作队队长', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-qinfang',
    rows: [
      ['unit_head', '徐鸣岐', 'xumingqi', '村党支部书记、村委会主任', '2021-03-18'],
      ['unit_liaison', '闻子墨', 'wenzimo', '驻村第一书记', '2023-08-01'],
      ['unit_staff', '练小琴', 'lianxiaoqin', '村委会委员', '2021-04-06'],
    ],
  },
  {
    unitKey: 'v-tonglin',
    rows: [
      ['unit_head', '董同林', 'dongtonglin', '村党支部书记、村委会主任', '2021-03-11'],
      ['unit_liaison', '鲜志远', 'xianzhiyuan', '驻村工作队队长', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-shuyuan',
    rows: [
      ['unit_head', '郭长顺', 'guochangshun', '村党支部书记、村委会主任', '2021-03-16'],
      ['unit_liaison', '竺小曼', 'zhuxiaoman', '驻村第一书记', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-shuangjing',
    rows: [
      ['unit_head', '张双喜', 'zhangshuangxi', '村党支部书记、村委会主任', '2021-03-13'],
      ['unit_liaison', '危建华', 'weijianhua', '驻村工作队队长', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-huaishu',
    rows: [
      ['unit_head', '王根旺', 'wanggenwang', '村党支部书记、村委会主任', '2021-03-17'],
      ['unit_liaison', '占晓飞', 'zhanxiaofei', '驻村第一书记', '2023-08-01'],
      ['unit_staff', '李桂枝', 'liguizhi', '村妇联主席', '2021-04-09'],
    ],
  },
  {
    unitKey: 'v-dukou',
    rows: [
      ['unit_head', '赵长海', 'zhaochanghai', '村党支部书记、村委会主任', '2021-03-14'],
      ['unit_liaison', '邝志诚', 'kuangzhicheng', '驻村第一书记', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-miqiao',
    rows: [
      ['unit_head', '刘满堂', 'liumantang', '村党支部书记、村委会主任', '2021-03-19'],
      ['unit_liaison', '修小雅', 'xiuxiaoya', '驻村工作队队长', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-dongguan',
    rows: [
      ['unit_head', '陈守正', 'chenshouzheng', '村党支部书记、村委会主任', '2021-03-09'],
      ['unit_liaison', '上官明', 'shangguanming', '驻村第一书记', '2023-08-01'],
    ],
  },
  {
    unitKey: 'v-liangting',
    rows: [
      ['unit_head', '谢长青', 'xiechangqing', '村党支部书记、村委会主任', '2021-03-20'],
      ['unit_liaison', '欧阳雪', 'ouyangxue', '驻村工作队队长', '2023-08-01'],
    ],
  },
];
