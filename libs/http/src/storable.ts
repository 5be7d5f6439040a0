import type { FieldError } from '@ducha/kernel';
import type { NextFunction, Request, Response } from 'express';
import { httpFault } from './http-faults.js';

/** No body of this API nests deeper than a handful of levels; what does is made to exhaust the stack. */
const deepest = 16;

/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs, which UTF-8 cannot write. */
const unstorableLetter = /\0|\p{Surrogate}/u;

/** Whether a text comes back from the database as it went in. */
export const isStorable = (text: string): boolean => !unstorableLetter.test(text);

/**
 * Fields of parsed input that no column can keep unchanged (constraint `storable`), that nest without end (`depth`), or
 * that are named like something every object has: class-validator takes those for known fields.
 */
export function unstorable(input: unknown, path = '', level = 0): FieldError[] {
  if (typeof input === 'string')
    return isStorable(input)
      ? []
      : [{ path, message: 'contains a character that cannot be stored', constraint: 'storable' }];
  if (typeof input !== 'object' || input === null || Buffer.isBuffer(input)) return [];
  if (level >= deepest) return [{ path, message: 'is nested too deeply', constraint: 'depth' }];
  return Object.entries(input).flatMap(([name, value]) => {
    if (name in Object.prototype)
      return [{ path: name, message: 'is not known here', constraint: 'whitelistValidation' }];
    const inner = Array.isArray(input) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    return [...unstorable(name, inner, level), ...unstorable(value, inner, level + 1)];
  });
}

/** Refuses such a body as soon as it is parsed, before anything else walks through it. */
export function refuseUnstorableBody(request: Request, _response: Response, next: NextFunction): void {
  const errors = unstorable(request.body);
  next(errors.length > 0 ? httpFault('invalidRequest', {}, errors) : undefined);
}
