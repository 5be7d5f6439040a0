import { defineFaults } from '@ducha/kernel';
import { mapConstraint } from '@ducha/store';

/** Refusals about matters, proposals, mandates, replies and imports. */
export const matterFault = defineFaults('matter', {
  notFound: { status: 404, title: 'There is no such matter', titleZh: '未找到该事项' },
  alreadyEntered: { status: 409, title: 'This message was entered before', titleZh: '该留言此前已录入' },
  nothingToTell: {
    status: 409,
    title: 'No unit has answered anything that could be told',
    titleZh: '没有可供答复的办理情况',
  },
  moveRefused: {
    status: 409,
    title: 'The state of the matter does not allow this',
    titleZh: '事项当前状态不允许此操作',
  },
  declineNotAllowed: { status: 409, title: 'This kind of matter cannot be declined', titleZh: '该类事项不得不予立项' },
  hasMerged: {
    status: 409,
    title: 'Others were merged into this matter',
    titleZh: '有其他事项并入本事项，不能如此处理',
  },
  mergeRefused: { status: 422, title: 'It cannot be merged into that matter', titleZh: '不能并入该事项' },
  tasksOpen: { status: 409, title: 'A task of this matter is still open', titleZh: '事项的督办任务尚未办结' },
  replyOwed: { status: 409, title: 'Somebody still has to be answered', titleZh: '尚有人员未答复' },
  nobodyToAnswer: { status: 409, title: 'Nobody is left to be answered', titleZh: '没有需要答复的人员' },
  answeredThroughTarget: {
    status: 409,
    title: 'It is answered through the matter it was merged into',
    titleZh: '该事项已并案，应通过所并入的事项答复',
  },
  unknownSignatory: { status: 422, title: 'Not a signatory who waits for an answer', titleZh: '不是待答复的署名人' },
  unknownPlace: {
    status: 422,
    title: 'The template names something that is not known',
    titleZh: '模板中含有无法识别的占位符',
  },
  replyNotFound: { status: 404, title: 'This link is not valid or has expired', titleZh: '链接无效或已过期' },
  feedbackGiven: { status: 409, title: 'Feedback was given already', titleZh: '已评价，不能重复评价' },

  classified: {
    status: 422,
    title: 'A text bears a mark of secrecy; classified matters must not be brought into this system',
    titleZh: '内容带有密级标志，涉密事项严禁录入本系统',
  },
  fieldsWrong: { status: 422, title: 'Fields of this kind of matter are not right', titleZh: '该类事项的专有字段有误' },
  notAProponent: { status: 422, title: 'The person is not a proponent today', titleZh: '该人员目前不是建议人、提案人' },

  restrictedWay: {
    status: 409,
    title: 'An accusation only goes the restricted way',
    titleZh: '检举控告只能按限定渠道办理',
  },
  accusedUnknown: {
    status: 422,
    title: 'Who is accused must be named and exist',
    titleZh: '须指明被检举控告的单位或人员',
  },
  keeperUnfit: {
    status: 422,
    title: 'This person cannot handle the accusation',
    titleZh: '该人员不能经办此检举控告',
  },
  accusedEnters: {
    status: 403,
    title: 'Who is accused does not handle the accusation',
    titleZh: '被检举控告的单位人员不得经办此件',
  },
  sourceOfficers: {
    status: 422,
    title: 'Exactly two officers of the bureau must be named for a protected source',
    titleZh: '受保护来源须指定两名督查局人员',
  },
  noSource: { status: 404, title: 'Nothing of the source is protected here', titleZh: '该事项没有受保护的来源' },
  notSourceOfficer: {
    status: 403,
    title: 'Only the two officers who were named may read the source',
    titleZh: '仅指定的两名人员可以查看来源',
  },

  unmaskCapReached: {
    status: 429,
    title: 'You have been shown as much personal data today as the county allows',
    titleZh: '今日查看个人信息次数已达上限',
  },
  unmaskProtected: {
    status: 409,
    title: 'The identity of this source is protected',
    titleZh: '该来源受保护，须由指定的两名人员查看',
  },
  unmaskNotForUnits: {
    status: 403,
    title: 'Units are not shown how to reach those who asked in this kind of matter',
    titleZh: '该类事项不向承办单位提供诉求人联系方式',
  },
  alreadyHeld: { status: 409, title: 'The matter is held already', titleZh: '该事项已保全' },
  notHeld: { status: 409, title: 'Nobody holds the matter', titleZh: '该事项未保全' },
  nothingMasked: { status: 409, title: 'Nothing here is masked', titleZh: '此处没有被遮盖的个人信息' },

  unknownSeries: { status: 422, title: 'There is no such series of numbers', titleZh: '没有该编号序列' },
  patternWrong: { status: 422, title: 'The pattern cannot write numbers', titleZh: '编号格式有误' },
  patternTaken: { status: 409, title: 'Another series is written so', titleZh: '该格式已用于其他编号序列' },
  patternYear: {
    status: 422,
    title: 'A pattern begins in a year in which no number was given yet',
    titleZh: '编号格式只能从尚未发号的年度起用',
  },

  callBackNotAsked: {
    status: 409,
    title: 'Nobody of this matter is called back now',
    titleZh: '该事项当前无需回访',
  },
  receiptNotAwaited: { status: 409, title: 'No receipt is awaited', titleZh: '没有待回执的移送或转送' },
  statusNotFound: { status: 404, title: 'This link is not valid or has expired', titleZh: '链接无效或已过期' },

  notAPrincipal: { status: 422, title: 'The person is not a principal today', titleZh: '该人员目前不是县主要领导' },
  unknownUnit: { status: 422, title: 'There is no such unit today', titleZh: '单位不存在或已撤销' },
  repeatedUnit: { status: 422, title: 'A unit is named twice', titleZh: '同一单位重复出现' },
  dueInPast: { status: 422, title: 'The date lies in the past', titleZh: '时限不能早于当前时间' },
  dateInFuture: { status: 422, title: 'The date lies in the future', titleZh: '时间不能晚于当前时间' },
  tooMany: { status: 422, title: 'More matters than one act may take', titleZh: '一次操作的事项数量超过上限' },

  proposalNotFound: { status: 404, title: 'There is no such handling proposal', titleZh: '未找到该拟办意见' },
  proposalPending: { status: 409, title: 'A handling proposal waits for decision', titleZh: '已有拟办意见待批' },
  proposalDecided: { status: 409, title: 'The handling proposal was decided already', titleZh: '该拟办意见已批示' },
  proposalNotAgreed: { status: 422, title: 'The handling proposal was not agreed', titleZh: '该拟办意见未获同意' },
  notAddressedToYou: { status: 403, title: 'It was put before another leader', titleZh: '该拟办意见呈送的是其他领导' },
  instructionOpensNothing: {
    status: 422,
    title: 'No such instruction that orders work on this matter',
    titleZh: '没有对该事项的批办指示',
  },

  mandateNotFound: { status: 404, title: 'There is no such mandate', titleZh: '未找到该常设授权' },
  mandateNotInForce: { status: 409, title: 'The mandate is not in force', titleZh: '该常设授权当前不在有效期内' },
  mandateDoesNotCover: {
    status: 422,
    title: 'The mandate does not cover this matter',
    titleZh: '该常设授权不适用于此事项',
  },
  mandateOwnProposal: {
    status: 403,
    title: 'Who proposed a mandate does not approve it',
    titleZh: '提出人不得批准本人提出的授权',
  },
  mandateSettled: {
    status: 409,
    title: 'The mandate was approved, revoked or has expired',
    titleZh: '该授权已批准、已撤销或已到期',
  },
  mandatePeriod: {
    status: 422,
    title: 'The period must end after it begins and after today',
    titleZh: '授权期限有误：结束时间应晚于开始时间和当前时间',
  },
  needsTriage: { status: 409, title: 'The matter has not been triaged', titleZh: '事项尚待甄别' },
  noDuty: {
    status: 422,
    title: 'The duty register names no unit for its category',
    titleZh: '职责清单中没有与其类别对应的单位',
  },

  kindNotImported: {
    status: 422,
    title: 'This kind of matter does not come as a sheet',
    titleZh: '该类事项不支持表格导入',
  },
  exportNeedsSecond: {
    status: 403,
    title: 'More than 200 matters are exported only with a second person’s approval',
    titleZh: '导出超过 200 件事项须经第二人批准，请提出导出申请',
  },
  noFile: { status: 400, title: 'A file is required in the field "file"', titleZh: '请在 file 字段上传文件' },
  importNotFound: { status: 404, title: 'There is no such import', titleZh: '未找到该导入' },
  importCommitted: { status: 409, title: 'The import was committed already', titleZh: '该导入已提交' },
  importRunning: { status: 409, title: 'The import is being committed', titleZh: '该导入正在提交' },
  importRejected: {
    status: 422,
    title: 'Some rows were rejected, so nothing was imported',
    titleZh: '存在不合格的行，未导入任何数据',
  },
});

mapConstraint('matter_foreign_once', () => matterFault('alreadyEntered'));
mapConstraint('handling_proposal_one_open', () => matterFault('proposalPending'));
mapConstraint('standing_mandate_two_people', () => matterFault('mandateOwnProposal'));
mapConstraint('matter_hold_one', () => matterFault('alreadyHeld'));
mapConstraint('task_not_of_restricted', () => matterFault('restrictedWay'));
