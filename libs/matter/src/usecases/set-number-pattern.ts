import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { allSeries, defaultPatternOf } from '../domain/matter-number.js';
import { patternFault, sameNumbers } from '../domain/number-pattern.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';

/** How the numbers of a series are to be written from a year on. */
export interface SetNumberPatternCommand {
  readonly series: string;
  readonly pattern: string;
  readonly fromYear: number;
  readonly by: Actor;
}

/** Sets the pattern of a series for a year in which no number of it was given yet, so that a series never changes its look midway. */
@Injectable()
export class SetNumberPattern {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `matter.unknownSeries`, `patternWrong`, `patternTaken`, `patternYear` naming the field */
  async run({ series, pattern, fromYear, by }: SetNumberPatternCommand): Promise<void> {
    const fault = patternFault(pattern);
    if (!allSeries.includes(series)) throw matterFault('unknownSeries');
    if (fault !== undefined)
      throw matterFault('patternWrong', { reason: fault }, [
        { path: 'pattern', message: 'is no pattern such as 督批〔{year}〕{n}号', constraint: fault },
      ]);
    await this.store.transaction(async (tx) => {
      await tx.query('lock table number_pattern in share row exclusive mode');
      await this.refuseYear(series, fromYear);
      await this.refuseTaken(series, pattern);
      const id = this.ids.next();
      await tx.query(
        `insert into number_pattern (id, series, from_year, pattern, set_by, set_at, version) values ($1, $2, $3, $4, $5, now(), 1)
         on conflict on constraint number_pattern_once do update set pattern = excluded.pattern, set_by = excluded.set_by, set_at = now(), version = number_pattern.version + 1`,
        [id, series, fromYear, pattern, by.personId],
      );
      const facts = { series, fromYear, pattern };
      await this.audit.record(tx, { act: 'number_pattern.set', subject: { type: 'number_pattern', id }, by, facts });
    });
  }

  private async refuseYear(series: string, fromYear: number): Promise<void> {
    const { year } = await countyNow(this.store);
    const given = await this.store.queryOne<{ n: number }>('select last_number($1, $2)::int as n', [series, fromYear]);
    if (fromYear >= year && fromYear <= year + 5 && (given?.n ?? 0) === 0) return;
    throw matterFault('patternYear', {}, [
      { path: 'fromYear', message: 'must be a year in which no number was given yet', constraint: 'unusedYear' },
    ]);
  }

  private async refuseTaken(series: string, pattern: string): Promise<void> {
    const set = await this.store.query<{ pattern: string }>('select pattern from number_pattern where series <> $1', [
      series,
    ]);
    const others = [
      ...set.map((one) => one.pattern),
      ...allSeries.filter((other) => other !== series).map(defaultPatternOf),
    ];
    if (others.some((other) => sameNumbers(other, pattern)))
      throw matterFault('patternTaken', {}, [
        { path: 'pattern', message: 'is written so for another series', constraint: 'unique' },
      ]);
  }
}
