import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import {
  duplicateReasons,
  isLikelyDuplicate,
  likenessOf,
  proposedCategories,
  proposedUnits,
} from '../domain/intake-hints.js';
import type { IntakeHintsView } from '../http/hint.view.js';
import { dutiesFor } from './duties.js';
import { type IntakeText, type ResemblingMatter, resemblingMatters } from './resembling-matters.js';

const shown = 6;

/** Categories whose last word shares its pairs of characters with the text. */
const byWordsSql = `
  with words as (select tsvector_to_array(bigrams($1)) as said),
  leaf as (select d.category, tsvector_to_array(bigrams(regexp_replace(d.category, '^.*/', ''))) as pairs from duty d where d.to_at is null order by d.category limit 2000)
  select l.category, (select count(*) from unnest(l.pairs) as p where p = any(w.said))::float8 / cardinality(l.pairs) as share
  from leaf l, words w where cardinality(l.pairs) > 0 and l.pairs && w.said order by share desc, l.category limit 5`;

/** What the intake desk is told while somebody writes: what resembles it, and where it probably belongs. */
@Injectable()
export class IntakeHints {
  constructor(private readonly store: Store) {}

  /** @param category  when it is chosen already, the units are proposed for it */
  async of(text: IntakeText, category: string | null, by: Actor): Promise<IntakeHintsView> {
    const resembling = await resemblingMatters(this.store, text, by);
    const byWords = await this.store.query<{ category: string; share: number }>(byWordsSql, [
      `${text.title} ${text.body.slice(0, 200)}`,
    ]);
    const categories = proposedCategories(resembling, byWords);
    const meant = category ?? categories[0]?.value ?? null;
    const duty = meant === null ? undefined : (await dutiesFor(this.store, [meant])).get(meant);
    const units = proposedUnits(
      resembling,
      duty && meant !== null ? { category: meant, leadUnitId: duty.leadUnitId } : null,
    );
    const names = await this.unitNames([
      ...units.map(({ value }) => value),
      ...(duty ? [duty.leadUnitId, ...duty.assistUnitIds] : []),
    ]);
    const named = (id: string) => ({ id, shortName: names.get(id) ?? '' });
    return {
      similar: resembling.slice(0, shown).map(similarOf),
      categories: categories.map(({ value, confidence, reasons }) => ({
        category: value,
        confidence,
        reasons: [...reasons],
      })),
      units: units.map(({ value, confidence, reasons }) => ({
        unit: named(value),
        assistUnits: value === duty?.leadUnitId ? duty.assistUnitIds.map(named) : [],
        confidence,
        reasons: [...reasons],
      })),
      line: duty ? { item: duty.item, leadUnit: named(duty.leadUnitId), townshipList: duty.townshipList } : null,
    };
  }

  private async unitNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.store.query<{ id: string; name: string }>(
      'select id, short_name as name from unit where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function similarOf(matter: ResemblingMatter): IntakeHintsView['similar'][number] {
  const { id, intakeNo, title, kind, state, receivedAt, category, mayTake } = matter;
  return {
    ...{ id, intakeNo, title, kind, state, receivedAt, category },
    likeness: Math.round(likenessOf(matter) * 100) / 100,
    likelyDuplicate: isLikelyDuplicate(matter),
    mayTake,
    reasons: duplicateReasons(matter),
  };
}
