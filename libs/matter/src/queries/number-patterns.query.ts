import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { allSeries, defaultPatternOf } from '../domain/matter-number.js';
import { readPattern, writtenNumber } from '../domain/number-pattern.js';
import type { NumberPatternView, VoidNumbersView } from '../http/number.view.js';
import { countyNow } from './county-now.js';

interface SetPattern {
  id: string;
  version: number;
  series: string;
  fromYear: number;
  pattern: string;
}

const mostVoid = 1_000;

/** The pattern of a series in a year: the county's latest that begins by then, else the usual one. */
export async function patternInForce(store: Store, series: string, year: number): Promise<string> {
  const row = await store.queryOne<{ pattern: string }>(
    'select pattern from number_pattern where series = $1 and from_year <= $2 order by from_year desc limit 1',
    [series, year],
  );
  return row?.pattern ?? defaultPatternOf(series);
}

/** How numbers are written, and which were lost. */
@Injectable()
export class NumberPatterns {
  constructor(private readonly store: Store) {}

  /** Every series with the pattern in force this year and, if another one is to come, that one. */
  async all(): Promise<NumberPatternView[]> {
    const { year } = await countyNow(this.store);
    const set = await this.store.query<SetPattern>(
      'select id, version, series, from_year as "fromYear", pattern from number_pattern order by from_year',
    );
    return allSeries.map((series) => {
      const own = set.filter((one) => one.series === series);
      const now = own.findLast(({ fromYear }) => fromYear <= year);
      const next = own.find(({ fromYear }) => fromYear > year) ?? null;
      const pattern = now?.pattern ?? defaultPatternOf(series);
      return {
        series,
        pattern,
        isDefault: now === undefined,
        example: writtenNumber(readPattern(pattern, year), 12),
        next: next && { pattern: next.pattern, fromYear: next.fromYear },
      };
    });
  }

  /** Numbers of a series that were drawn and stand on no record, at most 1,000. An act that has not ended may still claim its own. */
  async lost(series: string, year: number): Promise<VoidNumbersView> {
    const { prefix, suffix, digits } = readPattern(await patternInForce(this.store, series, year), year);
    const [table, column] = columnOf(series);
    const rows = await this.store.query<{ number: string }>(
      `select w.number from generate_series(1, last_number($1, $2)) as n
       cross join lateral (select $3 || lpad(n::text, greatest($4::int, length(n::text)), '0') || $5 as number) w
       where not exists (select 1 from ${table} r where r.${column} = w.number) order by n limit ${mostVoid}`,
      [series, year, prefix, digits, suffix],
    );
    const given = await this.store.queryOne<{ n: number }>('select last_number($1, $2)::int as n', [series, year]);
    return { series, year, given: given?.n ?? 0, lost: rows.map(({ number }) => number) };
  }
}

function columnOf(series: string): [table: string, column: string] {
  if (series === 'reply' || series === 'slip') return [series, 'number'];
  return series.startsWith('intake.') ? ['matter', 'intake_no'] : ['matter', 'number'];
}
