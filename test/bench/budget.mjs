/** Time that is left for the whole bench, shared out among the figures. `--quick` bounds it; else there is no end. */
export class Budget {
  /** @param {number} totalMs  Infinity: take the time it takes */
  constructor(totalMs) {
    this.endsAt = performance.now() + totalMs;
  }

  /**
   * The span of one figure.
   * @param {number} weight      how much of the time the figure wants
   * @param {number} weightLeft  the same of all figures that are still to come, this one included
   */
  share(weight, weightLeft) {
    const leftMs = this.endsAt - performance.now();
    return new Span(leftMs === Infinity ? Infinity : (leftMs * weight) / weightLeft);
  }
}

/** The time of one figure. */
export class Span {
  constructor(lengthMs) {
    this.lengthMs = lengthMs;
    this.endsAt = performance.now() + lengthMs;
  }

  get leftMs() {
    return this.endsAt - performance.now();
  }

  /**
   * Repeats a measurement: at most `most` times, at least once, and no new one when the longest so far would not fit.
   * @template T
   * @param {number} most
   * @param {(run: number) => Promise<T>} measure
   * @returns {Promise<T[]>}
   */
  async repeat(most, measure) {
    const results = [];
    let longestMs = 0;
    while (results.length < most && (results.length === 0 || this.leftMs > longestMs)) {
      const startedAt = performance.now();
      results.push(await measure(results.length));
      longestMs = Math.max(longestMs, performance.now() - startedAt);
    }
    return results;
  }
}
