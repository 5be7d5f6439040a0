import type { FieldError } from '../api/problem';
import type { Finding } from '../api/types';

/** How a visit ends. */
export type VisitOutcome = 'found' | 'absent' | 'refused' | 'moved';

/** A finding as it was written down on the spot. */
export interface SeenOnSpot {
  words: string;
  severity: Finding['severity'];
  conduct?: NonNullable<Finding['conduct']>;
  result?: NonNullable<Finding['result']>;
  encounter: Finding['encounter'];
}

/** A photo or file; its bytes lie beside it under its id, which is also its id on the server. */
export interface FieldPhoto {
  id: string;
  name: string;
  type: string;
  /** When it was taken, by this device's clock. */
  capturedAt: string;
}

/** What somebody did on the spot. */
export type FieldDeed =
  | { kind: 'arrive' }
  | { kind: 'discovered' }
  | { kind: 'end'; outcome: VisitOutcome }
  | { kind: 'answer'; clause: string; text: string; found: boolean | number }
  | { kind: 'finding'; clause: string | null; text: string | null; seen: SeenOnSpot; photos: FieldPhoto[] };

/** Why the server did not take something, in its own words. */
export interface Refusal {
  status: number;
  code: string;
  words: string;
  errors: FieldError[];
}

/**
 * One thing that waits to be sent. Its id was made by this device and is its id on the server, so that however often it
 * is sent it happens once.
 */
export interface FieldItem {
  id: string;
  /** Its place in the order in which things were done. */
  place: number;
  visitId: string;
  /** Where it was, to be read by people. */
  where: string;
  /** When it was, by this device's clock. */
  capturedAt: string;
  deed: FieldDeed;
  /** Set when the server refused it; it stays until a person mends or discards it. */
  refusal: Refusal | null;
}
