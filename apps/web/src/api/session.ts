import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './client';
import type { Device, Me } from './types';

/** Who is signed in; throws `Problem` 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<Me>('/session', undefined, signal),
  staleTime: 60_000,
  retry: false,
});

/** The signed-in person. Only inside routes that have loaded the session. */
export function useMe(): Me {
  return useSuspenseQuery(sessionQuery).data;
}

/** The devices on which this account is signed in. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => api.get<Device[]>('/session/devices', undefined, signal),
});
