import { defineFaults } from '@ducha/kernel';

/** Refusals of the engine. */
export const taskFault = defineFaults('task', {
  notFound: { status: 404, title: 'There is no such task', titleZh: '任务不存在' },
  moveRefused: {
    status: 409,
    title: 'The task’s present state does not allow this',
    titleZh: '任务当前状态不允许此操作',
  },
  incomplete: { status: 422, title: 'The task lacks what this step needs', titleZh: '任务要素不全，无法办理' },
  dueInPast: { status: 422, title: 'The due date lies in the past', titleZh: '办理时限早于当前时间' },
  unknownUnit: { status: 422, title: 'There is no such unit', titleZh: '承办单位不存在或已撤销' },
  duplicateUnit: { status: 422, title: 'A unit is named twice', titleZh: '承办单位重复' },
  villageNotDirect: {
    status: 422,
    title: 'A village receives work only through its township',
    titleZh: '任务不能直接交办到村，应交办所属乡镇',
  },
  unknownPerson: { status: 422, title: 'There is no such person', titleZh: '人员不存在' },
  postNotHeld: { status: 422, title: 'The person does not hold the post this needs', titleZh: '该人员未担任相应岗位' },
  unknownMatter: { status: 422, title: 'There is no such matter', titleZh: '事项不存在' },
  unknownParent: { status: 422, title: 'There is no such parent task', titleZh: '上级任务不存在' },
  targetIncomplete: { status: 422, title: 'A target needs a value and a unit', titleZh: '目标值与计量单位须同时填写' },
  reportIncomplete: {
    status: 422,
    title: 'A routine report needs its rhythm and its reason',
    titleZh: '定期报告须同时写明周期和理由',
  },
  reportTooOften: {
    status: 422,
    title: 'Reports more often than monthly need a principal’s order that says so',
    titleZh: '报告频次高于每月一次，须有县主要领导批示写明',
  },
  numberTaken: { status: 409, title: 'This registration number is taken', titleZh: '立项编号已被使用' },
  mandateNotInForce: {
    status: 422,
    title: 'No standing mandate in force covers this',
    titleZh: '没有有效的常设授权覆盖该任务',
  },
  registrationNeeded: { status: 422, title: 'Only a registered task can be dispatched', titleZh: '任务须先立项再交办' },
  notYourLeader: {
    status: 403,
    title: 'This lies before another leader',
    titleZh: '该任务不在您（或您所服务领导）名下',
  },
  doerMayNotJudge: {
    status: 403,
    title: 'Somebody outside all doing units must do this',
    titleZh: '须由所有承办单位之外的人员办理',
  },
  officeOnlyForBureau: {
    status: 403,
    title: 'The leader’s office does this only for the bureau’s own tasks',
    titleZh: '领导办公室仅对督查局自办任务行使此权',
  },
  isParent: {
    status: 409,
    title: 'The task is split; its sub-tasks are worked instead',
    titleZh: '任务已分解，请对子任务办理',
  },
  alreadyAssigned: {
    status: 409,
    title: 'The task was sent to units already',
    titleZh: '任务已交办到单位，不能再分解',
  },
  childrenOpen: { status: 409, title: 'Some sub-tasks are still open', titleZh: '尚有子任务未办结' },
  principalAwaits: {
    status: 409,
    title: 'A principal asked for the result: present it',
    titleZh: '领导交办事项须先呈报，由领导圈阅后办结',
  },
  nobodyAsked: { status: 409, title: 'No principal asked for the result', titleZh: '该任务没有交办领导，无须呈报' },
  followUpMissing: {
    status: 409,
    title: 'A B or C result closes only with a follow-up date or task',
    titleZh: 'B、C 类结果须有跟踪督办安排方可办结',
  },
  officerAlready: { status: 409, title: 'The task is this officer’s already', titleZh: '该任务已由此人跟办' },
  suspended: { status: 409, title: 'The task is suspended', titleZh: '任务已中止计时，暂不能办理' },
  unitAlreadyDoing: { status: 409, title: 'This unit has the task already', titleZh: '该单位已承办此任务' },
  redoNamesNone: {
    status: 422,
    title: 'A redo names the assignments it returns',
    titleZh: '退回重办须指明退回的交办单',
  },
  redoNotAnswered: {
    status: 422,
    title: 'Only answered assignments of this round can be returned',
    titleZh: '只能退回本轮已报结的交办单',
  },
  redoWithoutLead: {
    status: 422,
    title: 'The lead answers for the task, so a redo always returns its assignment too',
    titleZh: '退回重办须同时退回主办单位的交办单',
  },
  nothingCorrected: { status: 422, title: 'Nothing would change', titleZh: '没有任何更正内容' },
  fixedAfterDispatch: {
    status: 422,
    title: 'Units are changed by recall, reassignment or adding once the task was sent',
    titleZh: '交办后不能直接更正承办单位，请撤回、改派或增加协办',
  },
  onlyOrdersDecide: {
    status: 422,
    title: 'Only an order (批办) decides that a township takes an item against its lists',
    titleZh: '只有“批办”才能决定将清单外事项交乡镇（街道）办理',
  },
  withdrawnItem: {
    status: 422,
    title: 'The item was withdrawn from the townships; giving it to one needs a principal’s written decision',
    titleZh: '该事项已列入上级部门收回清单，交乡镇（街道）办理须有县主要领导的书面决定',
  },
  assistingItem: {
    status: 422,
    title: 'Townships only assist in this item; letting one lead needs a principal’s written decision',
    titleZh: '该事项属乡镇（街道）配合履职事项，由乡镇（街道）主办须有县主要领导的书面决定',
  },
  wordsNeeded: { status: 422, title: 'Words are needed with this decision', titleZh: '请填写批示或意见' },
  unknownInstruction: { status: 404, title: 'There is no such instruction', titleZh: '批示不存在' },
  instructionNotYours: {
    status: 403,
    title: 'Only the leader in whose name it was given may disown it',
    titleZh: '只能由本人撤销以其名义作出的批示',
  },
  instructionDisowned: { status: 409, title: 'The instruction is disowned already', titleZh: '该批示已被撤销' },
  instructionMovedOn: {
    status: 409,
    title: 'A newer edition of this instruction exists',
    titleZh: '该批示已有更新版本',
  },
  // the ledger's views and exports
  viewNotFound: { status: 404, title: 'There is no such view', titleZh: '视图不存在' },
  viewNotYours: { status: 403, title: 'Only its owner changes a view', titleZh: '只有建立视图的人可以修改或删除' },
  tooManyViews: { status: 409, title: 'You have as many views as one person may keep', titleZh: '保存的视图已达上限' },
  exportNeedsSecond: {
    status: 403,
    title: 'More than 200 rows are exported only with a second person’s approval',
    titleZh: '导出超过 200 行须经第二人批准，请提出导出申请',
  },
  exportRequestNotFound: { status: 404, title: 'There is no such export request', titleZh: '导出申请不存在' },
  exportMoveRefused: {
    status: 409,
    title: 'The request’s present state does not allow this',
    titleZh: '导出申请当前状态不允许此操作',
  },
  exportOwnRequest: { status: 403, title: 'Somebody else must decide on this', titleZh: '本人提出的申请须由他人批准' },
  exportNotYours: { status: 403, title: 'Only who asked may take the file', titleZh: '只能由申请人本人下载' },
  exportByOperator: {
    status: 409,
    title: 'The operator writes this file: ducha export register FILE --request with the number of the request',
    titleZh: '该文件由系统管理员在命令行导出：ducha export register 文件 --request 申请编号',
  },
  // assignments
  assignmentNotFound: { status: 404, title: 'There is no such assignment', titleZh: '交办单不存在' },
  assignmentMoveRefused: {
    status: 409,
    title: 'The assignment’s present state does not allow this',
    titleZh: '交办单当前状态不允许此操作',
  },
  assistsOpen: {
    status: 409,
    title: 'An assisting unit has not been accepted yet',
    titleZh: '尚有协办单位意见未采纳，不能签发',
  },
  followUpUnnamed: {
    status: 422,
    title: 'A B or C result names the day of its follow-up',
    titleZh: 'B、C 类结果须填写跟踪督办日期',
  },
  notQuantified: {
    status: 422,
    title: 'The task has no target value to report against',
    titleZh: '该任务没有目标值，不能填报完成值',
  },
  urgingRefused: {
    status: 409,
    title: 'The unit owes nothing on this assignment now',
    titleZh: '该交办单当前不在单位办理中，无需催办',
  },
  urgedLately: {
    status: 409,
    title: 'The unit was urged about this a short while ago',
    titleZh: '距上次催办时间过短，请稍后再催',
  },
  urgingNotFound: { status: 404, title: 'There is no such urging to answer', titleZh: '未找到需要回复的催办' },
  urgingAnswered: { status: 409, title: 'This urging is answered already', titleZh: '该催办已回复' },
  errandNotFound: { status: 404, title: 'Nobody of the unit was given this', titleZh: '没有这项单位内分办' },
  errandRefused: {
    status: 409,
    title: 'The present state of the assignment or of the work given out does not allow this',
    titleZh: '交办单或单位内分办的当前状态不允许此操作',
  },
  errandNotYours: {
    status: 403,
    title: 'Only who was given the work reports on it',
    titleZh: '只有承办人本人可以反馈',
  },
  notYourStaff: {
    status: 422,
    title: 'Work is given to people of the own unit only',
    titleZh: '只能分给本单位（含下级）在岗人员',
  },
  errandInHand: { status: 409, title: 'Somebody named has it already', titleZh: '所选人员中有人已经承办此件' },
  innerDueTooLate: {
    status: 422,
    title: 'The date inside the unit lies between now and the assignment’s own',
    titleZh: '内部时限应在现在之后、不晚于交办时限',
  },
});
