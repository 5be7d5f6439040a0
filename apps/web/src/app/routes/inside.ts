import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { root, whoIs } from './root';

/** The application of whoever is signed in and acts in a post. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const me = await whoIs(context.queries, location.href);
    if (me.issued && me.acting === null) throw redirect({ to: '/device' });
    if (me.acting === null) throw redirect({ to: '/choose-post' });
  },
  component: lazyRouteComponent(() => import('../shell'), 'Shell'),
});

/** The parent of every page inside. */
export const under = () => inside;
