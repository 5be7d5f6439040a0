import { Injectable } from '@nestjs/common';
import { bullFlow, bullJob, type BullJob } from './bull-job.js';
import { BullQueues } from './bull-queues.js';
import { HASTES, type Haste, isDeclaredJob } from './declared-jobs.js';
import { jobIdOf, keyIn } from './job-id.js';
import type { JobName, JobOptions, NewJob, Payload } from './jobs.js';

const BULK = 1_000;
/** BullMQ's bulk makes temporary tables in PostgreSQL: measured, four jobs one by one cost less. */
const FEW = 4;
const MOST_CHILDREN = 1_000;

/** How many jobs of one queue are in which state. `failed` are the parked ones; `waitingChildren` parents of flows. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly waitingChildren: number;
}

/** A job that was given up: five throws, five deaths of its process, or `hopeless`. */
export interface ParkedJob {
  readonly queue: Haste;
  readonly name: string;
  readonly key: string;
  readonly payload: unknown;
  /** Message of the last error, cut to 300 characters. */
  readonly reason: string;
  readonly attempts: number;
  /** Instant, UTC. */
  readonly parkedAt: string;
}

/**
 * Adds jobs and looks at the queues. The only door to BullMQ for producers.
 *
 * The queue is a bell: what is to be done stands in a table, and a sweep rings again for whatever the queue lost.
 * A key that is still waiting, running, delayed or parked swallows a second job of the same name and key, and BullMQ
 * silently keeps the FIRST job's payload; that is why a payload carries ids only. Once the first is over, the key rings anew.
 */
@Injectable()
export class JobQueue {
  constructor(private readonly queues: BullQueues) {}

  /**
   * Adds one job; same name and key twice is one job.
   * @throws Error when the job is undeclared, the key or payload is refused, or the queue's server does not answer
   */
  async add<N extends JobName>(name: N, payload: Payload<N>, options: JobOptions): Promise<void> {
    const job = bullJob({ name, payload, ...options });
    await this.queues.ask(job.queueName, (queue) => queue.add(job.name, job.data, job.opts));
  }

  /**
   * Adds many jobs in as few statements as queues and thousands allow. Not one transaction: when it throws, some may have
   * been added, and since every job has a key the whole call is safe to repeat.
   */
  async addMany(jobs: readonly NewJob[]): Promise<void> {
    await this.addStored(jobs.map(bullJob));
  }

  /** As {@link addMany}, for jobs that come back from a table and were checked by `bullJob`. Only the relay calls it. */
  async addStored(jobs: readonly BullJob[]): Promise<void> {
    for (const haste of HASTES) {
      const group = jobs.filter((job) => job.queueName === haste);
      if (group.length <= FEW) {
        for (const { name, data, opts } of group) await this.queues.ask(haste, (queue) => queue.add(name, data, opts));
        continue;
      }
      for (let from = 0; from < group.length; from += BULK) {
        await this.queues.ask(haste, (queue) => queue.addBulk(group.slice(from, from + BULK)));
      }
    }
  }

  /**
   * Adds a parent that runs after all its children are over (one parent per act, children in chunks). All or nothing.
   * A child's key belongs to one parent; children may sit in another queue than the parent.
   * @throws Error as {@link add}, and for more than 1,000 children
   */
  async addFlow(parent: NewJob, children: readonly NewJob[]): Promise<void> {
    const above = bullJob(parent);
    if (children.length > MOST_CHILDREN) {
      throw new Error(
        `job ${above.name}: ${children.length} children, ${MOST_CHILDREN} are the most; put more work into each`,
      );
    }
    await this.queues.askFlows((flows) => flows.add(bullFlow(above, children.map(bullJob))));
  }

  /** For `/metrics` and health. Rejects when the queue's server does not answer. */
  async counts(): Promise<Readonly<Record<Haste, QueueCounts>>> {
    const [prompt, bulk, slow] = await Promise.all([
      this.countsOf('prompt'),
      this.countsOf('bulk'),
      this.countsOf('slow'),
    ]);
    return { prompt, bulk, slow };
  }

  /** Parked jobs, the latest first in each queue. @param limit  at most so many per queue */
  async parked(limit = 100): Promise<readonly ParkedJob[]> {
    const lists = await Promise.all(HASTES.map((haste) => this.parkedIn(haste, limit)));
    return lists.flat();
  }

  /**
   * Gives a parked job its five tries again. Answers false when no such job is parked, or this version knows none of that name. The job is taken out and added anew,
   * because BullMQ's own retry forgets neither the deaths nor their verdict; lost in between, the sweep rings for it.
   */
  async retryParked(name: string, key: string): Promise<boolean> {
    if (!isDeclaredJob(name)) return false;
    const taken = await this.takeParked(name, key);
    if (taken) await this.addStored([bullJob({ name, key, payload: taken.payload })]);
    return taken !== undefined;
  }

  /** Throws a parked job away. Answers false when no such job is parked. A sweep rings anew for what the tables still want done. */
  async dropParked(name: string, key: string): Promise<boolean> {
    return (await this.takeParked(name, key)) !== undefined;
  }

  private async takeParked(name: string, key: string): Promise<{ readonly payload: unknown } | undefined> {
    for (const haste of HASTES) {
      const job = await this.queues.ask(haste, (queue) => queue.getJob(jobIdOf(name, key)));
      if (!job || !(await job.isFailed())) continue;
      await job.remove();
      return { payload: job.data };
    }
    return undefined;
  }

  private async countsOf(haste: Haste): Promise<QueueCounts> {
    const counts = await this.queues.ask(haste, (queue) =>
      queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'waiting-children'),
    );
    const of = (state: string): number => counts[state] ?? 0;
    return {
      waiting: of('waiting'),
      active: of('active'),
      delayed: of('delayed'),
      failed: of('failed'),
      waitingChildren: of('waiting-children'),
    };
  }

  private async parkedIn(haste: Haste, limit: number): Promise<ParkedJob[]> {
    const jobs = await this.queues.ask(haste, (queue) => queue.getJobs('failed', 0, limit - 1, false));
    return jobs.map((job) => ({
      queue: haste,
      name: job.name,
      key: keyIn(job.id ?? ''),
      payload: job.data,
      reason: (job.failedReason ?? '').slice(0, 300),
      attempts: job.attemptsMade,
      parkedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
    }));
  }
}
