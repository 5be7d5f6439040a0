import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { field } from '../field/field';
import { keptOr } from '../field/kept';
import { api } from './client';
import type { Device, Factors, Me, Tokens } from './types';

async function whoAmI(signal: AbortSignal): Promise<Me> {
  const me = await api.get<Me>('/session', undefined, signal);
  await field.belongsTo(me.person.id);
  return me;
}

/** Who is signed in, without signal who was last and is out; throws `Problem` 401 when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => keptOr('me', whoAmI, signal),
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

/** What this account proves itself with. */
export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => api.get<Factors>('/factors', undefined, signal),
});

/** This account's access tokens. */
export const tokensQuery = queryOptions({
  queryKey: ['access-tokens'],
  queryFn: ({ signal }) => api.get<Tokens>('/access-tokens', undefined, signal),
});

/** The ways of signing in that this installation has. */
export const signInWaysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => api.get<{ password: boolean; oidc: boolean }>('/sign-in/ways', undefined, signal),
  staleTime: Infinity,
});
