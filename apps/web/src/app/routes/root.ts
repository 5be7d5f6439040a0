import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, redirect } from '@tanstack/react-router';
import { Problem } from '../../api/problem';
import { sessionQuery } from '../../api/session';
import type { Me } from '../../api/types';
import { field } from '../../field/field';

/** What every address is under. */
export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Whoever is signed in; anybody else is led to sign in and back. */
export async function whoIs(queries: QueryClient, back: string): Promise<Me> {
  try {
    return await queries.ensureQueryData(sessionQuery);
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 401) {
      await field.dropSheets();
      throw redirect({ to: '/sign-in', search: { back } });
    }
    throw cause;
  }
}
