import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { withOriginals } from '@ducha/kernel';
import { compareAndSet, Store } from '@ducha/store';
import { cleanCategory } from '../domain/category.js';
import { type FieldValues, readFields } from '../domain/kind-fields.js';
import { matterFault } from '../matter-faults.js';
import { MatterRow } from '../rows/matter.row.js';
import { readSeenMatter } from './matter-reading.js';
import { fieldTexts, SecrecyScreen } from './secrecy-screen.js';

/** What triage (甄别) sets right. Absent fields stay. */
export interface TriageMatterCommand {
  readonly matterId: string;
  readonly version: number;
  readonly by: Actor;
  readonly title?: string | undefined;
  readonly body?: string | undefined;
  /** The leading category; it joins `categories`. */
  readonly category?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly needsTriage?: boolean | undefined;
  /** All own fields of the kind, not checked yet. */
  readonly fields?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Sets right what a matter came in with, as long as it is only received. Choosing a category ends the need for triage.
 * Texts come from a page that shows them masked: numbers that are still masked stay what they were.
 */
@Injectable()
export class TriageMatter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly secrecy: SecrecyScreen,
  ) {}

  /** @throws Fault `matter.moveRefused` once it is registered or settled, `matter.classified`, `matter.fieldsWrong` */
  async run(command: TriageMatterCommand): Promise<void> {
    const { matterId, version, title, body, by, fields } = command;
    await this.secrecy.refuse({ title, body, category: command.category, ...fieldTexts(fields ?? {}) }, by);
    await this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      if (seen.state !== 'received') throw matterFault('moveRefused', { from: seen.state, on: 'triage' });
      const categories = await this.categoriesOf(matterId, command);
      const category =
        cleanCategory(command.category) ??
        (categories.includes(seen.category ?? '') ? seen.category : (categories[0] ?? null));
      const isChosen = command.category !== undefined || (command.categories !== undefined && categories.length === 1);
      const needsTriage = command.needsTriage ?? (isChosen ? false : seen.needsTriage);
      await compareAndSet(tx, MatterRow, seen, {
        title: title === undefined ? seen.title : withOriginals(title, seen.title),
        body: body === undefined ? seen.body : withOriginals(body, seen.body),
        category,
        needsTriage,
        fields: checkedFields(seen, command),
      });
      await tx.query('delete from matter_category where matter_id = $1 and category <> all($2::text[])', [
        matterId,
        categories,
      ]);
      await tx.query(
        'insert into matter_category (matter_id, category) select $1, unnest($2::text[]) on conflict do nothing',
        [matterId, categories],
      );
      const changed = (['title', 'body', 'category', 'categories', 'needsTriage', 'fields'] as const).filter(
        (field) => command[field] !== undefined,
      );
      await this.audit.record(tx, {
        act: 'matter.triage',
        subject: { type: 'matter', id: matterId },
        by,
        facts: { changed },
      });
    });
  }

  private async categoriesOf(matterId: string, { category, categories }: TriageMatterCommand): Promise<string[]> {
    const kept =
      categories ??
      (
        await this.store.query<{ category: string }>(
          'select category from matter_category where matter_id = $1 order by category',
          [matterId],
        )
      ).map((row) => row.category);
    const given = category === undefined ? kept : [category, ...kept];
    return [...new Set(given.flatMap((one) => cleanCategory(one) ?? []))];
  }
}

function checkedFields(seen: MatterRow, { fields }: TriageMatterCommand): FieldValues {
  if (fields === undefined || fields === null) return seen.fields;
  const { values, errors } = readFields(seen.kind, fields, seen.restricted);
  if (errors.length > 0) throw matterFault('fieldsWrong', {}, errors);
  const whole = Object.entries(values).map(([name, value]) => {
    const stored = seen.fields[name];
    return [name, typeof value === 'string' && typeof stored === 'string' ? withOriginals(value, stored) : value];
  });
  return Object.fromEntries(whole) as FieldValues; // boundary: the names and values of `values`
}
