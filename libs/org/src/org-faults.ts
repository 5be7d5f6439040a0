import { defineFaults } from '@ducha/kernel';

/** Refusals about units and duties. */
export const orgFault = defineFaults('org', {
  noDuty: {
    status: 404,
    title: 'The duty register names no unit for this category',
    titleZh: '职责清单中没有与该类别对应的单位',
  },
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
