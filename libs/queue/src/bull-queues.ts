import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type FlowProducer, type IQueueBackend, type Queue, withBackend } from 'bullmq';
import type { HeldConnection, QueueBackend } from './backends/backend.js';
import { HASTES, type Haste } from './declared-jobs.js';
import { QUEUE_BACKEND } from './open-backend.js';
import { answered, within } from './within.js';

/** A queue of BullMQ's, whichever adapter is behind it. */
export type BullQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, HeldConnection>;
type BullFlows = FlowProducer<IQueueBackend, HeldConnection>;

interface Opened {
  readonly queues: Readonly<Record<Haste, BullQueue>>;
  readonly flows: BullFlows;
}

const EVENTS_KEPT = 1_000;
const ANSWER_MS = 10_000;
const CLOSE_MS = 1_000;

/** BullMQ's own queues of this process, opened at first use and closed when everything else has stopped. */
@Injectable()
export class BullQueues implements OnModuleInit, OnApplicationShutdown {
  private opened: Opened | undefined;

  constructor(@Inject(QUEUE_BACKEND) private readonly backend: QueueBackend) {}

  /** PostgreSQL must answer and be migrated now; Redis may come later. */
  async onModuleInit(): Promise<void> {
    const queues = this.all();
    if (this.backend.kind === 'PostgreSQL') await Promise.all(queues.map((queue) => queue.waitUntilReady()));
  }

  /** One queue, for one question. @throws Error when the server does not answer within 10 s */
  ask<T>(haste: Haste, question: (queue: BullQueue) => Promise<T>): Promise<T> {
    return answered(this.backend.kind, ANSWER_MS, question(this.open().queues[haste]));
  }

  /** The flow producer. @throws as {@link ask} */
  askFlows<T>(question: (flows: BullFlows) => Promise<T>): Promise<T> {
    return answered(this.backend.kind, ANSWER_MS, question(this.open().flows));
  }

  /** Every queue, in the order of {@link HASTES}. */
  all(): readonly BullQueue[] {
    const { queues } = this.open();
    return HASTES.map((haste) => queues[haste]);
  }

  /** Ends within two seconds, whatever the server does. */
  async onApplicationShutdown(): Promise<void> {
    this.backend.outages.close();
    if (this.opened)
      await within(CLOSE_MS, Promise.allSettled([...this.all(), this.opened.flows].map((one) => one.close())));
    await within(CLOSE_MS, this.backend.close());
  }

  private open(): Opened {
    return (this.opened ??= this.build());
  }

  private build(): Opened {
    const { Queue, FlowProducer } = withBackend(this.backend.producing);
    const connection: HeldConnection = this.backend.kind;
    const { report } = this.backend.outages;
    const queue = (haste: Haste): BullQueue =>
      new Queue<unknown, unknown>(haste, { connection, streams: { events: { maxLen: EVENTS_KEPT } } }).on(
        'error',
        report,
      );
    return {
      queues: { prompt: queue('prompt'), bulk: queue('bulk'), slow: queue('slow') },
      flows: new FlowProducer({ connection }).on('error', report),
    };
  }
}
