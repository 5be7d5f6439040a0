import { defineFaults } from '@ducha/kernel';
import { mapConstraint } from '@ducha/store';

/** Refusals about notices and the ways they go. */
export const noticeFault = defineFaults('notice', {
  notFound: { status: 404, title: 'There is no such notice', titleZh: '未找到该通知' },
  channelNotFound: { status: 404, title: 'There is no such channel', titleZh: '未找到该通知渠道' },
  addressNotFound: { status: 404, title: 'There is no such address request', titleZh: '未找到该外发地址' },
  deliveryNotFound: { status: 404, title: 'There is no such message', titleZh: '未找到该条发送记录' },
  addressNotAllowed: {
    status: 422,
    title: 'This address is not on the list that two administrators allowed',
    titleZh: '该地址不在经两名管理员批准的外发地址名单内',
  },
  addressKnown: {
    status: 409,
    title: 'This address is allowed or asked for already',
    titleZh: '该地址已在名单内或正在审批',
  },
  addressMoveRefused: {
    status: 409,
    title: 'The state of the address does not allow this',
    titleZh: '该外发地址当前状态不允许此操作',
  },
  addressOwnRequest: {
    status: 403,
    title: 'Who asked for an address does not decide on it, nor does an administrator of the same kind',
    titleZh: '申请人及同类管理员不得批准该外发地址',
  },
  addressForbidden: {
    status: 422,
    title: 'Messages never go to such an address',
    titleZh: '不允许向该类地址外发',
  },
  channelIncomplete: { status: 422, title: 'The channel lacks something it needs', titleZh: '渠道配置不完整' },
  templateFlawed: {
    status: 422,
    title: 'The template holds a field that does not exist here',
    titleZh: '模板含有不可用的字段',
  },
  hoursWrong: { status: 422, title: 'The hours do not fit together', titleZh: '时段设置不正确' },
  wayForbidden: {
    status: 422,
    title: 'The county does not send this by that channel',
    titleZh: '县里未开通该类通知的此渠道',
  },
  mailNotAllowed: {
    status: 422,
    title: 'The county sends no mail to this domain',
    titleZh: '县里不向该邮箱域名发送邮件',
  },
  noContact: {
    status: 422,
    title: 'You have no address of your own for this channel',
    titleZh: '您本人没有该渠道的联系方式，无法试发',
  },
  notAsked: { status: 409, title: 'You are not asked to acknowledge this', titleZh: '该通知无需您确认' },
  acknowledged: { status: 409, title: 'This person has acknowledged meanwhile', titleZh: '该同志已确认收到' },
  deliveryMoveRefused: {
    status: 409,
    title: 'Only a parked message can be sent again',
    titleZh: '只有已搁置的消息可以重发',
  },
});

mapConstraint('notice_address_one', () => noticeFault('addressKnown'));
mapConstraint('notice_address_two_people', () => noticeFault('addressOwnRequest'));
