import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { maskedNumbers } from '@ducha/kernel';
import { declaredJob } from './declared-jobs.js';
import { keyIn } from './job-id.js';
import type { Handles, JobContext, JobName, Outcome, Payload } from './jobs.js';
import { MAX_TRIES } from './queue-settings.js';

/** A handler instance, its payload type forgotten: BullMQ gives back what {@link JobQueue.add} was given for that name. */
export type AnyHandler = Handles<JobName>;

/** What one run needs to know of the process around it. */
export interface Surroundings {
  handlerOf(name: string): AnyHandler | undefined;
  /** True from the first moment of shutdown: a job that slips through is put back untouched. */
  readonly stopping: boolean;
  /** Aborted when the process gives up what still runs. */
  readonly signal: AbortSignal;
  /** Told every outcome, for the metrics. `thrown` means it will be retried or is parked now. */
  count(name: string, outcome: Outcome | 'thrown'): void;
}

/**
 * Runs one job and turns its outcome into what BullMQ understands: a return completes, a plain throw retries,
 * `later` moves to delayed without counting a try, `hopeless` parks at once.
 * @throws Error without handler; that is retried, because during a rollout another process may have it
 */
export async function runJob(job: Job, token: string, around: Surroundings): Promise<Outcome> {
  if (around.stopping) {
    await job.moveToWait(token);
    throw new WaitingError();
  }
  const handler = around.handlerOf(job.name);
  if (!handler) throw new Error(`no handler for job ${job.name} in this process`);
  let outcome: Outcome;
  try {
    outcome = await handler.run(payloadOf(job), contextOf(job, around.signal));
  } catch (error) {
    around.count(job.name, 'thrown');
    throw withoutNumbers(error);
  }
  around.count(job.name, outcome);
  if (outcome === 'hopeless') throw new UnrecoverableError('the handler answered hopeless');
  if (outcome === 'later') {
    // wall clock: BullMQ's delays count from the process clock
    await job.moveToDelayed(Date.now() + declaredJob(job.name).laterMs, token);
    throw new DelayedError();
  }
  return outcome;
}

/** What is thrown is kept by the queue: without personal numbers. */
function withoutNumbers(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  error.message = maskedNumbers(error.message);
  if (error.stack !== undefined) error.stack = maskedNumbers(error.stack);
  return error;
}

function contextOf(job: Job, signal: AbortSignal): JobContext {
  return {
    key: keyIn(job.id ?? ''),
    attempt: job.attemptsMade + 1,
    lastAttempt: job.attemptsMade + 1 >= MAX_TRIES,
    postponed: Math.max(0, job.attemptsStarted - job.attemptsMade - 1),
    signal,
    children: () => childrenOf(job),
  };
}

async function childrenOf(job: Job): Promise<Record<string, 'done' | 'stale' | 'parked'>> {
  const [ended, parked] = await Promise.all([
    job.getChildrenValues<'done' | 'stale'>(),
    job.getIgnoredChildrenFailures(),
  ]);
  const byKey: Record<string, 'done' | 'stale' | 'parked'> = {};
  for (const [id, outcome] of Object.entries(ended)) byKey[keyIn(id)] = outcome;
  for (const id of Object.keys(parked)) byKey[keyIn(id)] = 'parked';
  return byKey;
}

function payloadOf(job: Job): Payload<JobName> {
  // boundary: the payload went in as Payload<name>, and JSON brings it back as it was
  return job.data as Payload<JobName>;
}
