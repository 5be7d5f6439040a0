/** One step of a stop. */
export interface StopStep {
  readonly name: string;
  readonly stop: () => Promise<void> | void;
}

const REPEAT_AFTER_MS = 1_500;

/**
 * Runs the steps one after the other: what uses something comes before what is used (server, then database, then the
 * claim on the home). A step that fails is reported and does not keep the later ones from running.
 * @returns true when every step went well
 */
export async function stopInOrder(steps: readonly StopStep[], report: (line: string) => void): Promise<boolean> {
  let wentWell = true;
  for (const { name, stop } of steps) {
    try {
      await stop();
    } catch (error) {
      wentWell = false;
      report(`${name} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return wentWell;
}

/**
 * On Ctrl-C, SIGTERM or a closed terminal runs the steps once and ends the process: 0 when all went well, else 1. A
 * second signal ends it at once, but not one that follows immediately: npm repeats the terminal's own.
 * @param steps  asked for when the signal comes, so that a stop during the start stops what there is so far
 */
export function stopOnSignal(steps: () => readonly StopStep[], report: (line: string) => void): void {
  let firstAtMs: number | undefined;
  const onSignal = (): void => {
    const nowMs = performance.now();
    if (firstAtMs !== undefined) {
      if (nowMs - firstAtMs > REPEAT_AFTER_MS) process.exit(1);
      return;
    }
    firstAtMs = nowMs;
    void stopInOrder(steps(), report).then((wentWell) => process.exit(wentWell ? 0 : 1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
