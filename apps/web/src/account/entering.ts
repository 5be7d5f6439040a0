import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { sessionQuery } from '../api/session';
import type { Me } from '../api/types';

/**
 * What happens once somebody is in: forget the former person's pages, then to where they wanted to go.
 * @param wanted where that was, when the address does not say so
 */
export function useEntering(wanted?: string): (me: Me) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  const asked = useSearch({ strict: false, select: (search) => search.back });
  const back = wanted ?? asked;
  return useCallback(
    async (me: Me) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, me);
      if (back !== undefined && back.startsWith('/') && !back.startsWith('//')) router.history.push(back);
      else await router.navigate({ to: '/' });
    },
    [queries, router, back],
  );
}
