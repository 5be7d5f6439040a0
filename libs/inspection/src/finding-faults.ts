import { defineFaults } from '@ducha/kernel';

/** Refusals about findings. */
export const findingFault = defineFaults('finding', {
  notFound: { status: 404, title: 'There is no such finding', titleZh: '问题不存在' },
  visitNotFound: { status: 404, title: 'There is no such visit', titleZh: '走访任务不存在' },
  inspectionNotFound: { status: 404, title: 'There is no such inspection', titleZh: '督查活动不存在' },
  notEarlier: { status: 422, title: 'No earlier round of this inspection', titleZh: '不是可比较的以往轮次' },
  moveRefused: { status: 409, title: 'The present state does not allow this', titleZh: '当前状态不允许此操作' },
  notArrived: { status: 409, title: 'The group has not arrived yet', titleZh: '尚未到达，不能记录' },
  visitOver: { status: 409, title: 'The visit was given to somebody else', titleZh: '该走访已由他人接替' },
  onlyReads: { status: 403, title: 'Invited people read and comment', titleZh: '受邀人员只能查看和提出意见' },
  steppedBack: { status: 403, title: 'You stepped back from this visit', titleZh: '您已回避该走访，不能再记录' },
  idTaken: {
    status: 409,
    title: 'Another finding was sent under this id',
    titleZh: '该编号已用于另一条问题，请重新记录',
  },
  answerIdTaken: {
    status: 409,
    title: 'Another answer was sent under this id',
    titleZh: '该编号已用于另一次作答，请重新作答',
  },
  noStandard: { status: 409, title: 'The inspection names no standard', titleZh: '本次督查未设检查标准' },
  unknownClause: { status: 422, title: 'The standard has no such clause', titleZh: '检查标准没有这一条款' },
  notCrossChecked: {
    status: 409,
    title: 'A person recorded this finding',
    titleZh: '该问题由人员记录，不是系统交叉核对形成',
  },
  wentAlong: {
    status: 403,
    title: 'Whoever goes along does not read what is compared',
    titleZh: '参加走访的人员不能查看核对依据',
  },
  givenAlready: {
    status: 422,
    title: 'The unit gave material already; say why it is asked again',
    titleZh: '该单位一年内已提供过材料，再次索要须说明理由',
  },
  retaliationNotFound: { status: 404, title: 'There is no such report', titleZh: '举报不存在' },
  retaliationSettled: { status: 409, title: 'The report is settled', titleZh: '该举报已办结' },
  notHousehold: { status: 409, title: 'This is asked at a household', titleZh: '只在入户走访时询问' },
  askedAlready: { status: 409, title: 'The answer was taken down already', titleZh: '该项询问已记录，不能更改' },
  wrongAnswer: { status: 422, title: 'The clause is answered in another way', titleZh: '作答方式与条款不符' },
  unknownUnit: { status: 422, title: 'Not an object of this inspection', titleZh: '不是本次督查的对象' },
  authorMayNotConfirm: {
    status: 403,
    title: 'Whoever recorded a finding does not confirm it',
    titleZh: '问题记录人不能自行确认',
  },
  authorMayNotVerify: {
    status: 403,
    title: 'Somebody else verifies than who recorded or fixed it',
    titleZh: '记录人和报称整改人不能自行核验',
  },
  confirmedOnce: {
    status: 409,
    title: 'You confirmed it already; somebody else must, too',
    titleZh: '您已确认过，还需另一人确认',
  },
  otherObject: {
    status: 422,
    title: 'Findings about other objects are not merged',
    titleZh: '不同督查对象的问题不能合并',
  },
  noEvidence: { status: 409, title: 'A finding stands on evidence', titleZh: '问题没有证据，不能确认' },
  handedOver: { status: 409, title: 'A receipt was noted already', titleZh: '已登记回执' },
  isIndividual: {
    status: 422,
    title: 'The spread suggests individual problems; say why it is common',
    titleZh: '按分布规则属个性问题，认定为共性须说明理由',
  },
  problemNotFound: { status: 404, title: 'There is no such common problem', titleZh: '共性问题不存在' },
  checkOrdered: { status: 409, title: 'Every unit named has its order already', titleZh: '所选单位均已下达自查' },
});
