/** A pattern that begins in a year to come. */
export class ComingPattern {
  pattern: string;
  fromYear: number;
}

/** How the numbers of a series are written. */
export class NumberPatternView {
  /** `intake.<kind>`, `matter.<kind>` (registration), `reply`, `intake.restricted`. */
  series: string;
  /** `{year}` and `{n}` or, with leading zeros, `{n:1}` to `{n:6}`. */
  pattern: string;
  isDefault: boolean;
  /** The twelfth number of this year. */
  example: string;
  next: ComingPattern | null;
}

/** Numbers that were drawn and stand on no record. */
export class VoidNumbersView {
  series: string;
  year: number;
  /** How many the series has given. */
  given: number;
  /** At most 1,000. */
  lost: string[];
}
