import type { NewUnit } from '@ducha/org';
import type { DemoUnit } from '../data/types.js';

/** The day on which the county of the data began; older than any post. */
const foundedOn = '2000-01-01T00:00:00+08:00';

/** The units as they are read down the page: each before what is below it, siblings in protocol order. */
export function unitsInOrder(units: readonly DemoUnit[]): NewUnit[] {
  const below = (parentKey: string | null): DemoUnit[] =>
    units
      .filter((unit) => unit.parentKey === parentKey)
      .sort((one, other) => one.order - other.order)
      .flatMap((unit) => [unit, ...below(unit.key)]);
  return below(null).map(({ key, name, shortName, kind, parentKey, divisionCode }, sort) => ({
    key,
    name,
    shortName,
    kind,
    parentKey,
    divisionCode: divisionCode ?? null,
    sort,
    from: foundedOn,
  }));
}

/** Every unit's key with the keys of itself and everything below it. */
export function subtrees(units: readonly DemoUnit[]): Map<string, string[]> {
  const parentOf = new Map(units.map(({ key, parentKey }) => [key, parentKey]));
  const trees = new Map<string, string[]>(units.map(({ key }) => [key, []]));
  for (const { key } of units) {
    for (let above: string | null = key; above !== null; above = parentOf.get(above) ?? null)
      trees.get(above)?.push(key);
  }
  return trees;
}
