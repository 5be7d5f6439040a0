export { DeskModule } from './desk.module.js';
export { LiveEvents } from './events/live-events.js';
