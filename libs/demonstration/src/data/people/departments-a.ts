import type { UnitCast } from './cast.js';

/** Party organs, offices and departments, first half of the protocol order. */
export const departmentCastA: UnitCast[] = [
  {
    unitKey: 'committee-office',
    rows: [
      ['unit_liaison', '白景瑞', 'baijingrui', '县委办公室督查联络员', '2022-09-13'],
      ['unit_staff', '谷雨桐', 'guyutong', '县委办公室综合科科员', '2024-05-06'],
    ],
  },
  {
    unitKey: 'government-office',
    rows: [
      ['unit_head', '易正阳', 'yizhengyang', '县政府办公室主任', '2022-06-15'],
      ['unit_liaison', '庞慧敏', 'panghuimin', '县政府办公室综合科科长', '2023-02-20'],
    ],
  },
  {
    unitKey: 'discipline',
    rows: [
      ['unit_head', '樊敬之', 'fanjingzhi', '县纪委副书记', '2022-08-22'],
      ['unit_liaison', '毛海燕', 'maohaiyan', '党风政风监督室主任', '2023-01-30'],
    ],
  },
  {
    unitKey: 'organisation',
    rows: [
      ['unit_head', '车建文', 'chejianwen', '常务副部长', '2021-12-27'],
      ['unit_liaison', '咸晓蕾', 'xianxiaolei', '干部监督科科长', '2022-10-31'],
    ],
  },
  {
    unitKey: 'publicity',
    rows: [
      ['unit_head', '耿志远', 'gengzhiyuan', '常务副部长', '2022-03-14'],
      ['unit_liaison', '虞佳音', 'yujiayin', '文明创建科科长', '2023-06-19'],
    ],
  },
  {
    unitKey: 'political-legal',
    rows: [
      ['unit_head', '宿长林', 'suchanglin', '常务副书记', '2022-05-30'],
      ['unit_liaison', '麻丽娟', 'malijuan', '基层治理科科长', '2023-04-10'],
    ],
  },
  {
    unitKey: 'rural-office',
    rows: [
      ['unit_head', '靳保田', 'jinbaotian', '县委农办主任', '2022-01-10'],
      ['unit_liaison', '阎雪峰', 'yanxuefeng', '综合股股长', '2022-07-25'],
      ['unit_staff', '边亚男', 'bianyanan', '监测帮扶股股长', '2023-03-13'],
    ],
  },
  {
    unitKey: 'congress-office',
    rows: [
      ['unit_head', '臧德全', 'zangdequan', '县人大常委会办公室主任', '2021-11-15'],
      ['unit_liaison', '诸葛敏', 'zhugemin', '代表联络科科长', '2022-08-01'],
    ],
  },
  {
    unitKey: 'cppcc-office',
    rows: [
      ['unit_head', '栾慧君', 'luanhuijun', '县政协办公室主任', '2022-02-28'],
      ['unit_liaison', '佟少华', 'tongshaohua', '提案委办公室主任', '2022-09-19'],
    ],
  },
  {
    unitKey: 'reform',
    rows: [
      ['unit_head', '周启明', 'zhouqiming', '党组书记、主任', '2022-03-21'],
      ['unit_liaison', '吕思远', 'lvsiyuan', '办公室主任', '2023-05-08'],
      ['unit_staff', '邓海洋', 'denghaiyang', '重点项目股股长', '2022-10-10'],
    ],
  },
  {
    unitKey: 'education',
    rows: [
      ['unit_head', '马静芳', 'majingfang', '党组书记、局长', '2022-04-18'],
      ['unit_liaison', '钱国栋', 'qianguodong', '办公室主任', '2022-09-05'],
      ['unit_staff', '孟晓庆', 'mengxiaoqing', '基础教育股股长', '2021-09-13'],
      ['unit_staff', '康文静', 'kangwenjing', '学校安全管理股股长', '2023-02-27'],
    ],
  },
  {
    unitKey: 'industry',
    rows: [
      ['unit_head', '陶永胜', 'taoyongsheng', '党组书记、局长', '2022-07-11'],
      ['unit_liaison', '倪晨曦', 'nichenxi', '办公室主任', '2023-03-20'],
      ['unit_staff', '鲍国平', 'baoguoping', '运行监测股股长', '2022-05-16'],
    ],
  },
  {
    unitKey: 'police',
    rows: [
      ['unit_liaison', '严立新', 'yanlixin', '指挥中心副主任', '2022-12-26'],
      ['unit_staff', '关大勇', 'guandayong', '交警大队秩序中队中队长', '2021-10-25'],
      ['unit_staff', '雷红旗', 'leihongqi', '治安管理大队副大队长', '2023-04-03'],
    ],
  },
  {
    unitKey: 'civil',
    rows: [
      ['unit_head', '田秀兰', 'tianxiulan', '党组书记、局长', '2022-02-21'],
      ['unit_liaison', '薛明月', 'xuemingyue', '办公室主任', '2022-11-07'],
      ['unit_staff', '申保国', 'shenbaoguo', '社会救助股股长', '2021-12-13'],
    ],
  },
  {
    unitKey: 'justice',
    rows: [
      ['unit_head', '侯敬民', 'houjingmin', '党组书记、局长', '2022-06-27'],
      ['unit_liaison', '闫小娟', 'yanxiaojuan', '办公室主任', '2023-01-09'],
      ['unit_staff', '翟文杰', 'zhaiwenjie', '公共法律服务管理股股长', '2022-04-25'],
    ],
  },
  {
    unitKey: 'finance',
    rows: [
      ['unit_head', '金善福', 'jinshanfu', '党组书记、局长', '2021-12-30'],
      ['unit_liaison', '尹晓彤', 'yinxiaotong', '办公室主任', '2022-10-24'],
      ['unit_staff', '陆国华', 'luguohua', '预算股股长', '2022-03-07'],
    ],
  },
  {
    unitKey: 'labour',
    rows: [
      ['unit_head', '曹志成', 'caozhicheng', '党组书记、局长', '2022-08-15'],
      ['unit_liaison', '彭雅丽', 'pengyali', '办公室主任', '2023-02-13'],
      ['unit_staff', '石建军', 'shijianjun', '劳动保障监察大队大队长', '2021-11-22'],
      ['unit_staff', '丁晓婷', 'dingxiaoting', '养老保险股股长', '2022-12-05'],
    ],
  },
  {
    unitKey: 'land',
    rows: [
      ['unit_head', '魏宏伟', 'weihongwei', '党组书记、局长', '2022-05-18'],
      ['unit_liaison', '范丽霞', 'fanlixia', '办公室主任', '2022-09-12'],
      ['unit_staff', '武志鹏', 'wuzhipeng', '耕地保护监督股股长', '2023-03-27'],
      ['unit_staff', '江晓冬', 'jiangxiaodong', '不动产登记中心副主任', '2022-01-24'],
    ],
  },
  {
    unitKey: 'environment',
    rows: [
      ['unit_head', '夏青山', 'xiaqingshan', '党组书记、局长', '2022-07-18'],
      ['unit_liaison', '史凌云', 'shilingyun', '办公室主任', '2023-05-22'],
      ['unit_staff', '龙文军', 'longwenjun', '生态环境综合行政执法大队大队长', '2022-02-07'],
    ],
  },
  {
    unitKey: 'housing',
    rows: [
      ['unit_head', '段立军', 'duanlijun', '党组书记、局长', '2022-11-28'],
      ['unit_liaison', '汪小倩', 'wangxiaoqian', '办公室主任', '2023-04-17'],
      ['unit_staff', '常建国', 'changjianguo', '物业管理服务中心主任', '2022-06-06'],
      ['unit_staff', '贾志恒', 'jiazhiheng', '建筑工程质量监督站站长', '2021-10-11'],
    ],
  },
  {
    unitKey: 'city',
    rows: [
      ['unit_head', '乔学义', 'qiaoxueyi', '党组书记、局长', '2024-04-08'],
      ['unit_liaison', '郝美玲', 'haomeiling', '办公室主任', '2022-08-29'],
      ['unit_staff', '崔大力', 'cuidali', '市政设施管理所所长', '2022-03-15'],
      ['unit_staff', '方云鹏', 'fangyunpeng', '城市管理综合执法大队副大队长', '2023-01-16'],
    ],
  },
];
