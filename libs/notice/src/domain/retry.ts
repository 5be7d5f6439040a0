/** Minutes to wait after each failed try; when they are used up the message is parked for somebody to look at. */
const waitsMinutes = [1, 5, 15, 60, 240] as const;

/** Minutes until the next try after so many failed ones; undefined when that was the last. */
export const waitAfter = (tries: number): number | undefined => waitsMinutes[tries - 1];

/** What the other side said. `take`: it has it; `fail`: try again later; `park`: repeating would not help. */
export type Verdict = 'take' | 'fail' | 'park';

const passing: readonly number[] = [408, 425, 429];

/** What an HTTP status means for a message: the request was wrong, or the other side is unwell. */
export function verdictOfStatus(status: number): Verdict {
  if (status >= 200 && status < 300) return 'take';
  return status >= 500 || passing.includes(status) ? 'fail' : 'park';
}
