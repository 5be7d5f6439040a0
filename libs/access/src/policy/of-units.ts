import type { Actor } from '../actor.js';
import type { SqlParams } from './sql-params.js';

/** Whether a column names one of the actor's units. A single one is compared by `=`: only then an index gives the rows in order. */
export const ofUnits = ({ unitIds }: Actor, params: SqlParams): ((column: string) => string) => {
  const [only] = unitIds;
  const value = unitIds.length === 1 ? `${params.add(only)}::uuid` : `any(${params.add(unitIds)}::uuid[])`;
  return (column) => `${column} = ${value}`;
};
