import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import type { FieldError } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { type RetentionMonths, retentionLimits, retentionParts } from '../domain/retention.js';
import { privacyFault } from '../privacy-faults.js';
import type { CountyRules } from '../queries/county-rules.query.js';

/** Sets how long personal data is kept and how much of it one person is shown a day. */
@Injectable()
export class SetRules {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `privacy.monthsWrong` naming the periods below the floor or beyond their purpose */
  run(rules: CountyRules, by: Actor): Promise<void> {
    const errors = faultsOf(rules.months);
    if (errors.length > 0) throw privacyFault('monthsWrong', {}, errors);
    const { contacts, numbers, names } = rules.months;
    return this.store.transaction(async (tx) => {
      await tx.query(
        `insert into county_setting (name, value) values ('personal_data', $1) on conflict (name) do update set value = county_setting.value || excluded.value`,
        [JSON.stringify(rules)],
      );
      await this.audit.record(tx, {
        act: 'personal_data.set',
        subject: { type: 'county', id: null },
        by,
        facts: { contacts, numbers, names, unmaskDailyCap: rules.unmaskDailyCap },
      });
    });
  }
}

function faultsOf(months: RetentionMonths): FieldError[] {
  return retentionParts.flatMap((part): FieldError[] => {
    const { least, most } = retentionLimits[part];
    const given = months[part];
    if (given >= least && given <= most) return [];
    return [{ path: `months.${part}`, message: `must be ${least} to ${most} months`, constraint: 'withinLimits' }];
  });
}
