import { Logger } from '@nestjs/common';

/**
 * Work that is looked for at a plain interval in every worker process, and at once when woken. Never overlaps itself in one
 * process; between processes the work itself must be safe (SKIP LOCKED). An error is logged and the next turn tries again.
 */
export class Sweep {
  private readonly logger = new Logger('Sweep');
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;
  private wanted = false;
  private stopped = false;
  private lastError = '';

  /**
   * @param name     what the log calls it
   * @param everyMs  longest time between two turns; the ceiling of what a lost wake-up costs
   * @param work     one turn; true when it left work behind, then the next turn follows at once
   */
  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<boolean | void>,
  ) {}

  /** First turn now, then every `everyMs`. */
  start(): void {
    this.timer ??= setInterval(this.wake, this.everyMs).unref();
    this.wake();
  }

  /** A turn as soon as possible; many wake-ups during one turn make one more turn. */
  readonly wake = (): void => {
    if (this.stopped) return;
    this.wanted = true;
    this.turn ??= this.turns();
  };

  /** Starts no further turn and waits for the running one. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.turn;
  }

  private async turns(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      try {
        if ((await this.work()) === true) this.wanted = true;
        this.lastError = '';
      } catch (error) {
        this.complain(error);
      }
    }
    this.turn = undefined; // here and not in a later callback, or a wake-up in between would be lost
  }

  /** Says the same thing once, not at every turn. */
  private complain(error: unknown): void {
    const text = String(error);
    if (text !== this.lastError) this.logger.warn(`${this.name}: ${text}; next turn within ${this.everyMs} ms`);
    this.lastError = text;
  }
}
