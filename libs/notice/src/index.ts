export { NoticeModule } from './notice.module.js';
export { type NewNotice, Notices } from './notices.js';
