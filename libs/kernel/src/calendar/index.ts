export { calendarFault } from './calendar-faults.js';
export { type Day, type DayNumber, dayOf, instantAt, isDay, numberOf, wallClockOf } from './day.js';
export { type NoticeYear, type OfficeSpan, WorkingCalendar } from './working-calendar.js';
export * from './term.js';
