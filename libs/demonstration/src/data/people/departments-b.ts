import type { UnitCast } from './cast.js';

/** Departments, institutions and utilities, second half of the protocol order. */
export const departmentCastB: UnitCast[] = [
  {
    unitKey: 'transport',
    rows: [
      ['unit_head', '顾海涛', 'guhaitao', '党组书记、局长', '2022-09-20'],
      ['unit_liaison', '邹丽华', 'zoulihua', '办公室主任', '2023-06-05'],
      ['unit_staff', '孔令军', 'konglingjun', '农村公路管理所所长', '2022-04-06'],
    ],
  },
  {
    unitKey: 'water',
    rows: [
      ['unit_head', '万春明', 'wanchunming', '党组书记、局长', '2022-01-19'],
      ['unit_liaison', '白雪松', 'baixuesong', '办公室主任', '2022-10-08'],
      ['unit_staff', '谭永杰', 'tanyongjie', '农村水利股股长', '2023-02-06'],
    ],
  },
  {
    unitKey: 'agriculture',
    rows: [
      ['unit_head', '潘学农', 'panxuenong', '党组书记、局长', '2022-03-31'],
      ['unit_liaison', '黎晓燕', 'lixiaoyan', '办公室主任', '2022-12-12'],
      ['unit_staff', '袁春生', 'yuanchunsheng', '农田建设管理股股长', '2022-05-23'],
      ['unit_staff', '蔡玉梅', 'caiyumei', '农业技术推广中心主任', '2021-11-29'],
    ],
  },
  {
    unitKey: 'commerce',
    rows: [
      ['unit_head', '贺芳菲', 'hefangfei', '党组书记、局长', '2023-01-04'],
      ['unit_liaison', '戴志豪', 'daizhihao', '办公室主任', '2023-07-03'],
    ],
  },
  {
    unitKey: 'culture',
    rows: [
      ['unit_head', '余向阳', 'yuxiangyang', '党组书记、局长', '2022-08-08'],
      ['unit_liaison', '苏婉清', 'suwanqing', '办公室主任', '2022-11-21'],
      ['unit_staff', '牛建业', 'niujianye', '公共服务股股长', '2023-03-02'],
    ],
  },
  {
    unitKey: 'health',
    rows: [
      ['unit_head', '卢振宇', 'luzhenyu', '党组书记、主任', '2022-06-13'],
      ['unit_liaison', '叶丽君', 'yelijun', '办公室主任', '2023-04-24'],
      ['unit_staff', '安志兰', 'anzhilan', '医政医管股股长', '2022-02-14'],
      ['unit_staff', '施文秀', 'shiwenxiu', '疾病预防控制股股长', '2022-09-27'],
    ],
  },
  {
    unitKey: 'veterans',
    rows: [
      ['unit_head', '向卫东', 'xiangweidong', '党组书记、局长', '2022-05-05'],
      ['unit_liaison', '洪玉芬', 'hongyufen', '办公室主任', '2023-02-08'],
    ],
  },
  {
    unitKey: 'emergency',
    rows: [
      ['unit_head', '邵铁柱', 'shaotiezhu', '党委书记、局长', '2022-10-27'],
      ['unit_liaison', '龚小磊', 'gongxiaolei', '办公室主任', '2023-05-29'],
      ['unit_staff', '米建设', 'mijianshe', '危险化学品监管股股长', '2022-07-07'],
    ],
  },
  {
    unitKey: 'audit',
    rows: [
      ['unit_head', '文秀琴', 'wenxiuqin', '党组书记、局长', '2021-12-08'],
      ['unit_liaison', '毕海波', 'bihaibo', '办公室主任', '2022-08-17'],
    ],
  },
  {
    unitKey: 'market',
    rows: [
      ['unit_head', '赖国强', 'laiguoqiang', '党组书记、局长', '2022-04-29'],
      ['unit_liaison', '覃雪梅', 'qinxuemei', '办公室主任', '2022-12-29'],
      ['unit_staff', '芦志伟', 'luzhiwei', '消费者权益保护股股长', '2023-03-16'],
      ['unit_staff', '童丽娜', 'tonglina', '食品安全协调股股长', '2022-06-21'],
    ],
  },
  {
    unitKey: 'statistics',
    rows: [
      ['unit_head', '甘明理', 'ganmingli', '党组书记、局长', '2022-02-11'],
      ['unit_liaison', '焉小棠', 'yanxiaotang', '办公室主任', '2023-01-18'],
    ],
  },
  {
    unitKey: 'insurance',
    rows: [
      ['unit_head', '熊慧珍', 'xionghuizhen', '党组书记、局长', '2022-07-29'],
      ['unit_liaison', '季文斌', 'jiwenbin', '办公室主任', '2023-03-08'],
      ['unit_staff', '项丽红', 'xianglihong', '待遇保障股股长', '2022-05-11'],
    ],
  },
  {
    unitKey: 'petition',
    rows: [
      ['unit_head', '屈守信', 'qushouxin', '县政府办公室副主任、县信访局局长', '2022-09-08'],
      ['unit_liaison', '丛小满', 'congxiaoman', '办公室主任', '2023-06-12'],
    ],
  },
  {
    unitKey: 'approval',
    rows: [
      ['unit_head', '俞佩兰', 'yupeilan', '党组书记、局长', '2022-03-24'],
      ['unit_liaison', '冉志超', 'ranzhichao', '办公室主任', '2022-11-16'],
      ['unit_staff', '明小莉', 'mingxiaoli', '政务服务大厅管理股股长', '2023-04-13'],
    ],
  },
  {
    unitKey: 'forestry',
    rows: [
      ['unit_head', '林茂青', 'linmaoqing', '主任', '2022-01-06'],
      ['unit_liaison', '柏玉珠', 'baiyuzhu', '办公室主任', '2022-10-20'],
    ],
  },
  {
    unitKey: 'devzone',
    rows: [
      ['unit_liaison', '房建平', 'fangjianping', '党政办公室主任', '2023-06-26'],
      ['unit_staff', '芮晓宇', 'ruixiaoyu', '企业服务中心主任', '2023-08-14'],
    ],
  },
  {
    unitKey: 'tax',
    rows: [
      ['unit_head', '纪宏达', 'jihongda', '党委书记、局长', '2022-08-31'],
      ['unit_liaison', '丘雅琴', 'qiuyaqin', '纳税服务股股长', '2023-02-22'],
    ],
  },
  {
    unitKey: 'fire',
    rows: [
      ['unit_head', '郎志勇', 'langzhiyong', '大队长', '2023-05-06'],
      ['unit_liaison', '费凯旋', 'feikaixuan', '防火监督员', '2023-09-11'],
    ],
  },
  {
    unitKey: 'river',
    rows: [
      ['unit_head', '黄振平', 'huangzhenping', '党组书记、局长', '2022-04-15'],
      ['unit_liaison', '游海涛', 'youhaitao', '办公室主任', '2022-12-01'],
    ],
  },
  {
    unitKey: 'fund',
    rows: [
      ['unit_head', '颜丽珊', 'yanlishan', '主任', '2022-06-29'],
      ['unit_liaison', '应国安', 'yingguoan', '综合科科长', '2023-03-29'],
    ],
  },
  {
    unitKey: 'disabled',
    rows: [
      ['unit_head', '左文慧', 'zuowenhui', '理事长', '2022-05-17'],
      ['unit_liaison', '计春生', 'jichunsheng', '办公室主任', '2022-11-09'],
    ],
  },
  {
    unitKey: 'power',
    rows: [
      ['unit_head', '成志坚', 'chengzhijian', '总经理', '2022-07-05'],
      ['unit_liaison', '梅小飞', 'meixiaofei', '办公室主任', '2023-01-11'],
      ['unit_staff', '班建伟', 'banjianwei', '配电运检部主任', '2022-09-29'],
    ],
  },
  {
    unitKey: 'tap-water',
    rows: [
      ['unit_head', '廖永清', 'liaoyongqing', '总经理', '2022-02-17'],
      ['unit_liaison', '隋丽英', 'suiliying', '客户服务部主任', '2023-04-06'],
    ],
  },
  {
    unitKey: 'gas',
    rows: [
      ['unit_head', '燕志平', 'yanzhiping', '总经理', '2023-02-02'],
      ['unit_liaison', '古小云', 'guxiaoyun', '客户服务部主任', '2023-07-17'],
    ],
  },
  {
    unitKey: 'bus',
    rows: [
      ['unit_head', '佘海林', 'shehailin', '总经理', '2022-03-10'],
      ['unit_liaison', '荆慧芳', 'jinghuifang', '营运部主任', '2022-10-13'],
    ],
  },
];
