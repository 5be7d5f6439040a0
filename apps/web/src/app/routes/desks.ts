import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  askedSearch,
  deadlineSearch,
  figureSearch,
  inboxSearch,
  ledgerSearch,
  needSearch,
  slipSearch,
} from '../search';
import { under } from './inside';

const desk = createRoute({
  getParentRoute: under,
  path: '/desk',
  component: lazyRouteComponent(() => import('../../desks/leader/desk-page'), 'DeskPage'),
});
const decided = createRoute({
  getParentRoute: under,
  path: '/desk/decided',
  component: lazyRouteComponent(() => import('../../desks/leader/decided-page'), 'DecidedPage'),
});
const inbox = createRoute({
  getParentRoute: under,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../../desks/unit/inbox-page'), 'InboxPage'),
});
const reports = createRoute({
  getParentRoute: under,
  path: '/reports',
  component: lazyRouteComponent(() => import('../../desks/unit/reports-page'), 'ReportsPage'),
});
const bureau = createRoute({
  getParentRoute: under,
  path: '/bureau',
  component: lazyRouteComponent(() => import('../../desks/bureau/mine-page'), 'MinePage'),
});
const verify = createRoute({
  getParentRoute: under,
  path: '/verify',
  component: lazyRouteComponent(() => import('../../desks/bureau/verify-page'), 'VerifyPage'),
});
const load = createRoute({
  getParentRoute: under,
  path: '/load',
  component: lazyRouteComponent(() => import('../../desks/bureau/load-page'), 'LoadPage'),
});
const ledger = createRoute({
  getParentRoute: under,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('../../desks/bureau/ledger-page'), 'LedgerPage'),
});
const exportRequests = createRoute({
  getParentRoute: under,
  path: '/exports',
  component: lazyRouteComponent(() => import('../../desks/bureau/exports-page'), 'ExportsPage'),
});
const requests = createRoute({
  getParentRoute: under,
  path: '/requests',
  component: lazyRouteComponent(() => import('../../request/requests-page'), 'RequestsPage'),
});
const untaken = createRoute({
  getParentRoute: under,
  path: '/untaken',
  component: lazyRouteComponent(() => import('../../admin/untaken-page'), 'UntakenPage'),
});
const asked = createRoute({
  getParentRoute: under,
  path: '/asked',
  validateSearch: askedSearch,
  component: lazyRouteComponent(() => import('../../desks/unit/asked-page'), 'AskedPage'),
});
const needs = createRoute({
  getParentRoute: under,
  path: '/needs',
  validateSearch: needSearch,
  component: lazyRouteComponent(() => import('../../need/needs-page'), 'NeedsPage'),
});
const own = createRoute({
  getParentRoute: under,
  path: '/own',
  component: lazyRouteComponent(() => import('../../reply/own-matters-page'), 'OwnMattersPage'),
});
const account = createRoute({
  getParentRoute: under,
  path: '/account',
  component: lazyRouteComponent(() => import('../../account/account-page'), 'AccountPage'),
});
const notices = createRoute({
  getParentRoute: under,
  path: '/notices',
  component: lazyRouteComponent(() => import('../../notice/notices-page'), 'NoticesPage'),
});
const deadlines = createRoute({
  getParentRoute: under,
  path: '/deadlines',
  validateSearch: deadlineSearch,
  component: lazyRouteComponent(() => import('../../clock/deadlines-page'), 'DeadlinesPage'),
});
const figures = createRoute({
  getParentRoute: under,
  path: '/figures',
  validateSearch: figureSearch,
  component: lazyRouteComponent(() => import('../../figures/figures-page'), 'FiguresPage'),
});

const slips = createRoute({
  getParentRoute: under,
  path: '/slips',
  validateSearch: slipSearch,
  component: lazyRouteComponent(() => import('../../slip/slips-page'), 'SlipsPage'),
});
const lights = createRoute({
  getParentRoute: under,
  path: '/lights',
  component: lazyRouteComponent(() => import('../../slip/lights-page'), 'LightsPage'),
});

const lookBacks = createRoute({
  getParentRoute: under,
  path: '/look-backs',
  component: lazyRouteComponent(() => import('../../look-back/look-backs-page'), 'LookBacksPage'),
});
const planLookBack = createRoute({
  getParentRoute: under,
  path: '/look-backs/new',
  component: lazyRouteComponent(() => import('../../look-back/plan-page'), 'PlanLookBackPage'),
});
const lookBack = createRoute({
  getParentRoute: under,
  path: '/look-backs/$id',
  component: lazyRouteComponent(() => import('../../look-back/round-page'), 'LookBackPage'),
});
const lookBackFigures = createRoute({
  getParentRoute: under,
  path: '/look-back-figures',
  component: lazyRouteComponent(() => import('../../look-back/figures-page'), 'LookBackFiguresPage'),
});

/** Desks and everybody’s own pages. */
export const desks = [
  desk,
  decided,
  inbox,
  reports,
  bureau,
  verify,
  load,
  ledger,
  exportRequests,
  requests,
  untaken,
  asked,
  needs,
  own,
  account,
  notices,
  deadlines,
  figures,
  slips,
  lights,
  lookBacks,
  planLookBack,
  lookBack,
  lookBackFigures,
] as const;
