import { useInfiniteQuery } from '@tanstack/react-query';
import { lists } from '../api/lists';
import type { MandateView, MatterKind } from '../api/types';
import { serverNow } from '../shared/clock';

/** How a mandate stands; told from its dates. */
export type MandateStanding = 'proposed' | 'active' | 'ended' | 'revoked';

/** The standing of a mandate now. */
export function standingOf(mandate: MandateView): MandateStanding {
  if (mandate.revokedAt !== null) return 'revoked';
  if (mandate.approvedAt === null) return 'proposed';
  return Date.parse(mandate.to) <= serverNow() ? 'ended' : 'active';
}

/** Mandates in force, for one kind of matter if given. */
export function useMandatesInForce(kind?: MatterKind) {
  const { data, isPending } = useInfiniteQuery(lists.mandates());
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const mandates = all.filter((one) => standingOf(one) === 'active' && (kind === undefined || one.sourceKind === kind));
  return { mandates, isPending };
}
