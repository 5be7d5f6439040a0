import { type SqlParams, unitsOfLine } from '@ducha/access';
import { prepared, type Store } from '@ducha/store';

const lineSql = prepared(`select ${unitsOfLine('$1')} as ids`);

/** A unit with those that it took over: what was theirs is found under it. */
export async function lineOf(store: Store, unitId: string): Promise<readonly string[]> {
  const line = await store.queryOne<{ ids: string[] }>(lineSql, [unitId]);
  return line?.ids ?? [unitId];
}

/** Compares a column with units. A single one is compared by `=`: only then an index gives the rows in order. */
export function isOneOf(units: readonly string[], params: SqlParams): string {
  const [only] = units;
  return units.length === 1 ? `= ${params.add(only)}::uuid` : `= any(${params.add(units)}::uuid[])`;
}
