/**
 * How a column's value stands in the file:
 * key        the id of a row, kept as it is
 * unit(s)    full names; several joined with `；`
 * person     the account's name, or the person's name where there is no account
 * instant    UTC to the microsecond, as PostgreSQL writes it
 * json       with the ids of units and persons spoken like the columns
 * texts      a list of words, as JSON
 */
export type CellKind =
  | 'key'
  | 'keys'
  | 'unit'
  | 'units'
  | 'person'
  | 'instant'
  | 'day'
  | 'integer'
  | 'number'
  | 'flag'
  | 'json'
  | 'texts'
  | 'digest'
  | 'text';

/** A column of the file: its title, and how its values stand there. */
export interface RegisterColumn {
  readonly title: string;
  readonly kind: CellKind;
  /** Table whose row the key names. */
  readonly of?: string;
  /** What it was called in files of earlier versions. */
  readonly former?: string;
}

/** A column of the register. */
export const column = (title: string, kind: CellKind = 'text', of?: string, former?: string): RegisterColumn => ({
  ...{ title, kind },
  ...(of !== undefined && { of }),
  ...(former !== undefined && { former }),
});
