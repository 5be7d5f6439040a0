import type { DemoMoment } from './types.js';

/** What became of a matter of another kind: it waits at the intake desk, was answered at once, sent elsewhere, or became a task. */
export type OtherFate = 'waits' | 'answered' | 'passed_on' | 'worked' | 'accused';

/** A matter of a kind that comes neither from the board, nor from a leader's paper, nor from the minutes. */
export interface DemoOther {
  readonly kind:
    | 'field_visit'
    | 'deputy_suggestion'
    | 'cppcc_proposal'
    | 'superior_document'
    | 'hotline'
    | 'petition'
    | 'work_report'
    | 'superior_feedback';
  readonly title: string;
  readonly text: string;
  readonly category: string;
  /** Own fields of the kind; a day is written `@` and how many days after it came in. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly askers?: readonly string[];
  readonly foreignId?: string;
  readonly fate: OtherFate;
  /** Whom a task goes to. */
  readonly leadUnitKey?: string;
  /** What is answered, or where it is sent. */
  readonly words?: string;
  readonly received: DemoMoment;
}

const assembly = '县十七届人大二次会议';
const conference = '县政协十一届二次会议';
const at = (daysAgo: number, time = '09:40'): DemoMoment => ({ daysAgo, time });

const suggestions: readonly DemoOther[] = [
  {
    kind: 'deputy_suggestion',
    title: '关于拓宽堌阳镇乐器产业大道的建议',
    text: '堌阳镇乐器产业集聚，货车多、路面窄，早晚会车困难，建议将乐器产业大道镇区段拓宽为双向四车道并完善人行道。',
    category: '交通运输/农村公路',
    fields: {
      session: assembly,
      delegation: '堌阳代表团',
      paperType: 'suggestion',
      complexity: 'complex',
      isPublic: true,
    },
    askers: ['徐丰收', '代桂兰', '汤永福'],
    foreignId: '12',
    fate: 'answered',
    words: '建议收悉。该路段拓宽已完成设计，纳入明年农村公路项目，计划明年十月底前完工。',
    received: at(46),
  },
  {
    kind: 'deputy_suggestion',
    title: '关于加快老旧小区雨污分流改造的建议',
    text: '中心城区部分老旧小区逢雨必涝，建议三年内分批完成雨污分流改造，优先安排学校周边。',
    category: '城乡建设/市政设施/道路破损',
    fields: { session: assembly, delegation: '兰阳代表团', paperType: 'suggestion', isPublic: true },
    askers: ['孟秀英'],
    foreignId: '27',
    fate: 'worked',
    leadUnitKey: 'housing',
    received: at(40),
  },
  {
    kind: 'deputy_suggestion',
    title: '关于拓宽堌阳镇乐器产业大道镇区段的建议',
    text: '乐器产业大道镇区段路窄车多，与周边村道衔接不畅，建议拓宽并增设路灯和减速设施。',
    category: '交通运输/农村公路',
    fields: { session: assembly, delegation: '堌阳代表团', paperType: 'suggestion' },
    askers: ['贾文学', '齐改枝'],
    foreignId: '41',
    fate: 'waits',
    received: at(2),
  },
  {
    kind: 'cppcc_proposal',
    title: '关于支持泡桐木材深加工企业技术改造的提案',
    text: '建议设立木材深加工技改专项，对购置环保喷涂设备的企业给予贷款贴息，并统一建设共享喷涂中心。',
    category: '经济管理/工业',
    fields: { session: conference, circle: '工商联界', proposalForm: 'collective', isPublic: true },
    askers: ['县工商联'],
    foreignId: '8',
    fate: 'answered',
    words: '提案收悉。共享喷涂中心已列入今年重点项目，贴息办法正在起草，年内出台。',
    received: at(33),
  },
  {
    kind: 'cppcc_proposal',
    title: '关于在县城增设社区老年助餐点的提案',
    text: '独居老人一日三餐不便，建议依托社区服务中心增设助餐点，由财政给予建设和运营补助。',
    category: '劳动和社会保障/养老',
    fields: { session: conference, circle: '医药卫生界', proposalForm: 'joint' },
    askers: ['余凤琴', '窦建国'],
    foreignId: '19',
    fate: 'waits',
    received: at(3, '15:10'),
  },
];

const callsAndLetters: readonly DemoOther[] = [
  {
    kind: 'hotline',
    title: '裕禄大道与健康路口红绿灯不亮',
    text: '来电人反映路口东西向红绿灯已两天不亮，上下学时段拥堵，请尽快修复。',
    category: '交通运输/公路',
    fields: { ticketType: 'request', place: '裕禄大道与健康路口', acceptedBy: '受理三组' },
    askers: ['冯女士'],
    foreignId: 'RX2026-118834',
    fate: 'answered',
    words: '冯女士您好：经核实为供电线路故障，维修人员已于当日恢复，感谢您的反映。',
    received: at(12, '08:20'),
  },
  {
    kind: 'hotline',
    title: '小区二次供水夜间停泵',
    text: '来电人反映金牛花园高层住户晚十点后没有水，物业称水泵检修，已持续一周。',
    category: '城乡建设/市政设施/供水',
    fields: { ticketType: 'complaint', place: '金牛花园' },
    askers: ['郭先生'],
    foreignId: 'RX2026-119021',
    fate: 'waits',
    received: at(1, '21:35'),
  },
  {
    kind: 'petition',
    title: '反映桐乡街道征地补偿款尚未付清',
    text: '信访人来访反映，2024年征地补偿款还有两成没有发放，多次询问未得到明确答复。',
    category: '农村农业/土地',
    fields: { manner: 'visit', purpose: 'appeal', petitioners: 3, transferredBy: '县信访局', isRepeated: true },
    askers: ['秦大成', '秦二妮'],
    foreignId: 'XF-2026-0217',
    fate: 'worked',
    leadUnitKey: 'lanyang',
    received: at(21, '10:05'),
  },
  {
    kind: 'petition',
    title: '请求协调供电线路迁移',
    text: '信访人来信反映自家宅基地上方有高压线，建房无法施工，请求迁移线路。',
    category: '城乡建设/供电',
    fields: { manner: 'letter', purpose: 'appeal', petitioners: 1 },
    askers: ['梁玉山'],
    fate: 'passed_on',
    words: '国网县供电公司',
    received: at(16, '11:30'),
  },
  {
    kind: 'petition',
    title: '反映镇干部违规领取补贴',
    text: '来信反映个别镇干部以亲属名义领取农业补贴，并附有名单，请查处并为来信人保密。',
    category: '纪检监察/作风',
    fields: { manner: 'letter', purpose: 'accusation', petitioners: 1 },
    askers: ['来信群众'],
    fate: 'accused',
    leadUnitKey: 'guyang',
    words: '县监察委员会',
    received: at(9, '14:15'),
  },
];

const fromAbove: readonly DemoOther[] = [
  {
    kind: 'field_visit',
    title: '黄河滩区移民社区后续产业调研交办',
    text: '调研中群众反映家门口就业岗位少，请研究利用闲置厂房引进服装加工项目，一个月内拿出方案。',
    category: '经济管理/产业',
    fields: { visitedOn: '@0', place: '谷营镇滩区移民社区', company: '县发改委、谷营镇' },
    fate: 'worked',
    leadUnitKey: 'agriculture',
    received: at(29, '16:50'),
  },
  {
    kind: 'superior_document',
    title: '关于开展城镇燃气安全隐患“回头看”的通知',
    text: '请各县区于月底前完成餐饮场所燃气报警装置全覆盖排查，建立台账，逐项销号并报送情况。',
    category: '城乡建设/燃气',
    fields: { issuer: '市安全生产委员会', documentNo: '汴安委〔2026〕31号', issuedOn: '@-3', replyBy: '@45' },
    fate: 'worked',
    leadUnitKey: 'city',
    received: at(25, '09:10'),
  },
  {
    kind: 'superior_document',
    title: '关于报送冬春农田水利建设计划的通知',
    text: '请于本月底前报送今冬明春农田水利建设计划，明确项目、资金和完成时限。',
    category: '农村农业/水利',
    fields: { issuer: '市水利局', documentNo: '汴水〔2026〕87号', issuedOn: '@-4' },
    fate: 'waits',
    received: at(2, '10:30'),
  },
  {
    kind: 'work_report',
    title: '新建改建农村公路60公里',
    text: '政府工作报告提出，今年新建改建农村公路60公里，实施危桥改造5座。',
    category: '交通运输/农村公路',
    fields: {
      reportYear: 2026,
      chapter: '三、统筹城乡发展',
      clause: '新建改建农村公路60公里，实施危桥改造5座。',
      target: '60公里',
    },
    fate: 'worked',
    leadUnitKey: 'transport',
    received: at(52),
  },
  {
    kind: 'superior_feedback',
    title: '建筑工地扬尘防治“六个百分之百”落实不到位',
    text: '督察组抽查发现两处工地裸土未覆盖、车辆冲洗设施停用，要求限期整改并举一反三。',
    category: '环境保护/大气',
    fields: {
      organ: '省生态环境保护督察组',
      feedbackType: 'environment',
      problemNo: '17',
      fedBackOn: '@-1',
      rectifyBy: '@80',
    },
    fate: 'worked',
    leadUnitKey: 'housing',
    received: at(35, '15:20'),
  },
  {
    kind: 'superior_feedback',
    title: '专项资金结余未及时收回',
    text: '审计发现2025年度两个涉农项目结余资金未按规定收回统筹使用，要求说明情况并整改。',
    category: '经济管理/财政',
    fields: { organ: '市审计局', feedbackType: 'audit', problemNo: '4', rectifyBy: '@30' },
    fate: 'waits',
    received: at(3, '11:00'),
  },
];

/** Matters of every other kind, so that each desk has some of each. */
export const otherKinds: readonly DemoOther[] = [...suggestions, ...callsAndLetters, ...fromAbove];
