// `export *`, because declaration merging into '@ducha/queue' reaches the interface Jobs only through it.
export * from './jobs.js';
export { type Haste, type JobSpec } from './declared-jobs.js';
export { JobHandler } from './job-handler.js';
export { JobQueue, type ParkedJob, type QueueCounts } from './job-queue.js';
export { BullQueues } from './bull-queues.js';
export { QueueModule, type QueueModuleOptions, RelayModule } from './queue.module.js';
export { type QueueSettings } from './queue-settings.js';
export { queueBoard } from './board.js';
export { migrateQueue } from './migrate-queue.js';
