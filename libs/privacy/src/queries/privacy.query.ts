import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { personalFields } from '../domain/field-classes.js';
import { retentionLimits, retentionParts } from '../domain/retention.js';
import type { PrivacyView, PersonalFieldView } from '../http/privacy.view.js';
import { CountyRulesQuery } from './county-rules.query.js';

const fields = Object.entries(personalFields).map(([path, field]): PersonalFieldView => {
  const [table = '', column = ''] = path.split('.');
  return { table, column, ...field };
});

/** What is held of people: no value, no name. */
@Injectable()
export class PrivacyQuery {
  constructor(
    private readonly store: Store,
    private readonly rules: CountyRulesQuery,
  ) {}

  async read(): Promise<PrivacyView> {
    const { unmaskDailyCap, months } = await this.rules.read();
    const facts = await this.store.queryOne<{ held: number; oldestBackupAt: Date | null }>(
      `select (select count(*)::int from matter_hold where lifted_at is null) as held,
         (select min(started_at) from backup_run where outcome = 'done') as "oldestBackupAt"`,
    );
    const retention = retentionParts.map((part) => {
      const { least, most } = retentionLimits[part];
      return { part, months: months[part], least, most };
    });
    return { fields, retention, unmaskDailyCap, held: facts?.held ?? 0, oldestBackupAt: facts?.oldestBackupAt ?? null };
  }
}
