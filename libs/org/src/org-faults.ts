import { defineFaults } from '@ducha/kernel';

/** Refusals about units and duties. */
export const orgFault = defineFaults('org', {
  noDuty: {
    status: 404,
    title: 'The duty register names no unit for this category',
    titleZh: '职责清单中没有与该类别对应的单位',
  },
  dutyNotFound: { status: 404, title: 'There is no such line in the duty register', titleZh: '职责清单中没有该条目' },
  dutyEnded: { status: 409, title: 'The line has ended', titleZh: '该条目已终止' },
  dutyUnnamed: { status: 422, title: 'The line names no item', titleZh: '未填写事项' },
  dutyTaken: {
    status: 409,
    title: 'The item has a line in force; change that one',
    titleZh: '该事项已有在用条目，请变更原条目',
  },
  dutySame: { status: 422, title: 'Nothing would change', titleZh: '内容没有变化' },
  dutyDates: {
    status: 422,
    title: 'The day lies ahead, or before something that is recorded of the item',
    titleZh: '日期不能晚于今天，也不能早于该事项已有的记录',
  },
  repeatedUnit: { status: 422, title: 'A unit is named twice', titleZh: '同一单位重复' },
  townshipOnWithdrawn: {
    status: 422,
    title: 'The item was withdrawn from the townships, so none of them can stand in its line',
    titleZh: '上级部门收回的事项，不能列乡镇（街道）为承办单位',
  },
  townshipLeadsAssisting: {
    status: 422,
    title: 'Townships only assist in the item, so none of them can lead it',
    titleZh: '配合履职事项不能由乡镇（街道）主办',
  },
  dutyImportNotFound: { status: 404, title: 'There is no such import', titleZh: '导入记录不存在' },
  dutyImportCommitted: { status: 409, title: 'The sheet was taken in already', titleZh: '该表已导入' },
  dutyImportRejected: {
    status: 422,
    title: 'Rows were refused; correct the sheet and upload it again',
    titleZh: '有未通过的行，请改正后重新上传',
  },
  dutyImportStale: {
    status: 409,
    title: 'The register or a unit has changed since the preview; upload the sheet again',
    titleZh: '预览后职责清单或单位有变化，请重新上传',
  },
  dutyProposalNotFound: { status: 404, title: 'There is no such proposal', titleZh: '没有该职责变更建议' },
  dutyProposalDecided: { status: 409, title: 'The proposal is decided already', titleZh: '该职责变更建议已处理' },
  noFile: { status: 422, title: 'A file is needed', titleZh: '请选择文件' },
  unitNotFound: { status: 404, title: 'There is no such unit', titleZh: '单位不存在' },
  unknownUnit: { status: 422, title: 'This unit does not exist today', titleZh: '所选单位不存在或已撤销' },
  circularTree: {
    status: 422,
    title: 'A unit cannot lie below itself',
    titleZh: '上级单位不能是本单位或其下级',
  },
  nameTaken: { status: 409, title: 'A unit of today has this name', titleZh: '已有同名单位' },
  overlappingDates: {
    status: 422,
    title: 'The day lies ahead, or before something that is recorded already',
    titleZh: '日期不能晚于今天，也不能早于本单位上一次变更',
  },
  unitEnded: { status: 409, title: 'The unit has ended', titleZh: '该单位已撤销' },
  openDuties: {
    status: 422,
    title: 'The unit has open duties; name the unit that takes them over',
    titleZh: '该单位尚有未了事项，请指定承接单位',
  },
  privilegedPosts: {
    status: 409,
    title: 'Posts of this unit are ended by two administrators together; let them do it first',
    titleZh: '该单位有须两名管理员共同终止的岗位，请先办理岗位终止',
  },
  rootStays: { status: 422, title: 'The county itself stays', titleZh: '县本级不能移动或撤销' },
});
