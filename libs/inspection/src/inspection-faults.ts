import { defineFaults } from '@ducha/kernel';

/** Refusals about draws and look-backs. */
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
});
