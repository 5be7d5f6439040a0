import { getMetadataStorage } from 'class-validator';
import type { Type } from '@nestjs/common';
import type { Route } from './routes.js';

/** One rule on one field of a body or query, as class-validator keeps it. */
export interface Rule {
  readonly name: string;
  readonly constraints: readonly unknown[];
  readonly each: boolean;
}

/** A field of a body or query class with its rules. */
export interface Field {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly optional: boolean;
}

const read = new Map<Type, Field[]>();

/** The fields of a class, inherited ones too. */
export function fieldsOf(type: Type | undefined): readonly Field[] {
  if (!type || [Object, String, Number].some((plain) => plain === (type as unknown))) return [];
  const known = read.get(type) ?? rulesOf(type);
  read.set(type, known);
  return known;
}

function rulesOf(type: Type): Field[] {
  const all = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const names = [...new Set(all.map(({ propertyName }) => propertyName))];
  return names.map((name) => {
    const own = all.filter(({ propertyName }) => propertyName === name);
    const rules = own.map((rule) => ({
      name: rule.name ?? rule.type,
      constraints: rule.constraints ?? [],
      each: rule.each,
    }));
    return { name, rules, optional: own.some(({ type: kind }) => kind === 'conditionalValidation') };
  });
}

/** Names of a route's query fields. */
export const queryFieldsOf = ({ query }: Route): string[] => fieldsOf(query).map(({ name }) => name);
