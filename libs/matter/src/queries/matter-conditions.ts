import type { SqlParams } from '@ducha/access';
import { isOneOf } from '@ducha/task';
import { cleanCategory } from '../domain/category.js';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import type { MeantByFilter } from './matter-named.js';

const underSql = (column: string, place: string): string =>
  `(${column} = ${place} or starts_with(${column}, ${place} || '/'))`;

/** SQL condition: an own field holds a value, whichever type it is kept in. */
function holdsSql(field: string, value: string, params: SqlParams): string {
  const meant: unknown[] = [value];
  if (value === 'true' || value === 'false') meant.push(value === 'true');
  if (/^\d{1,15}$/u.test(value)) meant.push(Number(value));
  const places = meant.map((one) => `m.fields @> ${params.add(JSON.stringify({ [field]: one }))}::jsonb`);
  return `(${places.join(' or ')})`;
}

/** The SQL conditions of a filter on the row alias `m`, beside its words; nothing asked, nothing added. */
export function matterConditions(filter: MatterFilter, { line }: MeantByFilter, params: SqlParams): string[] {
  const conditions: string[] = [];
  const { state, kind, needsTriage, importId, receivedFrom, receivedTo, leadUnitId, principalId } = filter;
  if (state !== undefined) conditions.push(`m.state = ${params.add(state)}`);
  if (kind !== undefined) conditions.push(`m.kind = ${params.add(kind)}`);
  if (needsTriage !== undefined) conditions.push(needsTriage ? 'm.needs_triage' : 'not m.needs_triage');
  if (importId !== undefined) conditions.push(`m.import_id = ${params.add(importId)}::uuid`);
  if (receivedFrom !== undefined) conditions.push(`m.received_at >= ${params.add(receivedFrom)}::timestamptz`);
  if (receivedTo !== undefined) conditions.push(`m.received_at < ${params.add(receivedTo)}::timestamptz`);
  if (principalId !== undefined) conditions.push(`m.principal_id = ${params.add(principalId)}::uuid`);
  if (leadUnitId !== undefined)
    conditions.push(
      `exists (select 1 from task lt where lt.matter_id = m.id and lt.lead_unit_id ${isOneOf(line, params)} and lt.state <> 'cancelled')`,
    );
  const category = cleanCategory(filter.category);
  if (category !== null) {
    const under = underSql('c.category', `${params.add(category)}::text`);
    conditions.push(`exists (select 1 from matter_category c where c.matter_id = m.id and ${under})`);
  }
  if (filter.field !== undefined && filter.fieldValue !== undefined)
    conditions.push(holdsSql(filter.field, filter.fieldValue, params));
  return conditions;
}
