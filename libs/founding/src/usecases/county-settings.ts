import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { CountySettingsView } from '../http/county.view.js';

/** How the county and its bureau call themselves. */
export interface CountyNames {
  readonly name: string;
  readonly bureauName: string;
  /** What task numbers begin with; the usual one when empty. */
  readonly taskNumberPrefix?: string;
}

/** The county's own words: names, the beginning of task numbers, marks of papers that it keeps out. */
@Injectable()
export class CountySettings {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** What is set; empty where nothing was said yet. */
  async read(): Promise<CountySettingsView> {
    const row = await this.store.queryOne<CountySettingsView>(
      `select coalesce(c.value ->> 'name', '') as name, coalesce(c.value ->> 'bureauName', '') as "bureauName", coalesce(c.value ->> 'taskNumberPrefix', '') as "taskNumberPrefix"
       from (select 1) as one left join county_setting c on c.name = 'county'`,
    );
    return row ?? { name: '', bureauName: '', taskNumberPrefix: '' };
  }

  async setNames(by: Doer, names: CountyNames): Promise<void> {
    await this.store.transaction((tx) => this.write(tx, names, by));
  }

  /** The same inside another deed. */
  async write(tx: EntityManager, { name, bureauName, taskNumberPrefix }: CountyNames, by: Doer | null): Promise<void> {
    const said = { name, bureauName, taskNumberPrefix: taskNumberPrefix || null };
    await this.keep(tx, 'county', said, { demo: false });
    const fields = ['name', 'bureauName', 'taskNumberPrefix'];
    await this.audit.record(tx, { act: 'county.set', subject: { type: 'county', id: null }, by, facts: { fields } });
  }

  /** Sets the marks of papers that are kept out, beside the statutory ones. */
  async setSecrecyWords(by: Doer, words: readonly string[]): Promise<void> {
    await this.store.transaction(async (tx) => {
      await this.keep(tx, 'secrecy', { words: [...new Set(words.map((word) => word.trim()))] });
      const subject = { type: 'county', id: null };
      await this.audit.record(tx, { act: 'secrecy.set', subject, by, facts: { words: words.length } });
    });
  }

  /** What is null is unsaid again. @param first what is written besides when nothing was said before */
  private async keep(tx: EntityManager, name: string, value: object, first: object = {}): Promise<void> {
    await tx.query(
      `insert into county_setting (name, value) values ($1, jsonb_strip_nulls($3::jsonb || $2::jsonb))
       on conflict on constraint county_setting_pk do update set value = jsonb_strip_nulls(county_setting.value || $2::jsonb)`,
      [name, JSON.stringify(value), JSON.stringify(first)],
    );
  }
}
