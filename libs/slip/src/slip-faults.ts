import { defineFaults } from '@ducha/kernel';
import { mapConstraint } from '@ducha/store';

/** Refusals about slips and objections. */
export const slipFault = defineFaults('slip', {
  notFound: { status: 404, title: 'There is no such slip', titleZh: '未找到该督办单' },
  moveRefused: {
    status: 409,
    title: 'The slip’s present state does not allow this',
    titleZh: '督办单当前状态不允许此操作',
  },
  replyLate: { status: 409, title: 'The time for a reply is over', titleZh: '督办单回复期限已过' },
  senderMayNotJudge: {
    status: 403,
    title: 'Who sent a slip, stood in for who did, or replied to it does not judge the reason',
    titleZh: '督办单的跟办人、代办人和回复人不得审定回复理由',
  },
  objectionNotFound: { status: 404, title: 'There is no such objection', titleZh: '未找到该申辩' },
  objectionMade: { status: 409, title: 'This has been objected to already', titleZh: '已就此提出过申辩' },
  nothingHeld: {
    status: 409,
    title: 'Nothing is held against the unit here',
    titleZh: '此处没有可以申辩的不利记录',
  },
  objectionDecided: { status: 409, title: 'The objection is decided already', titleZh: '该申辩已有裁定' },
  makerMayNotDecide: {
    status: 403,
    title: 'Who made what is objected to, stood in for who did, or objects does not decide on it',
    titleZh: '作出原处理的跟办人、代办人和申辩人不得裁定该申辩',
  },
});

/** Second line of the rules: what the database refuses is the same refusal as in code. Called once, when the module loads. */
export function mapSlipConstraints(): void {
  mapConstraint('slip_other_person', () => slipFault('senderMayNotJudge'));
  mapConstraint('objection_other_person', () => slipFault('makerMayNotDecide'));
  mapConstraint('objection_once', () => slipFault('objectionMade'));
}
