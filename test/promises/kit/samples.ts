import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import type { World } from '#test-kit';
import { type Field, fieldsOf } from './fields.js';
import { inDays, type Planted } from './planted.js';

/** Values that the routes take, made from the rules of their bodies. */
export class Samples {
  constructor(
    private readonly world: World,
    private readonly planted: Planted,
  ) {}

  /** A body with everything that is required and what else is named. */
  bodyOf(type: Type | undefined, also: readonly string[] = []): Record<string, unknown> {
    const wanted = fieldsOf(type).filter(({ name, optional }) => !optional || also.includes(name));
    return Object.fromEntries(wanted.map((field) => [field.name, this.valueOf(type, field)]));
  }

  /** A value that a field takes. */
  valueOf(type: Type | undefined, field: Field): unknown {
    const nested = nestedType(type, field.name);
    const one = nested ? this.bodyOf(nested) : this.scalarOf(field);
    return has(field, 'isArray') ? [one] : one;
  }

  private scalarOf(field: Field): unknown {
    if (has(field, 'isUuid')) return this.idFor(field.name);
    if (has(field, 'isInstant')) return inDays(9);
    if (has(field, 'isDay')) return inDays(9).slice(0, 10);
    const choices = field.rules.find(({ name }) => name === 'isIn')?.constraints[0];
    if (Array.isArray(choices)) return choices[0];
    if (has(field, 'declared')) return true;
    if (has(field, 'isBoolean')) return false;
    if (has(field, 'isNumber') || has(field, 'isInt')) return leastOf(field);
    if (has(field, 'isObject')) return {};
    return '按时办结并回复来信人，请逐项说明情况。';
  }

  private idFor(name: string): string {
    const { unit, person } = this.world.county;
    if (/unit/i.test(name)) return unit.city;
    if (/reviewer/i.test(name)) return person.reviewer;
    if (/officer/i.test(name)) return person.officer;
    if (/leader/i.test(name)) return person.viceMagistrate;
    if (/principal|person/i.test(name)) return person.magistrate;
    const part = /matter|into/i.test(name)
      ? 'matters'
      : /task|subject|parent/i.test(name)
        ? 'tasks'
        : /assignment|^ids$/i.test(name)
          ? 'assignments'
          : /finding/i.test(name)
            ? 'findings'
            : /inspection/i.test(name)
              ? 'inspections'
              : /site/i.test(name)
                ? 'sites'
                : '';
    return this.planted.ids[part]?.at(-1) ?? randomUUID();
  }
}

/** The least number that a field takes. */
function leastOf({ rules }: Field): number {
  const least: unknown = rules.find(({ name }) => name === 'min')?.constraints[0];
  return typeof least === 'number' ? Math.max(1, least) : 1;
}

/** Whether a field has a rule. */
export const has = ({ rules }: Field, name: string): boolean => rules.some((rule) => rule.name === name);

/** The class of a field that holds an object of its own. */
export function nestedType(type: Type | undefined, name: string): Type | undefined {
  if (!type) return undefined;
  const found = defaultMetadataStorage.findTypeMetadata(type, name);
  const given: unknown = found?.typeFunction?.();
  return typeof given === 'function' && ![Number, String, Boolean, Date].some((plain) => plain === given)
    ? (given as Type)
    : undefined;
}
