import './jobs/jobs.js';

export { NoticeModule } from './notice.module.js';
export { type NewNotice, Notices } from './notices.js';
export { NoticeCalendar } from './notice-calendar.js';
export { HoursQuery, type HoursNow } from './queries/hours.query.js';
export { lifecycles } from './domain/lifecycles.js';
export { type Topic, topics } from './domain/topic.js';
export { channelKinds } from './domain/channel-kind.js';
