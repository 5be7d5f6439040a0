import { Logger } from '@nestjs/common';

const REPEAT_AFTER_MS = 30_000;

/**
 * Says once that the queue's server is away, and once that it is back, however many connections notice.
 * An outage throws hundreds of equal errors; each distinct one is written at most twice a minute, with the number left out.
 */
export class OutageLog {
  private readonly logger = new Logger('Queue');
  private readonly seen = new Map<string, { writtenAtMs: number; leftOut: number }>();
  private closing = false;

  /** @param server  what to call the other side in the log, e.g. `PostgreSQL` */
  constructor(private readonly server: string) {}

  /** Takes any error of a connection or of BullMQ's own loops. Never throws: an `error` event must not end the process. */
  readonly report = (error: Error): void => {
    if (this.closing) return;
    const kind = codeOf(error) ?? error.message;
    const last = this.seen.get(kind);
    if (last && performance.now() - last.writtenAtMs < REPEAT_AFTER_MS) {
      last.leftOut += 1;
      return;
    }
    const leftOut = last && last.leftOut > 0 ? ` (and ${last.leftOut} times since the last line)` : '';
    this.logger.warn(`trouble with ${this.server}, going on: ${kind} ${error.message}${leftOut}`);
    this.seen.set(kind, { writtenAtMs: performance.now(), leftOut: 0 });
  };

  /** A connection works (again). */
  readonly connected = (): void => {
    if (this.seen.size === 0) return;
    this.seen.clear();
    this.logger.log(`${this.server} answers again`);
  };

  /** From here on broken connections are what we asked for. */
  close(): void {
    this.closing = true;
  }
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
