import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import { initialsOf, type Spell } from '../domain/initials.js';

const perTurn = 500;

const tables = {
  unit: `select id, short_name as short, name from unit where initials is null order by id limit ${perTurn}`,
  person: `select id, null as short, name from person where initials is null order by id limit ${perTurn}`,
} as const;

const waitsSql = prepared(
  'select exists (select 1 from unit where initials is null) or exists (select 1 from person where initials is null) as waits',
);

interface Named {
  id: string;
  short: string | null;
  name: string;
}

/**
 * Writes the initials by which units and persons are found ("slj"): the only place that does. Whoever enters or renames
 * one leaves the column empty (a trigger empties it on a new name), and a sweep comes here; the rows that were there before
 * the column are spelled in the same way.
 */
@Injectable()
export class SpellNames {
  constructor(private readonly store: Store) {}

  /** One turn over units and persons; true when it left work behind. */
  async run(): Promise<boolean> {
    const named = await this.store.queryOne<{ waits: boolean }>(waitsSql);
    if (!named?.waits) return false;
    const units = await this.spell('unit');
    const persons = await this.spell('person');
    return units === perTurn || persons === perTurn;
  }

  private async spell(table: keyof typeof tables): Promise<number> {
    const rows = await this.store.query<Named>(tables[table]);
    if (rows.length === 0) return 0;
    const spell = await pinyinSpell();
    const spelled = rows.map(({ short, name }) =>
      [...new Set([short ?? '', name])]
        .map((part) => initialsOf(part, spell))
        .join(' ')
        .trim(),
    );
    await this.store.query(
      `update ${table} as named set initials = s.initials from unnest($1::uuid[], $2::text[], $3::text[]) as s(id, name, initials)
       where named.id = s.id and named.name = s.name`,
      [rows.map(({ id }) => id), rows.map(({ name }) => name), spelled],
    );
    return rows.length;
  }
}

/** Its tables are large and seldom needed, so they are loaded when a name waits. */
export async function pinyinSpell(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro');
  return (name) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'spaced' });
}
