import { defineFaults } from '@ducha/kernel';

/** Refusals about sealed plans. Only named persons ever see them: for everybody else there is nothing that could refuse. */
export const sealedFault = defineFaults('sealed', {
  wrongPassphrase: {
    status: 422,
    title: 'This passphrase does not open the plan',
    titleZh: '密封口令不正确，无法打开方案',
  },
  tooManyAttempts: { status: 429, title: 'Too many attempts; wait a while', titleZh: '尝试次数过多，请稍后再试' },
  weakPassphrase: {
    status: 422,
    title: 'Choose a passphrase of at least ten different-looking characters',
    titleZh: '密封口令至少十个字符，且不能过于简单',
  },
  movedOn: { status: 409, title: 'The key was changed a moment ago', titleZh: '密钥刚刚更换，请重新打开' },
  notJoined: {
    status: 409,
    title: 'Choose your own passphrase with the invitation code first',
    titleZh: '请先用邀请码设定自己的密封口令',
  },
  joinedAlready: { status: 409, title: 'You have a passphrase already', titleZh: '您已设定密封口令' },
  wrongCode: { status: 422, title: 'This invitation code is not right', titleZh: '邀请码不正确' },
  codeOver: {
    status: 409,
    title: 'The invitation is over; ask for a new one',
    titleZh: '邀请码已过期，请知情人重新邀请',
  },
  notYours: { status: 403, title: 'Another capacity is needed for this', titleZh: '您在本方案中的身份不能办理此事' },
  moveRefused: { status: 409, title: 'The present state does not allow this', titleZh: '当前状态不允许此操作' },
  unfitKeeper: {
    status: 422,
    title: 'Only principals, heads and officers of the bureau are named; auditors after the release',
    titleZh: '知情人须为县主要领导或督查局局长、督查员；审计人员在启封后方可知情',
  },
  unknownKeeper: { status: 422, title: 'This person is not named', titleZh: '此人不在知情人之列' },
  ownWithdrawal: { status: 422, title: 'Nobody withdraws themselves', titleZh: '不能将自己移出知情人' },
  noShareLeft: { status: 409, title: 'All shares are taken', titleZh: '密钥分片已全部领取' },
  shareTaken: { status: 409, title: 'You have taken your share', titleZh: '您已领取密钥分片' },
  sharesNotTaken: {
    status: 409,
    title: 'Before it is sealed, enough people must hold their share',
    titleZh: '密封前须有足够的知情人领取密钥分片',
  },
  badShare: {
    status: 422,
    title: 'A share is not as it was written down',
    titleZh: '有密钥分片与原件不符，请核对',
  },
  tooFewShares: { status: 422, title: 'More shares are needed', titleZh: '密钥分片不足' },
  notAsked: { status: 409, title: 'Nobody asks for the release at this moment', titleZh: '当前没有待确认的启封申请' },
  askedAlready: { status: 409, title: 'Somebody asks for the release already', titleZh: '已有人申请启封' },
  ownAsking: { status: 403, title: 'Whoever asks does not confirm', titleZh: '申请启封的人不能自己确认' },
  confirmedAlready: { status: 409, title: 'You have confirmed already', titleZh: '您已确认启封' },
  drawNotCommitted: { status: 409, title: 'Commit to a seed first', titleZh: '请先承诺抽签种子' },
  notReleased: { status: 409, title: 'Only after the release', titleZh: '启封后方可查看' },
});
