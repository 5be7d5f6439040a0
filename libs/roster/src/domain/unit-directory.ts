import { groupedBy, nameKey } from './names.js';
import type { CellFault } from './report.js';

/** A unit of the county as a sheet is compared with it. */
export interface KnownUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly sort: number;
  readonly divisionCode: string | null;
  readonly ended: boolean;
}

/** Finds units by what people write: the name, else the short name. Ended ones are known only in order to be refused. */
export class UnitDirectory {
  private readonly today: ReadonlyMap<string, KnownUnit[]>;
  private readonly short: ReadonlyMap<string, KnownUnit[]>;
  private readonly ended: ReadonlySet<string>;
  readonly byId: ReadonlyMap<string, KnownUnit>;

  constructor(units: readonly KnownUnit[]) {
    const current = units.filter(({ ended }) => !ended);
    this.today = groupedBy(current, ({ name }) => nameKey(name));
    this.short = groupedBy(current, ({ shortName }) => nameKey(shortName));
    this.ended = new Set(units.filter(({ ended }) => ended).map(({ name }) => nameKey(name)));
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
  }

  /** By full name alone. */
  named(name: string): { unit: KnownUnit } | { fault: CellFault } | undefined {
    const found = this.today.get(nameKey(name)) ?? [];
    if (found.length > 1) return { fault: 'ambiguousUnit' };
    if (found[0]) return { unit: found[0] };
    return this.ended.has(nameKey(name)) ? { fault: 'unitEnded' } : undefined;
  }

  /** By full name, else by short name. */
  find(name: string): { unit: KnownUnit } | { fault: CellFault } {
    const known = this.named(name);
    if (known && 'unit' in known) return known;
    const found = this.short.get(nameKey(name)) ?? [];
    if (found.length === 1 && found[0]) return { unit: found[0] };
    return known ?? { fault: found.length > 1 ? 'ambiguousUnit' : 'unknownUnit' };
  }
}
