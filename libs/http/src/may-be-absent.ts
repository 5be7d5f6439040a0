import { ValidateIf } from 'class-validator';

/** The field may be left out, but not be null: absent and empty would mean two different things. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_body, value: unknown) => value !== undefined);
