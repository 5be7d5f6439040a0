import { useInfiniteQuery } from '@tanstack/react-query';
import { lists } from '../api/lists';
import type { MandateView } from '../api/types';

/** Mandates in force, for one kind of source if given. */
export function useMandatesInForce(kind?: MandateView['sourceKind']) {
  const { data, isPending } = useInfiniteQuery(lists.mandates());
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const mandates = all.filter((one) => one.standing === 'in_force' && (kind === undefined || one.sourceKind === kind));
  return { mandates, isPending };
}
