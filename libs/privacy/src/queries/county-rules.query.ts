import { Injectable } from '@nestjs/common';
import { usualUnmaskCap } from '@ducha/matter';
import { Store } from '@ducha/store';
import { retentionLimits, type RetentionMonths } from '../domain/retention.js';

/** What the county has settled on personal data. */
export interface CountyRules {
  readonly unmaskDailyCap: number;
  readonly months: RetentionMonths;
}

/** Reads the county's setting `personal_data`; what it does not say is as usual. */
@Injectable()
export class CountyRulesQuery {
  constructor(private readonly store: Store) {}

  async read(): Promise<CountyRules> {
    const row = await this.store.queryOne<{ value: Partial<CountyRules> }>(
      `select value from county_setting where name = 'personal_data'`,
    );
    const { contacts, numbers, names } = retentionLimits;
    return {
      unmaskDailyCap: row?.value.unmaskDailyCap ?? usualUnmaskCap,
      months: { contacts: contacts.usual, numbers: numbers.usual, names: names.usual, ...row?.value.months },
    };
  }
}
