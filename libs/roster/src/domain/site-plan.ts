import { groupedBy, nameKey } from './names.js';
import type { BadCell, RowEffect } from './report.js';
import type { UnitDirectory } from './unit-directory.js';

/** What a row of the frame is. */
export type SiteKind = 'village' | 'household' | 'project';

/** A row of a sheet of sites. The head of a household is masked while the row is read. */
export interface SiteLine {
  readonly row: number;
  readonly kind: SiteKind;
  readonly code: string;
  readonly name: string;
  /** The unit that answers; of a household its village's. */
  readonly unit: string | null;
  /** Of a household: its village, by code or name. */
  readonly village: string | null;
}

/** A site as it is known. */
export interface KnownSite {
  readonly id: string;
  readonly kind: SiteKind;
  readonly code: string;
  readonly name: string;
  readonly unitId: string;
  readonly parentId: string | null;
}

/** A site to be written; `village` is the row of a village of the same sheet. */
export interface NewSite {
  readonly row: number;
  readonly kind: SiteKind;
  readonly code: string;
  readonly name: string;
  readonly unitId: string;
  readonly parent: { readonly id: string } | { readonly row: number } | null;
}

/** What a sheet of sites comes to. */
export interface SitePlan {
  readonly found: readonly NewSite[];
  readonly renamed: readonly { readonly id: string; readonly name: string }[];
  readonly effects: readonly RowEffect[];
  readonly bad: readonly BadCell[];
}

interface Village {
  readonly code: string;
  readonly name: string;
  readonly unitId: string;
  readonly at: { readonly id: string } | { readonly row: number };
}

/** Compares a frame with what is known. A site is known again by its code within its unit or village; nothing is ended by a sheet. */
export function planSites(lines: readonly SiteLine[], units: UnitDirectory, known: readonly KnownSite[]): SitePlan {
  const plan: { found: NewSite[]; renamed: { id: string; name: string }[] } = { found: [], renamed: [] };
  const effects: RowEffect[] = [];
  const bad: BadCell[] = [];
  const placed = placeVillages(lines, units, known, bad);
  const villages = new Map([
    ...groupedBy(placed, ({ code }) => nameKey(code)),
    ...groupedBy(placed, ({ name }) => nameKey(name)),
  ]);
  const seen = new Set<string>();
  const byKey = new Map(known.map((site) => [keyOf(site.kind, site.parentId ?? site.unitId, site.code), site]));
  for (const line of lines) {
    const place = placeOf(line, units, villages, bad);
    if (place === null) continue;
    const key = keyOf(line.kind, place.within, line.code);
    if (seen.has(key)) {
      bad.push({ row: line.row, field: 'code', code: 'siteTwice' });
      continue;
    }
    seen.add(key);
    const before = byKey.get(key);
    if (!before) plan.found.push({ ...line, unitId: place.unitId, parent: place.parent });
    else if (before.name !== line.name) plan.renamed.push({ id: before.id, name: line.name });
    effects.push(effectOf(line.row, before, line.name));
  }
  return { ...plan, effects, bad };
}

const effectOf = (row: number, before: KnownSite | undefined, name: string): RowEffect => {
  if (!before) return { row, effect: 'added', fields: ['code', 'name'] };
  return before.name === name ? { row, effect: 'same', fields: [] } : { row, effect: 'changed', fields: ['name'] };
};

const keyOf = (kind: SiteKind, within: string, code: string): string => `${kind} ${within} ${code}`;

/** The villages of the sheet and those known, each where it lies. */
function placeVillages(
  lines: readonly SiteLine[],
  units: UnitDirectory,
  known: readonly KnownSite[],
  bad: BadCell[],
): Village[] {
  const old = known.flatMap(({ id, kind, code, name, unitId }): Village[] =>
    kind === 'village' ? [{ code, name, unitId, at: { id } }] : [],
  );
  const isOld = new Set(old.map(({ unitId, code }) => keyOf('village', unitId, code)));
  const fresh = lines.flatMap(({ row, kind, code, name, unit }): Village[] => {
    const found = kind === 'village' && unit !== null ? units.find(unit) : undefined;
    if (!found || 'fault' in found || isOld.has(keyOf('village', found.unit.id, code))) return [];
    return bad.some((one) => one.row === row) ? [] : [{ code, name, unitId: found.unit.id, at: { row } }];
  });
  return [...old, ...fresh];
}

interface Place {
  readonly unitId: string;
  /** What its code is unique in. */
  readonly within: string;
  readonly parent: NewSite['parent'];
}

function placeOf(
  { row, kind, unit, village }: SiteLine,
  units: UnitDirectory,
  villages: ReadonlyMap<string, readonly Village[]>,
  bad: BadCell[],
): Place | null {
  if (kind === 'household') {
    const found = village === null ? [] : (villages.get(nameKey(village)) ?? []);
    const [one] = found;
    if (!one || found.length > 1) {
      const code = village === null ? 'required' : one ? 'ambiguousVillage' : 'unknownVillage';
      bad.push({ row, field: 'village', code });
      return null;
    }
    return { unitId: one.unitId, within: 'id' in one.at ? one.at.id : `row ${one.at.row}`, parent: one.at };
  }
  const found = unit === null ? { fault: 'required' as const } : units.find(unit);
  if ('unit' in found) return { unitId: found.unit.id, within: found.unit.id, parent: null };
  bad.push({ row, field: 'unit', code: found.fault });
  return null;
}
