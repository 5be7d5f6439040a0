import { defineFaults } from '@ducha/kernel';

/** Refusals about conclusions, what is proposed after them, and their reviews. */
export const conclusionFault = defineFaults('conclusion', {
  notFound: { status: 404, title: 'There is no such conclusion', titleZh: '督查结论不存在' },
  moveRefused: { status: 409, title: 'The present state does not allow this', titleZh: '当前状态不允许此操作' },
  alreadyDrafted: { status: 409, title: 'This object has its conclusion', titleZh: '该督查对象已有结论' },
  tooEarly: { status: 409, title: 'Nobody has been on the spot yet', titleZh: '尚未开展现场督查，不能起草结论' },
  unknownUnit: { status: 422, title: 'Not an object of this inspection', titleZh: '不是本次督查的对象' },
  unknownFinding: {
    status: 422,
    title: 'Not a finding about this object',
    titleZh: '所选问题不属于该督查对象',
  },
  unready: { status: 409, title: 'The conclusion cannot go on like this', titleZh: '结论尚不完备，不能进行下一步' },
  checkRuns: {
    status: 409,
    title: 'The object still has time to check the facts',
    titleZh: '事实核对期限未满，督查对象尚未答复',
  },
  checkOver: { status: 409, title: 'The time to check the facts is over', titleZh: '事实核对期限已过' },
  checkSaid: { status: 409, title: 'The object has answered already', titleZh: '督查对象已答复事实核对' },
  noPoint: { status: 409, title: 'The object raised nothing against this', titleZh: '督查对象未就该问题提出异议' },
  pointDecided: { status: 409, title: 'The point is decided', titleZh: '该异议已作处理' },
  makerMayNotDecide: {
    status: 403,
    title: 'Somebody else decides than who recorded or confirmed it',
    titleZh: '问题的记录人、确认人不能处理对该问题的异议',
  },
  reviewNotFound: { status: 404, title: 'There is no such review', titleZh: '复核案件不存在' },
  reviewTooLate: {
    status: 409,
    title: 'The time to apply for review is over',
    titleZh: '申请复核的期限已过',
  },
  tookPart: {
    status: 403,
    title: 'Whoever took part in the conclusion withdraws from its review',
    titleZh: '参与作出督查结论的人员应当回避复核',
  },
  notReviewer: { status: 422, title: 'Not a reviewer today', titleZh: '所选人员当前不是复核人员' },
  notProposed: { status: 409, title: 'The reviewer has not proposed anything yet', titleZh: '复核人员尚未提出意见' },
  reviewerMayNotDecide: { status: 403, title: 'Whoever reviewed does not decide', titleZh: '复核人员不能作出决定' },
  signerDecides: {
    status: 422,
    title: 'You signed the conclusion: say why nobody else decides',
    titleZh: '您签发了原结论，请说明为何由您决定',
  },
  faultyChanges: { status: 422, title: 'The changes do not fit the verdict', titleZh: '变更内容与复核决定不符' },
  outcomeNotFound: { status: 404, title: 'There is no such proposal', titleZh: '建议不存在' },
  proposerMayNotDecide: {
    status: 403,
    title: 'Whoever proposed does not decide',
    titleZh: '提出建议的人不能自行批准',
  },
  onlyAccountability: {
    status: 409,
    title: 'Only an approved proposal on accountability is handed over',
    titleZh: '只有获批的问责建议可以移交',
  },
});
