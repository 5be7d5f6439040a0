export { DeadlineModule } from './deadline.module.js';
export { answerBatch } from './batch/deadline-batch.js';
export { officialCalendar } from './domain/calendars/official-calendar.js';
export { CalendarExport, type CalendarFormat, calendarFormats } from './queries/calendar-export.js';
export { Calendars } from './queries/calendars.js';
export { type KeptProfile, LawProfiles } from './queries/law-profiles.js';
export { KeepShipped } from './usecases/keep-shipped.js';
export { type ImportedYear, ImportYear } from './usecases/import-year.js';
