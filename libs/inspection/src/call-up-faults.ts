import { defineFaults } from '@ducha/kernel';

/** Refusals about call-ups, to named persons, to the called one, and to whoever holds a device. */
export const callUpFault = defineFaults('call_up', {
  unfit: {
    status: 422,
    title: 'Somebody has no post today, or is an administrator',
    titleZh: '有人员没有在任岗位，或属于三员',
  },
  calledAlready: { status: 409, title: 'Somebody is called up already', titleZh: '有人员已在召集之列' },
  periodReversed: { status: 422, title: 'It ends before it begins', titleZh: '起止时间颠倒' },
  withdrawn: { status: 409, title: 'This call-up was taken back', titleZh: '该召集已取消' },
  doneAlready: { status: 409, title: 'This is recorded already', titleZh: '已经登记' },
  phoneMoved: {
    status: 409,
    title: 'The telephone was handed in or given back already',
    titleZh: '手机已上交或已发还',
  },
  planOver: { status: 409, title: 'The plan was given up', titleZh: '方案已撤销' },
  noAccount: {
    status: 422,
    title: 'This person has no account; print the sheet of the group',
    titleZh: '此人没有账号，请使用纸质任务单',
  },
  linkSpent: {
    status: 404,
    title: 'This link was used already or has expired',
    titleZh: '此启用链接已使用或已失效，请重新生成',
  },
});
