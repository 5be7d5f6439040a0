import { Worker } from 'node:worker_threads';
import { spreadsheetFault } from '../spreadsheet-faults.js';
import type { ReadOrder, WorkerMessage } from './protocol.js';
import { workerFile } from './worker-file.js';

/** For the start of the thread and the way of a message. */
const graceMs = 1_000;
const youngHeapMb = 16;

interface Asked<F extends string> {
  resolve(message: WorkerMessage<F>): void;
  reject(error: unknown): void;
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** One file being read by a thread of its own, which is asked for one batch at a time and watched while it works. */
export class WorkerReading<F extends string> {
  readonly #worker: Worker;
  readonly #limits: ReadOrder<F>['limits'];
  #leftMs: number;
  #asked: Asked<F> | undefined;
  #failed: { readonly error: unknown } | undefined;

  constructor(order: ReadOrder<F>) {
    this.#limits = order.limits;
    this.#leftMs = order.limits.maxBusyMs;
    this.#worker = new Worker(workerFile(), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: order.limits.maxHeapMb, maxYoungGenerationSizeMb: youngHeapMb },
      env: {},
      execArgv: [],
    });
    this.#worker.on('message', (message: WorkerMessage<F>) => this.#asked?.resolve(message));
    this.#worker.on('error', (error: Error) => this.fail(isOutOfMemory(error) ? this.#outOfMemory() : error));
    this.#worker.on('exit', (code) => this.fail(new Error(`the spreadsheet worker ended with code ${code}`)));
  }

  /**
   * The next message of the worker.
   * @throws Fault `spreadsheet.tooSlow`, `spreadsheet.tooLarge` when time or memory ran out
   */
  async next(): Promise<WorkerMessage<F>> {
    if (this.#failed) throw this.#failed.error;
    const answer = new Promise<WorkerMessage<F>>((resolve, reject) => {
      this.#asked = { resolve, reject };
    });
    // A busy main thread may find the timer due although the answer already lies in the mailbox: look there first.
    const watchdog = setTimeout(() => setImmediate(() => this.fail(this.#outOfTime())), this.#leftMs + graceMs);
    this.#worker.postMessage('more');
    try {
      const message = await answer;
      if (message.kind !== 'refused') this.#leftMs -= message.busyMs;
      if (this.#leftMs < 0) throw this.#outOfTime();
      return message;
    } finally {
      clearTimeout(watchdog);
      this.#asked = undefined;
    }
  }

  /** Makes the running and every later `next` throw. */
  fail(error: unknown): void {
    this.#failed ??= { error };
    this.#asked?.reject(error);
  }

  /** Ends the thread, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #outOfMemory(): Error {
    return spreadsheetFault('tooLarge', { reason: 'memory', limitMb: this.#limits.maxHeapMb });
  }

  #outOfTime(): Error {
    return spreadsheetFault('tooSlow', { limitMs: this.#limits.maxBusyMs });
  }
}
