export { DeadlineModule } from './deadline.module.js';
export { answerBatch } from './batch/deadline-batch.js';
export { officialCalendar } from './domain/calendars/official-calendar.js';
