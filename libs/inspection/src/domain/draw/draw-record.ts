/** What this software draws with; a record of another name or version is not recomputed. */
export const drawAlgorithm = { name: 'ducha-draw', version: 2 } as const;

/** One row of the frame: an object or site that may be drawn. `party` is the unit that answers for it. */
export interface FrameRow {
  readonly stratum: string;
  readonly party: string;
  readonly id: string;
}

/** How many of a stratum are drawn; all that are left where fewer are. */
export interface StratumQuota {
  readonly stratum: string;
  readonly quota: number;
}

/** A row that was taken out before the draw, and why, as a code. */
export interface Excluded {
  readonly id: string;
  readonly reason: string;
}

/** Somebody who may not go to what a party answers for, or to one row, and why, as a code. */
export interface Recusal {
  readonly inspector: string;
  /** A party, or the id of one row. */
  readonly party: string;
  readonly reason: string;
}

/** Everything that is fixed before the seed is used. */
export interface DrawTerms {
  readonly purpose: string;
  readonly frame: readonly FrameRow[];
  readonly strata: readonly StratumQuota[];
  readonly excluded: readonly Excluded[];
  readonly inspectors: readonly string[];
  /** Inspectors for each drawn row; 0: nobody is drawn. */
  readonly perObject: number;
  readonly recusals: readonly Recusal[];
}

/** A drawn row that could not be checked, and why, as a code; the rule names who comes in. */
export interface Failed {
  readonly out: string;
  readonly reason: string;
}

/** The order in which one stratum came out: the drawn ones, then those who come in when one of them cannot be checked. */
export interface DrawnStratum {
  readonly stratum: string;
  readonly objects: readonly string[];
  readonly reserves: readonly string[];
}

/** A replacement; `in` is null where the stratum had no reserve left. */
export interface Replacement extends Failed {
  readonly stratum: string;
  readonly in: string | null;
}

/** Who goes to a drawn row; fewer than `perObject` where not enough are free of recusal. */
export interface DrawnInspectors {
  readonly object: string;
  readonly inspectors: readonly string[];
}

/** The whole record of a draw: whoever has it can draw again. Instants are told, not proved. */
export interface DrawRecord {
  readonly algorithm: { readonly name: string; readonly version: number };
  /** SHA-256 of the 32 bytes of the seed, published before the frame was taken. Hex in lower case, as all digests here. */
  readonly commitment: string;
  readonly committedAt: string;
  /** What people present called out after the commitment; empty when nobody did. */
  readonly contribution: string;
  /** 64 hex digits. */
  readonly seed: string;
  readonly drawnAt: string;
  readonly frameHash: string;
  readonly termsHash: string;
  readonly terms: DrawTerms;
  readonly drawn: readonly DrawnStratum[];
  readonly replacements: readonly Replacement[];
  readonly assigned: readonly DrawnInspectors[];
}
