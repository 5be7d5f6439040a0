import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Guide, Me } from '../api/types';

const seldomMs = 3_600_000;
const oftenMs = 20_000;

/** How far a new county has come; asked often while something is missing, seldom afterwards. */
export const guideQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: ({ signal }) => api.get<Guide>('/guide', undefined, signal),
  staleTime: ({ state }) => (state.data?.complete === true ? seldomMs : oftenMs),
  refetchInterval: ({ state }) => (state.data?.complete === true ? false : oftenMs),
});

/** The step that comes next: the first that is missing and the reader's own, else the first that is missing. */
export function nextStep(guide: Guide, me: Me): { step: Guide['steps'][number]; mine: boolean } | null {
  const missing = guide.steps.filter(({ state }) => state === 'open');
  const own = missing.find(({ whose }) => me.acting !== null && whose.includes(me.acting.role));
  const step = own ?? missing[0];
  return step === undefined ? null : { step, mine: own !== undefined };
}
