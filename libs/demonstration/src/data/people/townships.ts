import type { UnitCast } from './cast.js';

/** The 22 divisions. Townships and streets have two heads (党政主要负责人), the party secretary first. */
export const townshipCast: UnitCast[] = [
  {
    unitKey: 'lanyang',
    rows: [
      ['unit_head', '姚振国', 'yaozhenguo', '党工委书记', '2022-01-25'],
      ['unit_head', '喻海霞', 'yuhaixia', '办事处主任', '2022-08-24'],
      ['unit_liaison', '沙小军', 'shaxiaojun', '党政办公室主任', '2023-03-22'],
      ['unit_staff', '尤丽萍', 'youliping', '平安法治办公室主任', '2022-11-30'],
    ],
  },
  {
    unitKey: 'tongxiang',
    rows: [
      ['unit_head', '裴志文', 'peizhiwen', '党工委书记', '2021-12-16'],
      ['unit_head', '钟晓光', 'zhongxiaoguang', '办事处主任', '2022-09-14'],
      ['unit_liaison', '申雨薇', 'shenyuwei', '党政办公室主任', '2023-05-10'],
      ['unit_staff', '高建林', 'gaojianlin', '社区建设办公室主任', '2022-04-21'],
    ],
  },
  {
    unitKey: 'huian',
    rows: [
      ['unit_head', '郁青松', 'yuqingsong', '党工委书记', '2022-05-27'],
      ['unit_head', '牟晓晨', 'mouxiaochen', '办事处主任', '2023-02-24'],
      ['unit_liaison', '连玉娟', 'lianyujuan', '党政办公室主任', '2022-12-14'],
      ['unit_staff', '赵金科', 'zhaojinke', '综合行政执法大队队长', '2023-01-31'],
    ],
  },
  {
    unitKey: 'guyang',
    rows: [
      ['unit_head', '程光辉', 'chengguanghui', '党委书记', '2021-11-26'],
      ['unit_head', '褚艳丽', 'chuyanli', '镇长', '2022-07-28'],
      ['unit_liaison', '翁志明', 'wengzhiming', '党政办公室主任', '2022-10-26'],
      ['unit_staff', '闵小川', 'minxiaochuan', '农业服务中心主任', '2023-03-31'],
    ],
  },
  {
    unitKey: 'nanzhang',
    rows: [
      ['unit_head', '冯立功', 'fengligong', '党委书记', '2022-03-02'],
      ['unit_head', '伍晓莉', 'wuxiaoli', '镇长', '2022-11-11'],
      ['unit_liaison', '权志刚', 'quanzhigang', '党政办公室主任', '2023-04-12'],
      ['unit_staff', '贝文娟', 'beiwenjuan', '民政所所长', '2022-06-08'],
    ],
  },
  {
    unitKey: 'kaocheng',
    rows: [
      ['unit_head', '蒋怀民', 'jianghuaimin', '党委书记', '2021-10-29'],
      ['unit_head', '辛玉龙', 'xinyulong', '镇长', '2022-12-07'],
      ['unit_liaison', '饶春华', 'raochunhua', '党政办公室主任', '2022-08-10'],
      ['unit_staff', '廉小辉', 'lianxiaohui', '村镇建设发展中心主任', '2023-05-18'],
    ],
  },
  {
    unitKey: 'hongmiao',
    rows: [
      ['unit_head', '宋万里', 'songwanli', '党委书记', '2022-02-09'],
      ['unit_head', '敖丽云', 'aoliyun', '镇长', '2022-10-12'],
      ['unit_liaison', '晏国良', 'yanguoliang', '党政办公室主任', '2023-03-15'],
      ['unit_staff', '岑小芳', 'cenxiaofang', '农业服务中心主任', '2022-07-14'],
    ],
  },
  {
    unitKey: 'guying',
    rows: [
      ['unit_head', '许东升', 'xudongsheng', '党委书记', '2022-06-23'],
      ['unit_head', '窦晓燕', 'douxiaoyan', '镇长', '2023-01-13'],
      ['unit_liaison', '汤建新', 'tangjianxin', '党政办公室主任', '2022-09-21'],
      ['unit_staff', '桑文彬', 'sangwenbin', '综合行政执法大队队长', '2023-02-10'],
    ],
  },
  {
    unitKey: 'dongbatou',
    rows: [
      ['unit_head', '朱河清', 'zhuheqing', '党委书记', '2021-12-02'],
      ['unit_head', '匡丽娜', 'kuanglina', '镇长', '2022-08-18'],
      ['unit_liaison', '冷志强', 'lengzhiqiang', '党政办公室主任', '2023-04-26'],
      ['unit_staff', '卓小梅', 'zhuoxiaomei', '文旅服务中心主任', '2022-11-24'],
    ],
  },
  {
    unitKey: 'xiaosong',
    rows: [
      ['unit_head', '任宏图', 'renhongtu', '党委书记', '2022-04-08'],
      ['unit_head', '席海英', 'xihaiying', '镇长', '2022-12-22'],
      ['unit_liaison', '相建华', 'xiangjianhua', '党政办公室主任', '2023-03-03'],
      ['unit_staff', '查文龙', 'zhawenlong', '农业服务中心主任', '2022-05-20'],
    ],
  },
  {
    unitKey: 'yifeng',
    rows: [
      ['unit_head', '何守田', 'heshoutian', '党委书记', '2022-01-14'],
      ['unit_head', '邬雪琴', 'wuxueqin', '镇长', '2022-09-30'],
      ['unit_liaison', '荀志飞', 'xunzhifei', '党政办公室主任', '2023-05-24'],
      ['unit_staff', '茅小静', 'maoxiaojing', '民政所所长', '2022-10-18'],
    ],
  },
  {
    unitKey: 'sanyizhai',
    rows: [
      ['unit_head', '杜远航', 'duyuanhang', '党委书记', '2022-03-17'],
      ['unit_head', '印丽君', 'yinlijun', '乡长', '2023-02-15'],
      ['unit_liaison', '党国胜', 'dangguosheng', '党政办公室主任', '2022-08-03'],
      ['unit_staff', '乐小刚', 'yuexiaogang', '水利站站长', '2022-12-20'],
    ],
  },
  {
    unitKey: 'mengzhai',
    rows: [
      ['unit_head', '吴大勇', 'wudayong', '党委书记', '2021-11-09'],
      ['unit_head', '郜玉霞', 'gaoyuxia', '乡长', '2022-07-21'],
      ['unit_liaison', '库文祥', 'kuwenxiang', '党政办公室主任', '2023-01-19'],
      ['unit_staff', '柴小娜', 'chaixiaona', '农业服务中心主任', '2023-06-02'],
    ],
  },
  {
    unitKey: 'xuhe',
    rows: [
      ['unit_head', '孙志坚', 'sunzhijian', '党委书记', '2022-05-13'],
      ['unit_head', '缪晓琳', 'miaoxiaolin', '乡长', '2022-11-02'],
      ['unit_liaison', '亓建忠', 'qijianzhong', '党政办公室主任', '2022-09-07'],
      ['unit_staff', '明文涛', 'mingwentao', '村镇建设发展中心主任', '2023-03-24'],
    ],
  },
  {
    unitKey: 'putaojia',
    rows: [
      ['unit_head', '于春耕', 'yuchungeng', '党委书记', '2022-02-24'],
      ['unit_head', '戚丽珍', 'qilizhen', '乡长', '2023-04-19'],
      ['unit_liaison', '来国富', 'laiguofu', '党政办公室主任', '2022-10-09'],
      ['unit_staff', '巩小霞', 'gongxiaoxia', '乡村振兴服务中心主任', '2022-06-17'],
    ],
  },
  {
    unitKey: 'yanlou',
    rows: [
      ['unit_head', '罗启航', 'luoqihang', '党委书记', '2022-07-06'],
      ['unit_head', '芦文静', 'luwenjing', '乡长', '2022-12-15'],
      ['unit_liaison', '原建立', 'yuanjianli', '党政办公室主任', '2023-05-16'],
      ['unit_staff', '商小宁', 'shangxiaoning', '农业服务中心主任', '2023-02-28'],
    ],
  },
  {
    unitKey: 'yifeng-orchard',
    rows: [
      ['unit_head', '果志林', 'guozhilin', '党委书记、场长', '2022-04-27'],
      ['unit_liaison', '宗丽芳', 'zonglifang', '办公室主任', '2022-11-18'],
    ],
  },
  {
    unitKey: 'paper-forest',
    rows: [
      ['unit_head', '柯大为', 'kedawei', '党支部书记、场长', '2021-12-22'],
      ['unit_liaison', '沃小康', 'woxiaokang', '办公室主任', '2023-03-09'],
    ],
  },
  {
    unitKey: 'liulin-forest',
    rows: [
      ['unit_head', '楚志洲', 'chuzhizhou', '党支部书记、场长', '2022-08-26'],
      ['unit_liaison', '逯春艳', 'luchunyan', '办公室主任', '2022-10-28'],
    ],
  },
  {
    unitKey: 'xiguan-farm',
    rows: [
      ['unit_head', '门国柱', 'menguozhu', '党支部书记、场长', '2022-05-31'],
      ['unit_liaison', '仝丽霞', 'tonglixia', '办公室主任', '2023-01-06'],
    ],
  },
  {
    unitKey: 'livestock-farm',
    rows: [
      ['unit_head', '苑兴民', 'yuanxingmin', '党支部书记、场长', '2022-03-29'],
      ['unit_liaison', '降小波', 'jiangxiaobo', '办公室主任', '2022-09-16'],
    ],
  },
  {
    unitKey: 'guyang-institute',
    rows: [
      ['unit_head', '蓝晓慧', 'lanxiaohui', '所长', '2022-06-10'],
      ['unit_liaison', '卞国光', 'bianguoguang', '办公室主任', '2023-04-04'],
    ],
  },
];
