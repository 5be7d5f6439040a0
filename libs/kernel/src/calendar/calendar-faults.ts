import { defineFaults } from '../fault.js';

/** Refusals about days, terms and calendars. */
export const calendarFault = defineFaults('calendar', {
  yearNotPublished: {
    status: 422,
    title: 'The holidays of this year are not published yet, so the day cannot be known',
    titleZh: '该年度放假安排尚未公布，无法确定期限',
  },
  notADay: { status: 422, title: 'There is no such day', titleZh: '日期不存在' },
  termOutOfRange: { status: 422, title: 'The term is too short or too long', titleZh: '期限数值超出范围' },
  unknownUnit: { status: 422, title: 'There is no such unit of time', titleZh: '期限单位不正确' },
});
