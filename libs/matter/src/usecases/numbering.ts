import { Injectable } from '@nestjs/common';
import { Numbers, Store } from '@ducha/store';
import { readPattern, writtenNumber } from '../domain/number-pattern.js';
import { patternInForce } from '../queries/number-patterns.query.js';

/** Gives numbers as the county writes them. Nobody waits for a number; one lost by rollback is listed as void. */
@Injectable()
export class Numbering {
  constructor(
    private readonly store: Store,
    private readonly numbers: Numbers,
  ) {}

  /** The next number of a series. */
  async next(series: string, year: number): Promise<string> {
    const pattern = readPattern(await patternInForce(this.store, series, year), year);
    return writtenNumber(pattern, await this.numbers.next(series, year));
  }

  /** `count` numbers of a series, ascending. */
  async take(series: string, year: number, count: number): Promise<string[]> {
    if (count === 0) return [];
    const pattern = readPattern(await patternInForce(this.store, series, year), year);
    return (await this.numbers.take(series, year, count)).map((n) => writtenNumber(pattern, n));
  }
}
