import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

const attempts = 2;

/** The page's memory of the server. Refusals are final; only a lost connection or a 5xx is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // asked also where the browser believes itself offline: what a device keeps is answered then
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, cause) =>
        count < attempts && cause instanceof Problem && (cause.status === 0 || cause.status >= 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
