import type { DemoMoment } from './types.js';

/** What a unit or village asks of those above it, and how far it has come. */
export interface DemoNeed extends DemoMoment {
  readonly unitKey: string;
  /** Who asks: heads of units, and the first secretary of a village, who is its liaison. */
  readonly asks: 'unit_head' | 'unit_liaison';
  readonly kind: 'funds' | 'policy' | 'approval' | 'other';
  readonly title: string;
  readonly body: string;
  readonly wantedInDays: number;
  /** Who answers it; absent while the bureau has not decided, or where it declines. */
  readonly holderKey?: string;
  readonly progress?: string;
  readonly answer?: string;
  readonly declined?: string;
  readonly solved?: string;
}

/** Invented needs: some answered, some under way, one solved by the village itself, one declined, two waiting. */
export const needs: readonly DemoNeed[] = [
  {
    ...{ unitKey: 'v-liuyuankou', asks: 'unit_liaison', kind: 'funds', daysAgo: 41, time: '09:40', wantedInDays: 60 },
    title: '滩区排涝沟清淤资金缺口12万元',
    body: '村东排涝沟三公里多年未清，去年汛期两次倒灌。村集体自筹4万元，尚缺12万元，希望列入水毁修复资金。',
    holderKey: 'water',
    progress: '已现场踏勘，工程量核定为2.8公里，拟列入今年水毁修复项目。',
    answer: '已安排水毁修复资金11.6万元，由镇水利站组织实施，汛前完工。',
  },
  {
    ...{ unitKey: 'guyang', asks: 'unit_head', kind: 'policy', daysAgo: 33, time: '15:10', wantedInDays: 50 },
    title: '乐器产业集聚区环评打捆审批政策',
    body: '镇上37家乐器小微企业逐家做环评费用高、周期长，希望明确可以打捆审批。',
    holderKey: 'environment',
    progress: '已向市局请示，拟按同类项目打捆编制报告表办理。',
  },
  {
    ...{ unitKey: 'v-qinfang', asks: 'unit_liaison', kind: 'funds', daysAgo: 27, time: '10:20', wantedInDays: 45 },
    title: '村内主街路灯更换',
    body: '主街42盏路灯坏了19盏，村里无力更换，希望给予支持。',
    holderKey: 'housing',
    solved: '在外乡贤捐助路灯42盏，已全部装好，不再需要资金。',
  },
  {
    ...{ unitKey: 'sanyizhai', asks: 'unit_liaison', kind: 'approval', daysAgo: 12, time: '11:05', wantedInDays: 30 },
    title: '养老服务站用地手续',
    body: '利用闲置小学改建养老服务站，土地性质变更手续卡在预审环节已两个月。',
    holderKey: 'land',
    progress: '已约乡里补齐权属材料，预审材料收齐后10个工作日内办结。',
  },
  {
    ...{ unitKey: 'yanlou', asks: 'unit_head', kind: 'other', daysAgo: 20, time: '16:30', wantedInDays: 40 },
    title: '增设县际公交班次',
    body: '群众到邻县集市不便，希望增设班次。',
    declined: '跨县线路由市级主管部门统一规划，已转请交通运输局向市局反映，县级不单独立项。',
  },
  {
    ...{ unitKey: 'v-dukou', asks: 'unit_liaison', kind: 'funds', daysAgo: 2, time: '09:15', wantedInDays: 60 },
    title: '渡口桥护栏加固',
    body: '桥栏两处开裂，每天有校车经过，测算需8万元，村集体无力承担。',
  },
  {
    ...{ unitKey: 'agriculture', asks: 'unit_head', kind: 'approval', daysAgo: 1, time: '15:40', wantedInDays: 40 },
    title: '高标准农田项目区林木采伐许可',
    body: '项目区内沟渠加宽涉及杨树310棵，采伐许可迟迟未批，影响春季开工。',
  },
];
