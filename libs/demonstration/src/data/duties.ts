import type { DemoDuty, DemoMandate, StoryShelfName } from './types.js';

/**
 * key, path, lead, assists, story family. Lead `place:x` means the division
 * where the place lies leads (x when no place is known); an assist `place`
 * means that division assists.
 */
type DutyRow = [key: string, path: string, lead: string, assists: string, shelf: StoryShelfName];

/** Where a message goes that carries only a first-level label. */
const firstLevel: DutyRow[] = [
  ['urban', '城乡建设', 'housing', 'city', 'works'],
  ['environmental', '环境保护', 'environment', '', 'pollution'],
  ['traffic', '交通运输', 'transport', '', 'traffic'],
  ['teaching', '教育文体', 'education', 'culture', 'schooling'],
  ['work', '劳动和社会保障', 'labour', '', 'payment'],
  ['trade', '商贸旅游', 'market', 'commerce culture', 'market'],
  ['medical', '卫生计生', 'health', '', 'health'],
  ['territory', '国土资源', 'land', '', 'village'],
  ['rural', '农村农业', 'agriculture', 'rural-office', 'farming'],
  ['welfare', '民政', 'civil', '', 'benefit'],
  ['legal', '政法', 'political-legal', 'police justice', 'safety'],
  ['economy', '经济管理', 'reform', '', 'service'],
  ['technology', '科技与信息产业', 'industry', '', 'service'],
  ['party', '党务政务', 'committee-office', '', 'service'],
  ['discipline', '纪检监察', 'discipline', '', 'service'],
];

const urban: DutyRow[] = [
  ['road-damage', '城乡建设/市政设施/道路破损', 'city', 'housing', 'works'],
  ['street-light', '城乡建设/市政设施/路灯照明', 'city', 'power', 'works'],
  ['drainage', '城乡建设/市政设施/窨井盖与排水', 'city', 'housing', 'works'],
  ['stalls', '城乡建设/城市管理/占道经营', 'city', 'place', 'enforcement'],
  ['street-cleaning', '城乡建设/城市管理/环境卫生', 'city', 'place', 'sanitation'],
  ['illegal-building', '城乡建设/城市管理/违法建设', 'city', 'land place', 'enforcement'],
  ['parking', '城乡建设/城市管理/停车秩序', 'city', 'police', 'traffic'],
  ['parks', '城乡建设/园林绿化/公园广场', 'city', '', 'works'],
  ['property-management', '城乡建设/住房与房地产/物业服务', 'housing', 'place', 'enforcement'],
  ['late-handover', '城乡建设/住房与房地产/逾期交房', 'housing', 'place', 'inquiry'],
  ['title-deeds', '城乡建设/住房与房地产/不动产登记', 'land', 'housing tax', 'service'],
  ['public-housing', '城乡建设/住房与房地产/住房保障', 'housing', 'civil', 'benefit'],
  ['old-estates', '城乡建设/住房与房地产/老旧小区改造', 'housing', 'place', 'works'],
  ['resettlement', '城乡建设/征收补偿/安置房与过渡费', 'housing', 'finance place', 'payment'],
  ['tap-water-supply', '城乡建设/公用事业/供水', 'tap-water', 'housing', 'utility'],
  ['gas-supply', '城乡建设/公用事业/燃气', 'gas', 'housing', 'utility'],
  ['heating', '城乡建设/公用事业/供暖', 'housing', '', 'utility'],
  ['power-supply', '城乡建设/公用事业/供电', 'power', '', 'utility'],
  ['village-roads', '城乡建设/村镇建设/村内道路与排水', 'place:housing', 'transport', 'works'],
  ['unsafe-homes', '城乡建设/村镇建设/农村危房', 'housing', 'place', 'village'],
];

const environment: DutyRow[] = [
  ['factory-smell', '环境保护/大气污染/企业废气异味', 'environment', 'place', 'pollution'],
  ['burning', '环境保护/大气污染/露天焚烧', 'place:environment', 'environment', 'enforcement'],
  ['dust', '环境保护/大气污染/工地与道路扬尘', 'housing', 'city environment', 'pollution'],
  ['cooking-fumes', '环境保护/大气污染/餐饮油烟', 'city', 'environment', 'enforcement'],
  ['black-ponds', '环境保护/水污染/坑塘沟渠黑臭', 'environment', 'water place', 'pollution'],
  ['livestock-waste', '环境保护/水污染/畜禽养殖粪污', 'agriculture', 'environment place', 'pollution'],
  ['square-noise', '环境保护/噪声污染/社会生活噪声', 'police', 'city', 'enforcement'],
  ['building-noise', '环境保护/噪声污染/施工噪声', 'city', 'environment', 'enforcement'],
  ['village-rubbish', '环境保护/农村人居环境/垃圾清运', 'place:rural-office', 'rural-office', 'sanitation'],
];

const traffic: DutyRow[] = [
  ['bus-lines', '交通运输/公共交通/公交线路与服务', 'bus', 'transport', 'traffic'],
  ['rural-highways', '交通运输/公路管理/县乡公路养护', 'transport', 'place', 'works'],
  ['bridges', '交通运输/公路管理/桥涵安全', 'transport', 'water place', 'works'],
  ['signals', '交通运输/道路安全/信号灯与标志标线', 'police', 'city', 'traffic'],
  ['overloading', '交通运输/道路安全/货车超限与遗撒', 'transport', 'police', 'enforcement'],
  ['taxis', '交通运输/客货运输/出租车与网约车', 'transport', '', 'enforcement'],
  ['parcels', '交通运输/邮政快递/快递进村', 'transport', 'commerce', 'inquiry'],
];

const teaching: DutyRow[] = [
  ['enrolment', '教育文体/义务教育/入学招生', 'education', '', 'schooling'],
  ['school-safety', '教育文体/义务教育/校园及周边安全', 'education', 'police', 'schooling'],
  ['school-meals', '教育文体/义务教育/学生食堂', 'education', 'market', 'schooling'],
  ['after-school', '教育文体/义务教育/课后服务与作业', 'education', '', 'schooling'],
  ['kindergartens', '教育文体/学前教育/幼儿园', 'education', '', 'schooling'],
  ['tutoring', '教育文体/校外培训/收费退费', 'education', 'market', 'market'],
  ['teacher-pay', '教育文体/教师队伍/工资待遇', 'education', 'finance labour', 'payment'],
  ['sports-grounds', '教育文体/体育/健身设施', 'education', 'place', 'works'],
  ['public-culture', '教育文体/文化/公共文化服务', 'culture', 'place', 'advice'],
];

const work: DutyRow[] = [
  ['wage-arrears', '劳动和社会保障/劳动关系/拖欠工资', 'labour', 'housing', 'payment'],
  ['labour-contracts', '劳动和社会保障/劳动关系/劳动合同', 'labour', '', 'rights'],
  ['pensions', '劳动和社会保障/社会保险/养老保险', 'labour', 'tax', 'benefit'],
  ['medical-insurance', '劳动和社会保障/社会保险/医疗保险', 'insurance', 'health', 'benefit'],
  ['work-injury', '劳动和社会保障/社会保险/工伤保险', 'labour', '', 'benefit'],
  ['jobs', '劳动和社会保障/就业培训/就业与培训', 'labour', 'place', 'benefit'],
  ['housing-fund', '劳动和社会保障/工资福利/住房公积金', 'fund', '', 'benefit'],
];

const trade: DutyRow[] = [
  ['consumer-rights', '商贸旅游/市场监管/消费维权', 'market', '', 'market'],
  ['prices', '商贸旅游/市场监管/价格与计量', 'market', 'reform', 'market'],
  ['prepaid-cards', '商贸旅游/市场监管/预付消费', 'commerce', 'market police', 'market'],
  ['lifts', '商贸旅游/特种设备/电梯', 'market', 'housing', 'safety'],
  ['food-markets', '商贸旅游/商业贸易/农贸市场', 'market', 'city place', 'market'],
  ['trade-in', '商贸旅游/商业贸易/以旧换新与电商', 'commerce', 'finance', 'benefit'],
  ['scenic-spots', '商贸旅游/旅游管理/景区服务', 'culture', 'place', 'service'],
];

const medical: DutyRow[] = [
  ['hospital-service', '卫生计生/医疗服务/就医服务', 'health', 'insurance', 'health'],
  ['village-clinics', '卫生计生/医疗服务/村卫生室', 'health', 'place', 'health'],
  ['vaccines', '卫生计生/公共卫生/预防接种', 'health', '', 'health'],
  ['food-safety', '卫生计生/食品药品/食品安全', 'market', 'health', 'market'],
  ['family-subsidies', '卫生计生/人口家庭/奖励扶助与托育', 'health', 'finance', 'benefit'],
];

const landAndFarming: DutyRow[] = [
  ['farmland', '国土资源/耕地保护/占用耕地', 'land', 'agriculture place', 'enforcement'],
  ['land-taking', '国土资源/土地征收/补偿与保障', 'land', 'finance place', 'payment'],
  ['homesteads', '国土资源/农村土地/宅基地', 'agriculture', 'land place', 'village'],
  ['irrigation', '农村农业/水利/机井与灌溉', 'water', 'agriculture power place', 'farming'],
  ['flood-control', '农村农业/水利/防汛与黄河滩区', 'river', 'water place', 'safety'],
  ['farm-subsidies', '农村农业/农业生产/惠农补贴', 'agriculture', 'finance', 'benefit'],
  ['seeds-and-pests', '农村农业/农业生产/农资与病虫害', 'agriculture', 'market', 'farming'],
  ['trees', '农村农业/林业/林木与苗圃', 'forestry', 'place', 'farming'],
  ['land-leases', '农村农业/土地承包/流转纠纷', 'place:agriculture', 'agriculture', 'village'],
  ['village-affairs', '农村农业/村务管理/村务公开', 'place:agriculture', 'agriculture', 'village'],
  ['relief-policies', '农村农业/乡村振兴/监测帮扶', 'rural-office', 'place', 'benefit'],
];

const welfareAndOrder: DutyRow[] = [
  ['low-income', '民政/社会救助/低保与临时救助', 'civil', 'place', 'benefit'],
  ['elderly-care', '民政/社会服务/养老服务', 'civil', 'place', 'benefit'],
  ['funerals', '民政/社会服务/婚姻与殡葬', 'civil', '', 'service'],
  ['disability', '民政/残疾人保障/补贴与辅具', 'disabled', 'civil', 'benefit'],
  ['veterans-care', '民政/优抚/退役军人待遇', 'veterans', '', 'benefit'],
  ['household-register', '政法/户籍证件/户口与身份证', 'police', '', 'service'],
  ['public-order', '政法/社会治安/盗窃与诈骗', 'police', '', 'inquiry'],
  ['fire-safety', '政法/社会治安/消防与电动车充电', 'fire', 'housing place', 'safety'],
  ['legal-aid', '政法/法律服务/法律援助与调解', 'justice', '', 'advice'],
  ['petition-follow-up', '政法/信访/信访事项催问', 'petition', '', 'inquiry'],
];

const economyAndOffice: DutyRow[] = [
  ['work-safety', '经济管理/安全生产/隐患举报', 'emergency', 'place', 'safety'],
  ['taxes', '经济管理/金融财税/税费征收', 'tax', '', 'service'],
  ['business-support', '经济管理/营商环境/惠企与园区服务', 'devzone', 'industry', 'service'],
  ['arrears-to-firms', '经济管理/营商环境/拖欠企业账款', 'industry', 'finance', 'payment'],
  ['telecom', '科技与信息产业/电信/通信信号与资费', 'industry', 'place', 'utility'],
  ['service-hall', '党务政务/政务服务/大厅窗口', 'approval', '', 'service'],
  ['civility', '党务政务/精神文明/移风易俗', 'publicity', 'civil place', 'advice'],
  ['volunteers', '党务政务/基层党建/社区工作者与活动', 'organisation', 'place', 'service'],
  ['official-conduct', '纪检监察/干部作风/检举控告', 'discipline', '', 'service'],
];

/** Government work: what instructions and meeting decisions fall under. */
const governmentWork: DutyRow[] = [
  ['big-projects', '政府工作/重大项目/项目建设', 'reform', 'finance land', 'project'],
  ['good-farmland', '政府工作/粮食安全/高标准农田', 'agriculture', 'water finance', 'project'],
  ['investment', '政府工作/产业发展/招商引资', 'commerce', 'devzone industry', 'project'],
  ['budget', '政府工作/财政/收支与债务', 'finance', 'tax audit', 'project'],
  ['audit-follow-up', '政府工作/审计/审计整改', 'audit', 'finance', 'project'],
  ['surveys', '政府工作/统计/调查与监测', 'statistics', '', 'project'],
  ['deputies', '政府工作/代表委员/建议提案协调', 'government-office', 'congress-office cppcc-office', 'project'],
];

const areas = [
  firstLevel,
  urban,
  environment,
  traffic,
  teaching,
  work,
  trade,
  medical,
  landAndFarming,
  welfareAndOrder,
  economyAndOffice,
  governmentWork,
];

function dutyOf([key, path, lead, assists, shelf]: DutyRow): DemoDuty {
  const named = assists === '' ? [] : assists.split(' ');
  const duty: DemoDuty = {
    key,
    path: path.split('/'),
    leadUnitKey: lead.replace('place:', ''),
    assistUnitKeys: named.filter((unit) => unit !== 'place'),
    shelf,
  };
  if (lead.startsWith('place:')) duty.leadByPlace = true;
  if (named.includes('place')) duty.assistByPlace = true;
  return duty;
}

/** Items that came back from the townships to the departments: enforcement and special trades. */
const withdrawnKeys = [
  'lifts',
  'food-safety',
  'prices',
  'cooking-fumes',
  'building-noise',
  'tutoring',
  'taxis',
  'work-injury',
  'gas-supply',
];

/** What townships lead is theirs, where they assist they only assist; the items of each list are numbered. */
function listed(lines: readonly DemoDuty[]): DemoDuty[] {
  const items = { basic: 0, assisting: 0, withdrawn: 0 };
  return lines.map((duty) => {
    const name = duty.leadByPlace
      ? 'basic'
      : duty.assistByPlace
        ? 'assisting'
        : withdrawnKeys.includes(duty.key)
          ? 'withdrawn'
          : undefined;
    if (name === undefined) return duty;
    items[name] += 1;
    return { ...duty, list: { name, item: items[name] } };
  });
}

/** The duty register: every first-level label, then the lines below it. */
export const duties: DemoDuty[] = listed(areas.flat().map(dutyOf));

const dutyByKey = new Map(duties.map((duty) => [duty.key, duty]));

/** @throws Error for a key no line has: the data is wrong, not the caller's input */
export function dutyNamed(key: string): DemoDuty {
  const duty = dutyByKey.get(key);
  if (!duty) throw new Error(`no duty line ${key}`);
  return duty;
}

/**
 * Who answers a matter of this line at this place.
 * @param placeKey  division where the place lies, if the writer said so
 * @returns lead and assists; a unit is never both
 */
export function handlersOf(duty: DemoDuty, placeKey?: string): { lead: string; assists: string[] } {
  const lead = duty.leadByPlace && placeKey ? placeKey : duty.leadUnitKey;
  const wanted = duty.assistByPlace && placeKey ? [...duty.assistUnitKeys, placeKey] : duty.assistUnitKeys;
  return { lead, assists: wanted.filter((unit, at) => unit !== lead && wanted.indexOf(unit) === at) };
}

/** Standing mandates approved when the demonstration year began. */
export const mandates: DemoMandate[] = [
  {
    key: 'mandate-messages',
    kind: 'netizen_message',
    title: '网民留言批量立项常设授权',
    scope: '县级领导留言板转来的咨询、求助、投诉类留言，诉求具体、职责明确的，由督查局批量立项交办；检举控告除外。',
    approvedByKey: 'magistrate',
    validDays: 365,
  },
  {
    key: 'mandate-decisions',
    kind: 'meeting_decision',
    title: '会议议定事项立项常设授权',
    scope: '县委常委会会议、县政府常务会议纪要明确牵头单位和完成时限的议定事项，由督查局逐条立项督办。',
    approvedByKey: 'secretary',
    validDays: 365,
  },
  {
    key: 'mandate-needs',
    kind: 'upward_need',
    title: '诉求上报立项常设授权',
    scope: '乡镇（街道）、村和县直单位上报的资金、政策、审批等诉求，责任单位明确的，由督查局立项交办，限时答复。',
    approvedByKey: 'magistrate',
    validDays: 365,
  },
];
