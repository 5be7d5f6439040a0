import { defineFaults } from '@ducha/kernel';

/** Refusals about draws, look-backs and standards. */
export const inspectionFault = defineFaults('inspection', {
  lookBackNotFound: { status: 404, title: 'There is no such look-back', titleZh: '回头看批次不存在' },
  checkNotFound: { status: 404, title: 'There is no such check', titleZh: '核查任务不存在' },
  moveRefused: { status: 409, title: 'The present state does not allow this', titleZh: '当前状态不允许此操作' },
  periodReversed: { status: 422, title: 'The period ends before it begins', titleZh: '起止时间颠倒' },
  boundsReversed: {
    status: 422,
    title: 'The least percentage is above the most',
    titleZh: '最低抽查比例不能高于最高比例',
  },
  nothingToDraw: {
    status: 422,
    title: 'No claim of this period can be drawn',
    titleZh: '这一时段没有可以抽查的办结事项',
  },
  frameTooLarge: {
    status: 422,
    title: 'More than 20,000 claims; choose a shorter period',
    titleZh: '办结事项超过20000件，请缩短时段',
  },
  unknownChecker: {
    status: 422,
    title: 'Not a head or officer of the bureau today',
    titleZh: '核查人员须为督查局在岗的局长或督查员',
  },
  unknownUnit: { status: 422, title: 'This unit does not exist', titleZh: '单位不存在' },
  notYours: { status: 403, title: 'Somebody else was drawn for this check', titleZh: '这项核查由他人负责' },
  taskMovedOn: {
    status: 409,
    title: 'The task was worked again after the draw; have the check replaced',
    titleZh: '抽签后该任务又重新办理，请申请替换',
  },
  underCheck: {
    status: 409,
    title: 'A claim of this sample is under check since a moment ago; draw again',
    titleZh: '样本中有事项刚被另一批次抽中，请重新抽签',
  },
  notDrawn: { status: 409, title: 'The lots are not drawn yet', titleZh: '尚未抽签' },
  standardNotFound: { status: 404, title: 'There is no such standard', titleZh: '标准不存在' },
  versionNotFound: { status: 404, title: 'The standard has no such version', titleZh: '标准没有这一版本' },
  codeTaken: { status: 409, title: 'Another standard has this code', titleZh: '标准代码已被使用' },
  noDraft: { status: 409, title: 'The standard has no draft', titleZh: '标准没有草案' },
  ownDraft: { status: 403, title: 'Whoever drafted a version does not publish it', titleZh: '起草人不能自行发布' },
  faultyChecklist: { status: 422, title: 'The checklist cannot stand', titleZh: '检查表有误' },
  redLineRelaxed: {
    status: 422,
    title: 'A later version may not relax a red line',
    titleZh: '新版本不得放宽红线条款',
  },
  ruleChanged: {
    status: 422,
    title: 'A clause that keeps its key keeps the way it is answered',
    titleZh: '沿用编号的条款不得改变作答方式',
  },
  notLater: {
    status: 422,
    title: 'A version takes effect after those published before it, and not in the past',
    titleZh: '生效日期应晚于已发布版本，且不得早于今天',
  },
  notInForce: { status: 409, title: 'No version is in force today', titleZh: '标准尚无生效版本' },
  unknownClause: { status: 422, title: 'The version in force has no such clause', titleZh: '生效版本没有这一条款' },
  tooManyResults: {
    status: 422,
    title: 'More than 20,000 results; ask for one unit',
    titleZh: '结果超过20000条，请按单位查询',
  },
});
