import { defineFaults } from '@ducha/kernel';

/** Refusals at sign-in and of accounts. */
export const accessFault = defineFaults('access', {
  badCredentials: { status: 401, title: 'The name or the password is wrong', titleZh: '账号或密码不正确' },
  lockedOut: { status: 429, title: 'Too many attempts, please wait', titleZh: '尝试次数过多，请稍后再试' },
  linkSpent: {
    status: 404,
    title: 'This sign-in link was used already or has expired',
    titleZh: '该登录链接已使用或已失效',
  },
  postNotHeld: { status: 422, title: 'You do not hold this post today', titleZh: '您当前未担任该岗位' },
  noPost: { status: 403, title: 'Choose the post you act in first', titleZh: '请先选择当前岗位' },
  loginTaken: { status: 409, title: 'This account name is taken', titleZh: '该账号名已被使用' },
  weakPassword: { status: 422, title: 'The password is too short or too common', titleZh: '密码过短或过于常见' },
  mixedAdministrator: {
    status: 422,
    title: 'An administrator holds no other post',
    titleZh: '管理员岗位不得兼任其他岗位',
  },
});
