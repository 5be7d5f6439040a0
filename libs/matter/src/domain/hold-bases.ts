/** Why nothing of a matter may be purged: a lawsuit, an administrative review, an audit, a disciplinary case. */
export const holdBases = ['litigation', 'review', 'audit', 'discipline'] as const;

/** One of `holdBases`. */
export type HoldBasis = (typeof holdBases)[number];
