import { defineFaults } from '@ducha/kernel';
import { mapConstraint } from '@ducha/store';

/** Refusals at sign-in and of accounts. */
export const accessFault = defineFaults('access', {
  badCredentials: { status: 401, title: 'The name or the password is wrong', titleZh: '账号或密码不正确' },
  lockedOut: { status: 429, title: 'Too many attempts, please wait', titleZh: '尝试次数过多，请稍后再试' },
  linkSpent: {
    status: 404,
    title: 'This sign-in link was used already or has expired',
    titleZh: '该登录链接已使用或已失效',
  },
  entrySpent: {
    status: 404,
    title: 'This link was used already or has expired; ask for a new one',
    titleZh: '该启用链接已使用或已失效，请联系管理员重新生成',
  },
  noAccount: { status: 422, title: 'This person has no account', titleZh: '该人员没有账号' },
  openedAlready: {
    status: 409,
    title: 'This person signs in already; a new password is given by two administrators',
    titleZh: '该人员已启用账号；重置口令须由两名管理员共同办理',
  },
  notDecider: {
    status: 403,
    title: 'Only who decided the request hands over its link',
    titleZh: '启用链接只能由审批该申请的管理员生成',
  },
  postNotHeld: { status: 422, title: 'You do not hold this post today', titleZh: '您当前未担任该岗位' },
  noPost: { status: 403, title: 'Choose the post you act in first', titleZh: '请先选择当前岗位' },
  noPostToday: {
    status: 403,
    title: 'You hold no post today; ask an administrator',
    titleZh: '您当前没有任何岗位，请联系管理员',
  },
  loginTaken: { status: 409, title: 'This account name is taken', titleZh: '该账号名已被使用' },
  weakPassword: { status: 422, title: 'The password is too short or too common', titleZh: '密码过短或过于常见' },
  mixedAdministrator: {
    status: 422,
    title: 'An administrator holds no other post',
    titleZh: '管理员岗位不得兼任其他岗位',
  },
  factorNeeded: { status: 401, title: 'Please present your second factor', titleZh: '请完成第二步验证' },
  enrolmentNeeded: {
    status: 401,
    title: 'Your post asks for a second factor; please enrol one first',
    titleZh: '您的岗位要求双重验证，请先登记验证方式',
  },
  proofNeeded: { status: 403, title: 'Please prove again who you are', titleZh: '请重新验证身份后再操作' },
  badCode: {
    status: 422,
    title: 'The code is wrong, too old or was used already',
    titleZh: '验证码不正确、已过期或已使用过',
  },
  badPasskey: { status: 422, title: 'The passkey was not accepted', titleZh: '通行密钥未通过验证' },
  noPasskeysHere: {
    status: 422,
    title: 'Passkeys need the address by which this county is reached',
    titleZh: '当前访问地址不支持通行密钥，请使用县里的正式网址',
  },
  lastFactor: {
    status: 422,
    title: 'Your post needs a second factor; enrol another one first',
    titleZh: '您的岗位必须保留一种验证方式，请先登记另一种',
  },
  otherSecretKey: {
    status: 503,
    title: 'This server has another secret key than the one that sealed the factor',
    titleZh: '服务器密钥与登记时不一致，请联系系统管理员',
  },
  administratorToken: {
    status: 403,
    title: 'Administrators have no access tokens',
    titleZh: '管理员岗位不得使用访问令牌',
  },
  tokenScope: {
    status: 422,
    title: 'An access token is given acts of your own post only',
    titleZh: '访问令牌只能授予本岗位已有的权限',
  },
  tokenTerm: {
    status: 422,
    title: 'An access token lives for a year at most',
    titleZh: '访问令牌有效期最长一年',
  },
  twoPersonsNeeded: {
    status: 403,
    title: 'This post is given and ended by two administrators together',
    titleZh: '该岗位的授予和终止须由两名管理员共同办理',
  },
  ownRequest: {
    status: 403,
    title: 'Nobody decides about themselves or about what they asked for',
    titleZh: '不得为本人申请，也不得审批本人提出的申请',
  },
  samePower: {
    status: 403,
    title: 'An administrator of another kind decides',
    titleZh: '须由另一类管理员审批',
  },
  requestMoveRefused: {
    status: 409,
    title: 'The request was decided already',
    titleZh: '该申请已办结',
  },
  notPrivileged: {
    status: 422,
    title: 'This post needs no second administrator',
    titleZh: '该岗位无需两人共同授权',
  },
  lastAdministrator: {
    status: 422,
    title: 'The last administrator of a kind stays',
    titleZh: '每类管理员至少保留一名',
  },
  notYourPeople: {
    status: 403,
    title: 'A unit head keeps the liaisons and staff of the own unit only',
    titleZh: '单位负责人只能管理本单位的联络员和承办人',
  },
  postOverlaps: {
    status: 409,
    title: 'The person holds this post already',
    titleZh: '该人员已担任此岗位',
  },
  nothingToPass: {
    status: 409,
    title: 'There is nothing to take over (any more)',
    titleZh: '没有需要交接的事项，可能已被他人接手',
  },
  delegationTooWide: {
    status: 422,
    title: 'Nobody lends an act that is not their own or may not be lent',
    titleZh: '不得委托本人没有的权限或不得委托的权限',
  },
  delegationTaker: {
    status: 422,
    title: 'This person cannot act for you',
    titleZh: '该人员不能代行您的职权',
  },
  delegationOver: { status: 409, title: 'The delegation is over', titleZh: '该委托已终止' },
  oidcOff: { status: 404, title: 'There is no other way of signing in here', titleZh: '未启用统一身份认证登录' },
  oidcRefused: {
    status: 401,
    title: 'The answer of the identity provider was not accepted',
    titleZh: '统一身份认证的应答未通过校验',
  },
  oidcUnreachable: {
    status: 503,
    title: 'The identity provider cannot be reached at the moment',
    titleZh: '暂时无法连接统一身份认证，请稍后再试',
  },
  subjectUnknown: {
    status: 403,
    title: 'Nobody here is known by that identity; ask an administrator',
    titleZh: '该身份尚未对应到本系统人员，请联系管理员',
  },
  subjectTaken: {
    status: 409,
    title: 'That identity belongs to another account',
    titleZh: '该身份已对应到其他账号',
  },
});

mapConstraint('post_once', () => accessFault('postOverlaps'));
mapConstraint('account_login_once', () => accessFault('loginTaken'));
