import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PrintAnswer } from './print-order.js';
import type { PaperDocument } from './paper-document.js';

/** Longest time for one document, from when its turn came; the first one loads the typeface. */
const withinMs = 30_000;

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Prints documents as PDF with a Chinese typeface inside, in a thread of its own, so that nobody else waits for it. The thread begins with
 * the first document and is begun anew after one that failed it.
 */
@Injectable()
export class PdfPrinter implements OnModuleDestroy {
  private worker: Worker | undefined;
  private orders = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();

  /** @throws Error when the thread could not print it within half a minute */
  print(document: PaperDocument): Promise<Buffer> {
    const worker = (this.worker ??= this.begin());
    this.orders += 1;
    const id = this.orders;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      if (this.waiting.size === 1) this.watchNext();
      worker.postMessage({ id, document });
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.end(new Error('the process ends'));
  }

  private begin(): Worker {
    const worker = new Worker(workerFile(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 256 } });
    worker.unref();
    worker.on('message', (answer: PrintAnswer) => this.settle(answer));
    worker.on('error', (error) => void this.end(error, worker));
    worker.on('exit', (code) => void this.end(new Error(`the printing thread ended with code ${code}`), worker));
    return worker;
  }

  /** One after the other is printed: whoever waits behind others has not begun to be late. */
  private watchNext(): void {
    clearTimeout(this.timer);
    if (this.waiting.size === 0) return;
    const late = new Error(`a document was not printed within ${withinMs} ms`);
    this.timer = setTimeout(() => void this.end(late), withinMs).unref();
  }

  private settle(answer: PrintAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    this.waiting.delete(answer.id);
    this.watchNext();
    if ('pdf' in answer) waiting.resolve(Buffer.from(answer.pdf));
    else waiting.reject(new Error(answer.failed));
  }

  /** Nothing is printed any more by this thread; whoever waits is told. */
  private async end(error: Error, worker = this.worker): Promise<void> {
    if (worker === undefined || worker !== this.worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
    this.watchNext();
    await worker.terminate();
  }
}

/** The compiled worker; from TypeScript sources (tests) that of the build, because a thread cannot load them. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.js')) return new URL('./pdf-worker.js', here);
  const built = new URL('../../../dist/libs/paper/src/pdf-worker.js', here);
  if (!existsSync(built)) throw new Error('the printing thread is not built: run `npm run build` first');
  return built;
}
