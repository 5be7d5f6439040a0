import type { FlowJob, JobsOptions } from 'bullmq';
import { declaredJob, type Haste } from './declared-jobs.js';
import { jobIdOf } from './job-id.js';
import type { JobOptions } from './jobs.js';
import { MAX_TRIES } from './queue-settings.js';

const MAX_PAYLOAD_BYTES = 64 * 1024;
const PARKED_KEPT = { age: 30 * 24 * 3600, count: 2_000 };

/** One job as BullMQ takes it. */
export interface BullJob {
  readonly queueName: Haste;
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
}

/**
 * Translates a job of ours for BullMQ. Finished jobs vanish at once, so that a key may ring again as soon as its job is over;
 * parked ones stay 30 days, at most 2,000 per queue, the oldest go first.
 * @throws Error for a name nobody declared, a refused key, a negative delay or a payload over 64 KiB
 */
export function bullJob(job: { name: string; payload: unknown } & JobOptions): BullJob {
  const declared = declaredJob(job.name);
  const jobId = jobIdOf(job.name, job.key);
  const bytes = Buffer.byteLength(JSON.stringify(job.payload) ?? '');
  if (bytes > MAX_PAYLOAD_BYTES)
    throw new Error(`job ${job.name}: payload of ${bytes} bytes; it carries ids, ${MAX_PAYLOAD_BYTES} are the most`);
  if (job.delayMs !== undefined && !(job.delayMs >= 0)) throw new Error(`job ${job.name}: delayMs is ${job.delayMs}`);
  return {
    queueName: declared.queue,
    name: job.name,
    data: job.payload,
    opts: {
      jobId,
      delay: Math.ceil(job.delayMs ?? 0),
      attempts: MAX_TRIES,
      backoff: { type: 'exponential', delay: declared.retryMs, jitter: 0.2 },
      removeOnComplete: true,
      removeOnFail: PARKED_KEPT,
      stackTraceLimit: 1,
    },
  };
}

/** A parent that runs when all its children are over, whether they ended well or were parked. */
export function bullFlow(parent: BullJob, children: readonly BullJob[]): FlowJob {
  return {
    ...parent,
    children: children.map((child) => ({ ...child, opts: { ...child.opts, ignoreDependencyOnFailure: true } })),
  };
}
