import { defineFaults } from '@ducha/kernel';
import { mapConstraint } from '@ducha/store';

/** Refusals about the end of personal data. */
export const privacyFault = defineFaults('privacy', {
  monthsWrong: {
    status: 422,
    title: 'A retention period is outside what the law and its purpose allow',
    titleZh: '保存期限超出法定或必要范围',
  },
  purgeNotFound: { status: 404, title: 'There is no such purge', titleZh: '未找到该清除批次' },
  purgeMoveRefused: {
    status: 409,
    title: 'The state of the purge does not allow this',
    titleZh: '该清除批次当前状态不允许此操作',
  },
  purgeOwnRequest: {
    status: 403,
    title: 'Who asked for a purge does not decide on it',
    titleZh: '申请人不得批准本人申请的清除',
  },
});

mapConstraint('purge_two_people', () => privacyFault('purgeOwnRequest'));
