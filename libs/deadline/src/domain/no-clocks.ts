import { ClockConsequences, type ClockMoves } from './clock-consequences.js';

/** Stands in where nobody keeps clocks. */
export class NoClocks extends ClockConsequences {
  preview(): Promise<ClockMoves | null> {
    return Promise.resolve(null);
  }

  arrange(): Promise<void> {
    return Promise.resolve();
  }
}
