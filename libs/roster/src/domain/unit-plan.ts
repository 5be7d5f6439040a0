import { nameKey } from './names.js';
import type { BadCell, CellFault, RowEffect } from './report.js';
import { type KnownUnit, UnitDirectory } from './unit-directory.js';

/** A row of a sheet of units; what is blank leaves a known unit as it is. */
export interface UnitLine {
  readonly row: number;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: string | null;
  /** Name of the unit above. */
  readonly parent: string | null;
  readonly sort: number | null;
  readonly divisionCode: string | null;
  readonly from: Date | null;
}

/** Where a unit will stand: below one of the county, below another one of the sheet, or at the top. */
export type Above = { readonly id: string } | { readonly row: number } | null;

/** A unit to be founded. */
export interface UnitToFound {
  readonly row: number;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly above: Above;
  readonly sort: number | null;
  readonly divisionCode: string | null;
  readonly from: Date | null;
}

/** What changes about a unit of the county; absent fields stay. */
export interface UnitToChange {
  readonly row: number;
  readonly id: string;
  readonly shortName?: string;
  readonly kind?: string;
  readonly sort?: number;
  readonly divisionCode?: string;
  readonly above?: Above;
}

/** What a sheet of units comes to. Founded parents stand before their children, moved ones too. */
export interface UnitPlan {
  readonly found: readonly UnitToFound[];
  readonly change: readonly UnitToChange[];
  readonly effects: readonly RowEffect[];
  readonly bad: readonly BadCell[];
}

const shortMax = 30;

/** Compares a sheet with the county. Units that the sheet does not name stay as they are. */
export function planUnits(lines: readonly UnitLine[], county: readonly KnownUnit[]): UnitPlan {
  return new Planning(lines, county).plan();
}

class Planning {
  private readonly directory: UnitDirectory;
  private readonly lineOf = new Map<string, UnitLine>();
  private readonly known = new Map<number, KnownUnit>();
  private readonly above = new Map<number, Above>();
  private readonly bad: BadCell[] = [];
  /** Row by the id of the known unit that it names. */
  private rowOf: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly lines: readonly UnitLine[],
    private readonly county: readonly KnownUnit[],
  ) {
    this.directory = new UnitDirectory(county);
  }

  plan(): UnitPlan {
    for (const line of this.lines) this.meet(line);
    this.rowOf = new Map([...this.known].map(([row, { id }]) => [id, row]));
    for (const line of this.lines) this.hang(line);
    this.refuseCircles();
    const ordered = [...this.lines].sort((a, b) => this.depthOf(a.row) - this.depthOf(b.row));
    const changes = new Map(this.lines.flatMap((line) => this.changeOf(line) ?? []).map((one) => [one.row, one]));
    return {
      found: ordered.filter(({ row }) => !this.known.has(row)).map((line) => this.foundingOf(line)),
      change: ordered.flatMap(({ row }) => changes.get(row) ?? []).filter((one) => Object.keys(one).length > 2),
      effects: this.lines.map(({ row }) => this.effectOf(row, changes.get(row))),
      bad: this.bad,
    };
  }

  /** Which unit of the county the line means, if any. */
  private meet(line: UnitLine): void {
    const key = nameKey(line.name);
    if (this.lineOf.has(key)) return this.refuse(line, 'name', 'nameTwice');
    this.lineOf.set(key, line);
    const known = this.directory.named(line.name);
    if (known && 'fault' in known) return this.refuse(line, 'name', known.fault);
    if (known) this.known.set(line.row, known.unit);
    else if (line.kind === null) this.refuse(line, 'kind', 'required');
  }

  /** Where the line hangs its unit. */
  private hang(line: UnitLine): void {
    const known = this.known.get(line.row);
    if (line.parent === null) {
      if (!known && this.hasRootBeside(line)) this.refuse(line, 'parent', 'secondRoot');
      this.above.set(line.row, known ? aboveOf(known) : null);
      return;
    }
    if (nameKey(line.parent) === nameKey(line.name)) return this.refuse(line, 'parent', 'underItself');
    if (known && known.parentId === null) return this.refuse(line, 'parent', 'rootStays');
    const above = this.parentNamed(line.parent);
    if (typeof above === 'string') this.refuse(line, 'parent', above);
    else this.above.set(line.row, above);
  }

  private parentNamed(name: string): Exclude<Above, null> | CellFault {
    const line = this.lineOf.get(nameKey(name));
    if (line) {
      const known = this.known.get(line.row);
      return known ? { id: known.id } : { row: line.row };
    }
    const found = this.directory.find(name);
    return 'unit' in found ? { id: found.unit.id } : found.fault;
  }

  private hasRootBeside(line: UnitLine): boolean {
    const first = this.lines.find(({ row, parent }) => parent === null && !this.known.has(row));
    return first !== line || this.county.some(({ parentId, ended }) => parentId === null && !ended);
  }

  private refuseCircles(): void {
    for (const line of this.lines) {
      const start = this.spotOf(line.row);
      const seen = new Set<string>();
      let spot = this.next(start);
      while (spot !== null && spot !== start && !seen.has(spot)) {
        seen.add(spot);
        spot = this.next(spot);
      }
      if (spot === start) this.refuse(line, 'parent', 'circularTree');
    }
  }

  /** A unit as a place in the tree that is to be: `u` and the id, or `r` and the row. */
  private spotOf(row: number): string {
    const known = this.known.get(row);
    return known ? `u${known.id}` : `r${row}`;
  }

  private next(spot: string): string | null {
    const row = spot.startsWith('r') ? Number(spot.slice(1)) : this.rowOf.get(spot.slice(1));
    const above = row === undefined ? aboveOf(this.directory.byId.get(spot.slice(1))) : (this.above.get(row) ?? null);
    if (above === null) return null;
    return 'id' in above ? `u${above.id}` : `r${above.row}`;
  }

  private depthOf(row: number): number {
    const seen = new Set<string>();
    for (let spot: string | null = this.spotOf(row); spot !== null && !seen.has(spot); spot = this.next(spot))
      seen.add(spot);
    return seen.size;
  }

  private foundingOf(line: UnitLine): UnitToFound {
    const { row, name, sort, divisionCode, from } = line;
    const shortName = line.shortName ?? [...name].slice(0, shortMax).join('');
    return {
      row,
      name,
      shortName,
      kind: line.kind ?? '',
      above: this.above.get(row) ?? null,
      sort,
      divisionCode,
      from,
    };
  }

  private changeOf(line: UnitLine): UnitToChange | undefined {
    const known = this.known.get(line.row);
    if (!known) return undefined;
    const above = this.above.get(line.row) ?? null;
    const isMoved = above !== null && !('id' in above && above.id === known.parentId);
    return {
      row: line.row,
      id: known.id,
      ...(line.shortName !== null && line.shortName !== known.shortName && { shortName: line.shortName }),
      ...(line.kind !== null && line.kind !== known.kind && { kind: line.kind }),
      ...(line.sort !== null && line.sort !== known.sort && { sort: line.sort }),
      ...(line.divisionCode !== null &&
        line.divisionCode !== known.divisionCode && { divisionCode: line.divisionCode }),
      ...(isMoved && { above }),
    };
  }

  private effectOf(row: number, change: UnitToChange | undefined): RowEffect {
    if (!change) return { row, effect: 'added', fields: ['name'] };
    const fields = Object.keys(change)
      .filter((field) => field !== 'row' && field !== 'id')
      .map((field) => (field === 'above' ? 'parent' : field));
    return { row, effect: fields.length > 0 ? 'changed' : 'same', fields };
  }

  private refuse({ row }: UnitLine, field: string, code: CellFault): void {
    this.bad.push({ row, field, code });
  }
}

const aboveOf = (unit: KnownUnit | undefined): Above =>
  unit === undefined || unit.parentId === null ? null : { id: unit.parentId };
