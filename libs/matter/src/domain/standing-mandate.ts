import { liesUnder } from './category.js';
import { type MatterKind, matterKindNames } from './matter-kind.js';

/** What a mandate may be for: the kinds of matter, and what units ask of those above them (诉求上报), which are no matters. */
export const mandateKinds = [...matterKindNames, 'upward_need'] as const;

/** One of `mandateKinds`. */
export type MandateKind = MatterKind | 'upward_need';

/** What a standing mandate (常设授权) allows, and whether it does so now. */
export interface MandateScope {
  readonly sourceKind: string;
  /** Slash path; empty: every category of the kind. */
  readonly categoryPrefix: string;
  readonly fromAt: Date;
  /** Exclusive. */
  readonly toAt: Date;
  readonly approvedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Where a mandate stands on a given instant; derived, never stored. */
export type MandateStanding = 'proposed' | 'not_yet' | 'in_force' | 'expired' | 'revoked';

/** Where a mandate stands at `now`, the database's instant. */
export function mandateStanding(mandate: MandateScope, now: Date): MandateStanding {
  if (mandate.revokedAt !== null) return 'revoked';
  if (now >= mandate.toAt) return 'expired';
  if (mandate.approvedAt === null) return 'proposed';
  return now < mandate.fromAt ? 'not_yet' : 'in_force';
}

/** Whether a matter falls under a mandate by its kind and category. */
export function mandateCovers(mandate: MandateScope, matter: { kind: MatterKind; category: string | null }): boolean {
  return mandate.sourceKind === matter.kind && liesUnder(matter.category, mandate.categoryPrefix);
}
