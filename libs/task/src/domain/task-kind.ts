import { matterKindCodes } from '@ducha/kernel';

/**
 * Where a task comes from: the kinds of matter (DESIGN 1), 诉求上报 of units (they are no matters), and 立项建议 for what the
 * bureau proposes on its own account.
 * The engine treats all alike; the ledger filters by it.
 */
export const taskKinds = [...matterKindCodes, 'upward_need', 'registration_proposal'] as const;

/** One of `taskKinds`. */
export type TaskKind = (typeof taskKinds)[number];
