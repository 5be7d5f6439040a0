import type { UnitKind } from '@ducha/org';
import type { DemoUnit } from './types.js';

/**
 * What the settings of the demonstration instance show. Division names and
 * codes are facts (modood/Administrative-divisions-of-China, WTFPL); every
 * person, village, company and event in this folder is invented.
 */
export const demonstrationCounty = {
  code: '410225',
  name: '兰考县',
  shownName: '兰考县（演示）',
  bureauName: '督查局',
  notice: '演示数据：人员、村庄、小区、企业和事件均为虚构，请勿当作真实情况引用。',
} as const;

type UnitRow = [key: string, name: string, shortName: string, kind: UnitKind];
type DivisionRow = [
  key: string,
  code: string,
  name: string,
  kind: 'street' | 'town' | 'township' | 'farm' | 'institute',
];
type VillageRow = [key: string, name: string];

function under(parentKey: string | null, rows: UnitRow[]): DemoUnit[] {
  return rows.map(([key, name, shortName, kind], at) => ({
    key,
    name,
    shortName,
    kind,
    parentKey,
    order: at + 1,
  }));
}

function divisions(rows: DivisionRow[]): DemoUnit[] {
  return rows.map(([key, divisionCode, name, kind], at) => ({
    key,
    name,
    shortName: name,
    kind,
    parentKey: 'lankao',
    divisionCode,
    order: at + 101,
  }));
}

function villages(parentKey: string, rows: VillageRow[]): DemoUnit[] {
  return rows.map(([key, name], at) => ({
    key,
    name,
    shortName: name,
    kind: 'village',
    parentKey,
    order: at + 1,
  }));
}

const bodies = under('lankao', [
  ['committee', '中共兰考县委员会', '县委', 'party_committee'],
  ['congress', '兰考县人民代表大会常务委员会', '县人大常委会', 'congress'],
  ['government', '兰考县人民政府', '县政府', 'government'],
  ['cppcc', '政协兰考县委员会', '县政协', 'cppcc'],
  ['bureau', '兰考县督查局', '督查局', 'bureau'],
]);

const bureauDivisions = under('bureau', [
  ['bureau-general', '督查局综合科', '综合科', 'division'],
  ['bureau-first', '督查局督办一科', '督办一科', 'division'],
  ['bureau-second', '督查局督办二科', '督办二科', 'division'],
  ['bureau-verify', '督查局核查科', '核查科', 'division'],
]);

const offices = [
  ...under('congress', [['congress-office', '县人大常委会办公室', '县人大办', 'office']]),
  ...under('cppcc', [['cppcc-office', '县政协办公室', '县政协办', 'office']]),
];

const partyOrgans = under('committee', [
  ['committee-office', '县委办公室', '县委办', 'office'],
  ['discipline', '县纪委监委', '县纪委监委', 'party_organ'],
  ['organisation', '县委组织部', '组织部', 'party_organ'],
  ['publicity', '县委宣传部', '宣传部', 'party_organ'],
  ['political-legal', '县委政法委员会', '政法委', 'party_organ'],
  ['rural-office', '县委农村工作领导小组办公室', '县委农办', 'party_organ'],
]);

const departments = under('government', [
  ['government-office', '县政府办公室', '县政府办', 'office'],
  ['reform', '县发展和改革委员会', '发改委', 'department'],
  ['education', '县教育体育局', '教体局', 'department'],
  ['industry', '县科学技术和工业信息化局', '科工信局', 'department'],
  ['police', '县公安局', '公安局', 'department'],
  ['civil', '县民政局', '民政局', 'department'],
  ['justice', '县司法局', '司法局', 'department'],
  ['finance', '县财政局', '财政局', 'department'],
  ['labour', '县人力资源和社会保障局', '人社局', 'department'],
  ['land', '县自然资源局', '自然资源局', 'department'],
  ['environment', '市生态环境局兰考分局', '生态环境分局', 'department'],
  ['housing', '县住房和城乡建设局', '住建局', 'department'],
  ['city', '县城市管理局', '城管局', 'department'],
  ['transport', '县交通运输局', '交通局', 'department'],
  ['water', '县水利局', '水利局', 'department'],
  ['agriculture', '县农业农村局', '农业农村局', 'department'],
  ['commerce', '县商务局', '商务局', 'department'],
  ['culture', '县文化广电旅游局', '文广旅局', 'department'],
  ['health', '县卫生健康委员会', '卫健委', 'department'],
  ['veterans', '县退役军人事务局', '退役军人局', 'department'],
  ['emergency', '县应急管理局', '应急局', 'department'],
  ['audit', '县审计局', '审计局', 'department'],
  ['market', '县市场监督管理局', '市场监管局', 'department'],
  ['statistics', '县统计局', '统计局', 'department'],
  ['insurance', '县医疗保障局', '医保局', 'department'],
  ['petition', '县信访局', '信访局', 'department'],
  ['approval', '县行政审批和政务信息管理局', '行政审批局', 'department'],
  ['forestry', '县林业发展服务中心', '林业中心', 'institute'],
  ['devzone', '兰考经济技术开发区管理委员会', '开发区管委会', 'institute'],
  ['tax', '国家税务总局兰考县税务局', '税务局', 'department'],
  ['fire', '县消防救援大队', '消防大队', 'department'],
  ['river', '兰考黄河河务局', '黄河河务局', 'institute'],
  ['fund', '市住房公积金管理中心兰考管理部', '公积金管理部', 'institute'],
  ['disabled', '县残疾人联合会', '县残联', 'institute'],
  ['power', '国网兰考县供电公司', '供电公司', 'enterprise'],
  ['tap-water', '县自来水公司', '自来水公司', 'enterprise'],
  ['gas', '县天然气公司', '天然气公司', 'enterprise'],
  ['bus', '县公共交通公司', '公交公司', 'enterprise'],
]);

const townsAndFarms = divisions([
  ['lanyang', '410225001', '兰阳街道', 'street'],
  ['tongxiang', '410225002', '桐乡街道', 'street'],
  ['huian', '410225003', '惠安街道', 'street'],
  ['guyang', '410225101', '堌阳镇', 'town'],
  ['nanzhang', '410225102', '南彰镇', 'town'],
  ['kaocheng', '410225103', '考城镇', 'town'],
  ['hongmiao', '410225104', '红庙镇', 'town'],
  ['guying', '410225105', '谷营镇', 'town'],
  ['dongbatou', '410225106', '东坝头镇', 'town'],
  ['xiaosong', '410225107', '小宋镇', 'town'],
  ['yifeng', '410225108', '仪封镇', 'town'],
  ['sanyizhai', '410225201', '三义寨乡', 'township'],
  ['mengzhai', '410225206', '孟寨乡', 'township'],
  ['xuhe', '410225207', '许河乡', 'township'],
  ['putaojia', '410225208', '葡萄架乡', 'township'],
  ['yanlou', '410225209', '阎楼乡', 'township'],
  ['yifeng-orchard', '410225401', '仪封园艺场', 'farm'],
  ['paper-forest', '410225402', '造纸林场', 'farm'],
  ['liulin-forest', '410225403', '柳林林场', 'farm'],
  ['xiguan-farm', '410225404', '西关农场', 'farm'],
  ['livestock-farm', '410225405', '畜牧良种农场', 'farm'],
  ['guyang-institute', '410225406', '固阳农科所', 'institute'],
]);

/** Village names are invented; no resemblance to a real village is meant. */
const inventedVillages = [
  ...villages('dongbatou', [
    ['v-liuyuankou', '柳园滩村'],
    ['v-xinhe', '新河湾村'],
  ]),
  ...villages('guying', [['v-qiaotou', '桥头杨村']]),
  ...villages('guyang', [
    ['v-qinfang', '琴坊村'],
    ['v-tonglin', '桐林村'],
  ]),
  ...villages('putaojia', [['v-shuyuan', '薯园村']]),
  ...villages('xiaosong', [['v-shuangjing', '双井坡村']]),
  ...villages('yifeng', [['v-huaishu', '大槐树村']]),
  ...villages('sanyizhai', [['v-dukou', '渡口赵村']]),
  ...villages('hongmiao', [['v-miqiao', '米桥村']]),
  ...villages('kaocheng', [['v-dongguan', '东关陈村']]),
  ...villages('yanlou', [['v-liangting', '凉亭村']]),
];

/** The whole tree, parents before children. */
export const units: DemoUnit[] = [
  ...under(null, [['lankao', '兰考县', '兰考县', 'county']]),
  ...bodies,
  ...bureauDivisions,
  ...offices,
  ...partyOrgans,
  ...departments,
  ...townsAndFarms,
  ...inventedVillages,
];

/** Keys of the 22 divisions of the county, in the order of their codes. */
export const divisionKeys: string[] = townsAndFarms.map((unit) => unit.key);
