import type { MandateKind, MandateStanding } from '../domain/standing-mandate.js';
import { PersonRef } from './matter.view.js';

/** A standing mandate (常设授权). */
export class MandateView {
  id: string;
  version: number;
  /** A kind of matter, or `upward_need`. */
  sourceKind: MandateKind;
  /** Slash path; empty: every category of the kind. */
  categoryPrefix: string;
  from: Date;
  /** Exclusive. */
  to: Date;
  reason: string;
  standing: MandateStanding;
  proposedBy: PersonRef;
  proposedAt: Date;
  approvedBy: PersonRef | null;
  approvedAt: Date | null;
  revokedAt: Date | null;
  actions: string[];
}
