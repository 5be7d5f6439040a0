import { defineFaults } from '@ducha/kernel';

/** Refusals about upward needs. */
export const needFault = defineFaults('need', {
  notFound: { status: 404, title: 'There is no such need', titleZh: '诉求不存在' },
  moveRefused: {
    status: 409,
    title: 'The need’s present state does not allow this',
    titleZh: '诉求当前状态不允许此操作',
  },
  notYourUnit: { status: 403, title: 'A unit asks for itself', titleZh: '只能以本单位名义提出诉求' },
  unknownUnit: { status: 422, title: 'This unit does not exist today', titleZh: '所选单位不存在或已撤销' },
  holderBelow: {
    status: 422,
    title: 'Whoever holds a need stands above or beside the unit that asks',
    titleZh: '诉求不能交由提出单位自己或其下级办理',
  },
  oneDoor: {
    status: 422,
    title: 'A need is registered under a mandate or put before a principal, not both',
    titleZh: '诉求要么依据常设授权立项，要么呈请领导批示，二者择一',
  },
  dateInPast: { status: 422, title: 'The day must lie in the future', titleZh: '日期应晚于今天' },
  taskOver: { status: 409, title: 'Its task is over already', titleZh: '对应督办任务已经办结或终止' },
});
