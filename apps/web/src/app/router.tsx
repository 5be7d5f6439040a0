import { createRouter } from '@tanstack/react-router';
import { onSignedOut } from '../api/client';
import { field } from '../field/field';
import { LoadingBlock } from '../shared/blocks';
import { Broken, NotFound } from './boundary';
import { queries } from './queries';
import { routeTree } from './routes';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The addresses of the application. Pages load when first visited. */
export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: LoadingBlock,
});

onSignedOut(() => {
  const here = router.state.location;
  if (['/sign-in', '/setup', '/enter'].includes(here.pathname)) return;
  queries.clear();
  void field.dropSheets();
  void router.navigate({ to: '/sign-in', search: { back: here.href } });
});
