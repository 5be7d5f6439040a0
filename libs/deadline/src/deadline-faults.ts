import { defineFaults } from '@ducha/kernel';

/** Refusals about time limits. */
export const deadlineFault = defineFaults('deadline', {
  unknownClock: {
    status: 422,
    title: 'No law profile has such a clock',
    titleZh: '时限规则中没有该时限',
  },
  termOrClock: {
    status: 422,
    title: 'Name either a clock of a law profile or a term of your own',
    titleZh: '请选择一项法定时限，或者自行填写期限，二者取其一',
  },
  noProfile: {
    status: 404,
    title: 'No law profile holds for this kind of matter there on this day',
    titleZh: '该类事项在该地、该日没有对应的时限规则',
  },
  profileNotFound: { status: 404, title: 'There is no such law profile', titleZh: '没有该时限规则' },
  profileExists: { status: 409, title: 'A law profile has this code already', titleZh: '该代码已有时限规则使用' },
  profileWrong: {
    status: 422,
    title: 'The law profile cannot stand like this',
    titleZh: '时限规则内容有误',
  },
  profileOverlaps: {
    status: 422,
    title: 'Another law profile holds for this kind of matter, place and time already',
    titleZh: '同类事项、同一地域、同一时期已有另一时限规则',
  },
  ladderNotFound: { status: 404, title: 'There is no such ladder', titleZh: '没有该预警规则' },
  ladderExists: { status: 409, title: 'A ladder has this code already', titleZh: '该代码已有预警规则使用' },
  ladderWrong: { status: 422, title: 'The ladder cannot stand like this', titleZh: '预警规则内容有误' },
  ladderOverlaps: {
    status: 422,
    title: 'Another ladder is meant for the same time limits already',
    titleZh: '同类时限、同类事项、同一重要程度已有另一预警规则',
  },
  ladderOfProduct: {
    status: 422,
    title: 'A ladder of the product stays the one for all matters of its time limit',
    titleZh: '产品自带的预警规则须适用于该类时限的全部事项',
  },
  ladderWaits: {
    status: 422,
    title: 'The instant from which a ladder holds lies ahead, within two years',
    titleZh: '预警规则的生效时间应在将来，且不超过两年',
  },
  slipLevelsWrong: { status: 422, title: 'The slips cannot stand like this', titleZh: '督办单等级设置有误' },
  slipLevelUsed: {
    status: 422,
    title: 'A ladder still serves a slip that would be gone',
    titleZh: '仍有预警规则使用将被删除的督办单等级',
  },
  nothingShipped: {
    status: 409,
    title: 'The product brings no text of this law profile',
    titleZh: '产品未附带该时限规则的原文',
  },
  calendarNotFound: { status: 404, title: 'There is no such calendar', titleZh: '没有该工作日历' },
  revisionNotFound: { status: 404, title: 'There is no such revision', titleZh: '没有该版本' },
  unitHasCalendar: {
    status: 409,
    title: 'The unit has a calendar of its own already',
    titleZh: '该单位已有自己的工作日历',
  },
  unitWithoutOwn: {
    status: 422,
    title: 'No such unit of today, or the county itself, whose calendar is the county’s',
    titleZh: '没有该单位，或者该单位就是县本级（使用全县日历）',
  },
  countyCalendarStays: {
    status: 409,
    title: 'The county’s calendar cannot be given up',
    titleZh: '全县日历不能取消',
  },
  weekWrong: { status: 422, title: 'The week or the office hours are wrong', titleZh: '工作周或办公时间有误' },
  yearWrong: { status: 422, title: 'The days of the year are wrong', titleZh: '该年度的放假、调休安排有误' },
  noDays: { status: 422, title: 'The list holds no day off', titleZh: '清单中没有放假日' },
  noFile: { status: 422, title: 'A file is wanted', titleZh: '请选择文件' },
  fileUnreadable: {
    status: 422,
    title: 'The file is no list of days off: JSON, iCalendar, XLSX or CSV',
    titleZh: '无法识别该文件，应为 JSON、iCalendar、XLSX 或 CSV 格式的放假安排',
  },
});
