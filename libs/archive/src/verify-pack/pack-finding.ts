/** One thing that is wrong with a case file. */
export interface PackFinding {
  readonly kind:
    | 'changed'
    | 'missing'
    | 'added'
    | 'notReadable'
    | 'actReordered'
    | 'actChanged'
    | 'actMissing'
    | 'linkBroken'
    | 'wordsChanged'
    | 'paperNotProven'
    | 'anchorDiffers'
    | 'sealBroken';
  /** The part, or the act, that is meant. */
  readonly where: string;
}

/** What a check found; sound when `findings` is empty. */
export interface PackCheck {
  readonly title: string;
  readonly parts: number;
  readonly acts: number;
  readonly links: number;
  /** Acts made in the last second before the file: not chained then, so nothing proves them. */
  readonly unlinked: number;
  readonly anchorsMatched: number;
  /** Hex SHA-256 of the manifest; the audit record of the making of the file names it. */
  readonly manifestSha256: string;
  readonly findings: readonly PackFinding[];
}
