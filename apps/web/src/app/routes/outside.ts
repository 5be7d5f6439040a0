import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { deskOf, homeOf } from '../desks';
import { replySearch, signInSearch } from '../search';
import { root, whoIs } from './root';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../../account/sign-in-page'), 'SignInPage'),
});
const oidc = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/oidc',
  component: lazyRouteComponent(() => import('../../account/oidc-page'), 'OidcPage'),
});
const reply = createRoute({
  getParentRoute: () => root,
  path: '/reply',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../../reply/reply-page'), 'ReplyPage'),
});
const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../../reply/status-page'), 'StatusPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../../founding/setup-page'), 'SetupPage'),
});
const enter = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../../founding/entry-page'), 'EntryPage'),
});
const device = createRoute({
  getParentRoute: () => root,
  path: '/device',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../../call-up/device-page'), 'DevicePage'),
});
const verifyDraw = createRoute({
  getParentRoute: () => root,
  path: '/verify-draw',
  component: lazyRouteComponent(() => import('../../draw/verify-draw-page'), 'VerifyDrawPage'),
});
const verifyCode = createRoute({
  getParentRoute: () => root,
  path: '/verify-code',
  component: lazyRouteComponent(() => import('../../inspection/verify-code-page'), 'VerifyCodePage'),
});
const choosePost = createRoute({
  getParentRoute: () => root,
  path: '/choose-post',
  beforeLoad: ({ context, location }) => whoIs(context.queries, location.href),
  component: lazyRouteComponent(() => import('../../account/choose-post-page'), 'ChoosePostPage'),
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await whoIs(context.queries, '/');
    if (me.issued && me.acting === null) throw redirect({ to: '/device' });
    if (me.acting === null) throw redirect({ to: '/choose-post' });
    throw redirect({ to: homeOf[deskOf(me.acting.role)], replace: true });
  },
});

/** Pages before one is in: signing in, replies and progress by link, the verification of a draw and of a code, the choice of a post. */
export const outside = [
  signIn,
  oidc,
  reply,
  status,
  setup,
  enter,
  device,
  verifyDraw,
  verifyCode,
  choosePost,
  home,
] as const;
