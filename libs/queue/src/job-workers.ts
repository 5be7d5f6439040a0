import { setMaxListeners } from 'node:events';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type IQueueBackend, type Job, type JobProgress, UnrecoverableError, type Worker, withBackend } from 'bullmq';
import type { HeldConnection, QueueBackend } from './backends/backend.js';
import { declaredJobs, HASTES, type Haste } from './declared-jobs.js';
import { findHandlers } from './find-handlers.js';
import type { Outcome } from './jobs.js';
import { QUEUE_BACKEND } from './open-backend.js';
import { MAX_TRIES, QUEUE_SETTINGS, type QueueSettings, runsJobs } from './queue-settings.js';
import { type AnyHandler, runJob, type Surroundings } from './run-job.js';
import { within } from './within.js';

type BullWorker = Worker<unknown, unknown, string, IQueueBackend, JobProgress, HeldConnection>;

const DEFAULTS = { stopWithinMs: 12_000, lockMs: 15_000, lostJobCheckMs: 10_000, lookWithoutBellSeconds: 20 };
const AFTERWARDS_MS = 1_000;

/** Runs the jobs of this process: one BullMQ worker per queue, unless the role is `api`. */
@Injectable()
export class JobWorkers implements Surroundings, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Queue');
  private readonly workers: BullWorker[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private readonly tally = new Map<string, number>();
  private handlers: ReadonlyMap<string, AnyHandler> = new Map();
  /** One signal for all jobs: one of its own for each costs a quarter of an empty job's time. */
  private readonly givingUp = new AbortController();
  /** True from the first moment of shutdown. */
  stopping = false;

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
  ) {}

  /** @throws Error when a declared job has no handler or two: the process must not start */
  async onApplicationBootstrap(): Promise<void> {
    if (!runsJobs(this.settings)) return;
    this.handlers = findHandlers(this.discovery);
    setMaxListeners(0, this.givingUp.signal);
    for (const haste of HASTES) this.workers.push(this.worker(haste));
    if (this.backend.kind === 'PostgreSQL') await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /**
   * Takes no new job, waits for the running ones and for the server to hear of their end, aborts their signals when time is
   * up, and gives up what still runs: another process finds it by its expired lock. Ends within `stopWithinMs` and three seconds.
   */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.backend.outages.close();
    const { stopWithinMs = DEFAULTS.stopWithinMs } = this.settings;
    const paused = Promise.allSettled(this.workers.map((worker) => worker.pause()));
    if (!(await this.idleWithin(stopWithinMs))) {
      this.givingUp.abort();
      await this.idleWithin(AFTERWARDS_MS);
    }
    await within(AFTERWARDS_MS, paused);
    if (this.running.size > 0)
      this.logger.warn(`stopping with ${this.running.size} job(s) unfinished; they run again elsewhere`);
    await within(AFTERWARDS_MS, Promise.allSettled(this.workers.map((worker) => worker.close(true))));
  }

  /** {@link Surroundings} of a run. */
  get signal(): AbortSignal {
    return this.givingUp.signal;
  }

  handlerOf(name: string): AnyHandler | undefined {
    return this.handlers.get(name);
  }

  count(name: string, outcome: Outcome | 'thrown'): void {
    const key = `${name} ${outcome}`;
    this.tally.set(key, (this.tally.get(key) ?? 0) + 1);
  }

  /** Runs of this process by job name and outcome (`thrown` included), for `/metrics`. */
  tallies(): readonly { name: string; outcome: string; runs: number }[] {
    return [...this.tally].map(([key, runs]) => {
      const [name = '', outcome = ''] = key.split(' ');
      return { name, outcome, runs };
    });
  }

  private worker(haste: Haste): BullWorker {
    const { Worker } = withBackend(this.backend.consuming);
    const { lockMs = DEFAULTS.lockMs, lostJobCheckMs = DEFAULTS.lostJobCheckMs } = this.settings;
    const connection: HeldConnection = this.backend.kind;
    const worker = new Worker<unknown, unknown>(haste, (job, token) => this.run(job, token ?? ''), {
      connection,
      concurrency: Math.max(
        1,
        ...declaredJobs()
          .filter((job) => job.queue === haste)
          .map((job) => job.concurrency),
      ),
      lockDuration: lockMs,
      stalledInterval: lostJobCheckMs,
      // a bell wakes a waiting worker; this is how often it looks when none rings (each look is seven queries)
      drainDelay: DEFAULTS.lookWithoutBellSeconds,
      maxStalledCount: MAX_TRIES - 1,
      runRetryDelay: 1_000,
    });
    return worker
      .on('error', this.backend.outages.report)
      .on('stalled', (id) => this.logger.warn(`job ${id} was lost with its process and runs again`))
      .on('failed', (job, error) => this.told(job, error));
  }

  private async run(job: Job, token: string): Promise<Outcome> {
    const run = runJob(job, token, this);
    this.running.add(run);
    try {
      return await run;
    } finally {
      this.running.delete(run);
    }
  }

  private told(job: Job | undefined, error: Error): void {
    if (!job) return;
    const parked = error instanceof UnrecoverableError || job.attemptsMade >= MAX_TRIES;
    const line = `job ${job.id} ${parked ? 'is parked' : `will be tried again (${job.attemptsMade} of ${MAX_TRIES})`}: ${error.message}`;
    if (parked) this.logger.error(line, error.stack);
    else this.logger.warn(line);
  }

  private idleWithin(ms: number): Promise<boolean> {
    return within(ms, Promise.allSettled(this.running));
  }
}
