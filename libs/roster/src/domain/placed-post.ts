import type { PersonLine, PostRules } from './person-line.js';
import type { BadCell, CellFault } from './report.js';
import type { UnitDirectory } from './unit-directory.js';

/** A post of a sheet whose unit is found and whose dates make sense. */
export interface PlacedPost {
  readonly row: number;
  readonly unitId: string;
  readonly role: string;
  readonly title: string;
  /** Null: from now on. */
  readonly from: Date | null;
  readonly to: Date | null;
  readonly homeUnitId: string | null;
}

/** Finds the unit of a post and looks at its dates, or says everything that is wrong with it. */
export function placed(line: PersonLine, units: UnitDirectory, rules: PostRules): PlacedPost | { bad: BadCell[] } {
  const bad: BadCell[] = [];
  const refuse = (field: string, code: CellFault): null => {
    bad.push({ row: line.row, field, code });
    return null;
  };
  const find = (field: 'unit' | 'homeUnit'): string | null => {
    const name = line[field];
    if (name === null) return null;
    const found = units.find(name);
    return 'unit' in found ? found.unit.id : refuse(field, found.fault);
  };
  for (const field of ['unit', 'role', 'title'] as const) if (line[field] === null) refuse(field, 'required');
  const unitId = find('unit');
  const homeUnitId = find('homeUnit');
  refuseDates(line, rules.now, refuse);
  if (line.homeUnit !== null && line.to === null) refuse('to', 'required');
  if (homeUnitId !== null && homeUnitId === unitId) refuse('homeUnit', 'sameUnit');
  const { row, role, title, from, to } = line;
  if (unitId !== null && role !== null && !rules.mayGive(role, unitId)) refuse('role', 'notYours');
  if (bad.length > 0 || unitId === null || role === null || title === null) return { bad };
  return { row, unitId, role, title, from, to, homeUnitId };
}

function refuseDates({ from, to }: PersonLine, now: Date, refuse: (field: string, code: CellFault) => null): void {
  if (from !== null && from > now) refuse('from', 'dateInFuture');
  if (to === null) return;
  if (from !== null && to <= from) refuse('to', 'endsBeforeStart');
  else if (to <= now) refuse('to', 'inPast');
}
