import { Logger } from '@nestjs/common';

/** How often a sweep looks for work, in milliseconds. */
export interface SweepPace {
  /** Longest time between two turns: the ceiling of what a lost wake-up costs. */
  readonly everyMs: number;
  /** Shortest time after a turn that finished everything, so that a burst of wake-ups is done in few turns. Default 0. */
  readonly restMs?: number;
}

/** The last turn of a sweep in this process. `atMs` by the process's own steady clock. */
export interface SweepTurn {
  readonly atMs: number;
  readonly failed: boolean;
}

const lastTurns = new Map<string, SweepTurn>();

/** The last turns of this process's sweeps by their names; a service of the process writes them down for everybody to see. */
export const sweepTurns = (): ReadonlyMap<string, SweepTurn> => lastTurns;

/**
 * Work that is looked for at a plain interval in every worker process, and at once when woken. Never overlaps itself in one
 * process; between processes the work itself must be safe (SKIP LOCKED). An error is logged and the next turn tries again.
 */
export class Sweep {
  private readonly logger = new Logger('Sweep');
  private readonly everyMs: number;
  private readonly restMs: number;
  private timer: NodeJS.Timeout | undefined;
  private rest: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;
  private wanted = false;
  private stopped = false;
  private lastError = '';

  /**
   * @param name     what the log calls it
   * @param pace     how often
   * @param work     one turn; true when it left work behind, then the next turn follows at once
   */
  constructor(
    private readonly name: string,
    { everyMs, restMs = 0 }: SweepPace,
    private readonly work: () => Promise<boolean | void>,
  ) {
    this.everyMs = everyMs;
    this.restMs = restMs;
  }

  /** First turn now, then every `everyMs`. */
  start(): void {
    this.timer ??= setInterval(this.wake, this.everyMs).unref();
    this.wake();
  }

  /** A turn as soon as possible; many wake-ups during one turn and the rest after it make one more turn. */
  readonly wake = (): void => {
    if (this.stopped) return;
    this.wanted = true;
    if (this.rest === undefined) this.turn ??= this.turns();
  };

  /** Starts no further turn and waits for the running one. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    clearTimeout(this.rest);
    await this.turn;
  }

  private async turns(): Promise<void> {
    while (this.wanted && !this.stopped && this.rest === undefined) {
      this.wanted = false;
      if (await this.leftWork()) this.wanted = true;
      else if (this.restMs > 0 && !this.stopped) this.rest = setTimeout(this.rested, this.restMs);
    }
    this.turn = undefined; // here and not in a later callback, or a wake-up in between would be lost
  }

  private readonly rested = (): void => {
    this.rest = undefined;
    if (this.wanted) this.wake();
  };

  private async leftWork(): Promise<boolean> {
    try {
      const left = await this.work();
      this.lastError = '';
      lastTurns.set(this.name, { atMs: performance.now(), failed: false });
      return left === true;
    } catch (error) {
      this.complain(error);
      lastTurns.set(this.name, { atMs: performance.now(), failed: true });
      return false;
    }
  }

  /** Says the same thing once, not at every turn. */
  private complain(error: unknown): void {
    const text = String(error);
    if (text !== this.lastError) this.logger.warn(`${this.name}: ${text}; next turn within ${this.everyMs} ms`);
    this.lastError = text;
  }
}
