import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { type FieldError, isDay } from '@ducha/kernel';
import { buildMessage, IsUUID, ValidateBy, type ValidationError, type ValidationOptions } from 'class-validator';
import { httpFault } from './http-faults.js';
import { unstorable } from './storable.js';

/** The only validation of bodies and queries: unknown fields are refused, values are converted to the DTO's types. */
export function requestValidation(): ValidationPipe {
  return new RequestValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    transform: true,
    transformOptions: { exposeUnsetFields: false },
    stopAtFirstError: true,
    exceptionFactory: (errors) => httpFault('invalidRequest', {}, flatten(errors, '')),
  });
}

/** Looks at the bare values first: what no column can keep is refused before any converter walks it. */
class RequestValidation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const wrong = metadata.type === 'custom' ? [] : unstorable(value);
    if (wrong.length > 0) throw httpFault('invalidRequest', {}, wrong);
    return super.transform(value, metadata);
  }
}

function flatten(errors: readonly ValidationError[], prefix: string): FieldError[] {
  return errors.flatMap((error) => {
    const path = /^\d+$/.test(error.property)
      ? `${prefix}[${error.property}]`
      : prefix
        ? `${prefix}.${error.property}`
        : error.property;
    return [...ownErrors(error, path), ...flatten(error.children ?? [], path)];
  });
}

/** What is not there at all is said to be missing, whatever it would have had to be. */
function ownErrors({ value, constraints = {} }: ValidationError, path: string): FieldError[] {
  const failed = Object.entries(constraints);
  if (failed.length > 0 && (value === undefined || value === null))
    return [{ path, message: 'is required', constraint: 'isDefined' }];
  return failed.map(([constraint, message]) => ({ path, message, constraint }));
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/**
 * An instant that exists, with its zone: `2026-02-30T00:00:00Z` and a bare date are refused, so are zones beyond 14 hours,
 * which PostgreSQL would not take. Years 1970 to 9999, also in UTC.
 */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !instantPattern.test(value)) return false;
  const [day] = value.split('T');
  const asDay = new Date(`${day}T00:00:00Z`);
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime()) || Number.isNaN(asDay.getTime())) return false;
  return (
    asDay.toISOString().startsWith(`${day}T`) && asDay.getUTCFullYear() >= 1970 && instant.getUTCFullYear() <= 9999
  );
}

/** The field holds an instant as `isInstant` reads it. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: buildMessage((each) => `${each}$property must be an instant`, options),
      },
    },
    options,
  );
}

/** The field holds a day that exists, `YYYY-MM-DD`. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (value) => typeof value === 'string' && isDay(value),
        defaultMessage: buildMessage((each) => `${each}$property must be a day, YYYY-MM-DD`, options),
      },
    },
    options,
  );
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be an id. */
export const isId = (value: unknown): value is string => typeof value === 'string' && uuidPattern.test(value);

/** The field is the id of a record. */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  return IsUUID('all', options);
}

/** The field holds at least one character that is not white space. */
export function IsSaid(options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && /\S/u.test(value);
  return ValidateBy(
    { name: 'isNotEmpty', validator: { validate, defaultMessage: () => '$property is required' } },
    options,
  );
}
