import { Injectable } from '@nestjs/common';
import { prepared } from './prepared.js';
import { Store } from './store.js';

const nextSql = prepared('select next_number($1, $2) as n');

/** Running numbers per kind and year. Nobody waits for a number; one lost by rollback is listed as void. */
@Injectable()
export class Numbers {
  constructor(private readonly store: Store) {}

  /** The next number of a series. */
  async next(kind: string, year: number): Promise<number> {
    const [row] = await this.store.query<{ n: string }>(nextSql, [kind, year]);
    return Number(row?.n);
  }

  /** `count` numbers of a series in one statement, ascending. */
  async take(kind: string, year: number, count: number): Promise<number[]> {
    const rows = await this.store.query<{ n: string }>('select next_number($1, $2) as n from generate_series(1, $3)', [
      kind,
      year,
      count,
    ]);
    return rows.map((row) => Number(row.n));
  }
}
