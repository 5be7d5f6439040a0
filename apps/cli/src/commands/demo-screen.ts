import type { WriteStream } from 'node:tty';

const barColumns = 24;
const showEveryMs = 100;

/** Shows how far the play is: one line that updates on a terminal, a line per phase elsewhere. */
export class PlayScreen {
  private phase = '';
  private shownAtMs = 0;

  constructor(private readonly out: WriteStream) {}

  /** To be handed on as a function. */
  readonly show = (phase: string, done: number, total: number): void => {
    if (!this.out.isTTY) {
      if (phase !== this.phase) this.out.write(`${phase} …\n`);
      this.phase = phase;
      return;
    }
    const isNew = phase !== this.phase;
    if (!isNew && done < total && performance.now() - this.shownAtMs < showEveryMs) return;
    this.phase = phase;
    this.shownAtMs = performance.now();
    const filled = total === 0 ? 0 : Math.round((done / total) * barColumns);
    this.out.write(`\r\u001b[K${phase} ${'█'.repeat(filled)}${'░'.repeat(barColumns - filled)} ${done}/${total}`);
  };

  /** Leaves the line. */
  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
  }
}
