import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { sessionQuery } from '../api/session';
import type { Me } from '../api/types';
import { deskOf, homeOf } from './desks';
import {
  askedSearch,
  auditSearch,
  deadlineSearch,
  calendarSearch,
  dutySearch,
  inboxSearch,
  lawSearch,
  ledgerSearch,
  matterSearch,
  needSearch,
  newMatterSearch,
  peopleSearch,
  replySearch,
  signInSearch,
  unitSearch,
} from './search';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

async function whoIs(queries: QueryClient, back: string): Promise<Me> {
  try {
    return await queries.ensureQueryData(sessionQuery);
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 401) throw redirect({ to: '/sign-in', search: { back } });
    throw cause;
  }
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../account/sign-in-page'), 'SignInPage'),
});
const oidc = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/oidc',
  component: lazyRouteComponent(() => import('../account/oidc-page'), 'OidcPage'),
});
const reply = createRoute({
  getParentRoute: () => root,
  path: '/reply',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../reply/reply-page'), 'ReplyPage'),
});
const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../reply/status-page'), 'StatusPage'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../founding/setup-page'), 'SetupPage'),
});
const enter = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  validateSearch: replySearch,
  component: lazyRouteComponent(() => import('../founding/entry-page'), 'EntryPage'),
});
const choosePost = createRoute({
  getParentRoute: () => root,
  path: '/choose-post',
  beforeLoad: ({ context, location }) => whoIs(context.queries, location.href),
  component: lazyRouteComponent(() => import('../account/choose-post-page'), 'ChoosePostPage'),
});
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await whoIs(context.queries, '/');
    if (me.acting === null) throw redirect({ to: '/choose-post' });
    throw redirect({ to: homeOf[deskOf(me.acting.role)], replace: true });
  },
});
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const me = await whoIs(context.queries, location.href);
    if (me.acting === null) throw redirect({ to: '/choose-post' });
  },
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
});

const under = () => inside;
const desk = createRoute({
  getParentRoute: under,
  path: '/desk',
  component: lazyRouteComponent(() => import('../desks/leader/desk-page'), 'DeskPage'),
});
const decided = createRoute({
  getParentRoute: under,
  path: '/desk/decided',
  component: lazyRouteComponent(() => import('../desks/leader/decided-page'), 'DecidedPage'),
});
const inbox = createRoute({
  getParentRoute: under,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../desks/unit/inbox-page'), 'InboxPage'),
});
const reports = createRoute({
  getParentRoute: under,
  path: '/reports',
  component: lazyRouteComponent(() => import('../desks/unit/reports-page'), 'ReportsPage'),
});
const bureau = createRoute({
  getParentRoute: under,
  path: '/bureau',
  component: lazyRouteComponent(() => import('../desks/bureau/mine-page'), 'MinePage'),
});
const verify = createRoute({
  getParentRoute: under,
  path: '/verify',
  component: lazyRouteComponent(() => import('../desks/bureau/verify-page'), 'VerifyPage'),
});
const load = createRoute({
  getParentRoute: under,
  path: '/load',
  component: lazyRouteComponent(() => import('../desks/bureau/load-page'), 'LoadPage'),
});
const ledger = createRoute({
  getParentRoute: under,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('../desks/bureau/ledger-page'), 'LedgerPage'),
});
const exportRequests = createRoute({
  getParentRoute: under,
  path: '/exports',
  component: lazyRouteComponent(() => import('../desks/bureau/exports-page'), 'ExportsPage'),
});
const task = createRoute({
  getParentRoute: under,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('../task/task-page'), 'TaskPage'),
});
const slip = createRoute({
  getParentRoute: under,
  path: '/tasks/$id/slip',
  component: lazyRouteComponent(() => import('../task/slip-page'), 'SlipPage'),
});
const matters = createRoute({
  getParentRoute: under,
  path: '/matters',
  validateSearch: matterSearch,
  component: lazyRouteComponent(() => import('../matter/matters-page'), 'MattersPage'),
});
const newMatter = createRoute({
  getParentRoute: under,
  path: '/matters/new',
  validateSearch: newMatterSearch,
  component: lazyRouteComponent(() => import('../matter/new-matter-page'), 'NewMatterPage'),
});
const matter = createRoute({
  getParentRoute: under,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('../matter/matter-page'), 'MatterPage'),
});
const matterPrint = createRoute({
  getParentRoute: under,
  path: '/matters/$id/print',
  component: lazyRouteComponent(() => import('../matter/matter-print-page'), 'MatterPrintPage'),
});
const own = createRoute({
  getParentRoute: under,
  path: '/own',
  component: lazyRouteComponent(() => import('../reply/own-matters-page'), 'OwnMattersPage'),
});
const mandates = createRoute({
  getParentRoute: under,
  path: '/mandates',
  component: lazyRouteComponent(() => import('../matter/mandates-page'), 'MandatesPage'),
});
const imports = createRoute({
  getParentRoute: under,
  path: '/imports',
  component: lazyRouteComponent(() => import('../import/imports-page'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: under,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('../import/import-page'), 'ImportPage'),
});
const notices = createRoute({
  getParentRoute: under,
  path: '/notices',
  component: lazyRouteComponent(() => import('../notice/notices-page'), 'NoticesPage'),
});
const audit = createRoute({
  getParentRoute: under,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../audit/audit-page'), 'AuditPage'),
});
const system = createRoute({
  getParentRoute: under,
  path: '/system',
  component: lazyRouteComponent(() => import('../account/system-page'), 'SystemPage'),
});
const accounts = createRoute({
  getParentRoute: under,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../admin/accounts-page'), 'AccountsPage'),
});
const privacy = createRoute({
  getParentRoute: under,
  path: '/personal-data',
  component: lazyRouteComponent(() => import('../personal/privacy-page'), 'PrivacyPage'),
});
const privileges = createRoute({
  getParentRoute: under,
  path: '/privileges',
  component: lazyRouteComponent(() => import('../admin/privileges-page'), 'PrivilegesPage'),
});
const units = createRoute({
  getParentRoute: under,
  path: '/units',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('../admin/units-page'), 'UnitsPage'),
});
const people = createRoute({
  getParentRoute: under,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../admin/people-page'), 'PeoplePage'),
});
const untaken = createRoute({
  getParentRoute: under,
  path: '/untaken',
  component: lazyRouteComponent(() => import('../admin/untaken-page'), 'UntakenPage'),
});
const delegations = createRoute({
  getParentRoute: under,
  path: '/delegations',
  component: lazyRouteComponent(() => import('../admin/delegations-page'), 'DelegationsPage'),
});
const start = createRoute({
  getParentRoute: under,
  path: '/start',
  component: lazyRouteComponent(() => import('../founding/guide-page'), 'GuidePage'),
});
const countySettings = createRoute({
  getParentRoute: under,
  path: '/county',
  component: lazyRouteComponent(() => import('../founding/county-page'), 'CountyPage'),
});
const channels = createRoute({
  getParentRoute: () => inside,
  path: '/notice-channels',
  component: lazyRouteComponent(() => import('../notice/channels-page'), 'ChannelsPage'),
});
const noticeRules = createRoute({
  getParentRoute: () => inside,
  path: '/notice-rules',
  component: lazyRouteComponent(() => import('../notice/rules-page'), 'RulesPage'),
});
const numbers = createRoute({
  getParentRoute: under,
  path: '/numbers',
  component: lazyRouteComponent(() => import('../admin/numbers-page'), 'NumbersPage'),
});
const kinds = createRoute({
  getParentRoute: under,
  path: '/kinds',
  component: lazyRouteComponent(() => import('../admin/kinds-page'), 'KindsPage'),
});
const rolesPage = createRoute({
  getParentRoute: under,
  path: '/roles',
  component: lazyRouteComponent(() => import('../admin/roles-page'), 'RolesPage'),
});
const duties = createRoute({
  getParentRoute: under,
  path: '/duties',
  validateSearch: dutySearch,
  component: lazyRouteComponent(() => import('../duty/duties-page'), 'DutiesPage'),
});
const needs = createRoute({
  getParentRoute: under,
  path: '/needs',
  validateSearch: needSearch,
  component: lazyRouteComponent(() => import('../need/needs-page'), 'NeedsPage'),
});
const calendar = createRoute({
  getParentRoute: under,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../calendar/calendar-page'), 'CalendarPage'),
});
const lawProfiles = createRoute({
  getParentRoute: under,
  path: '/law-profiles',
  validateSearch: lawSearch,
  component: lazyRouteComponent(() => import('../law/laws-page'), 'LawsPage'),
});
const newLawProfile = createRoute({
  getParentRoute: under,
  path: '/law-profiles/new',
  component: lazyRouteComponent(() => import('../law/edit-law-page'), 'NewLawPage'),
});
const lawProfile = createRoute({
  getParentRoute: under,
  path: '/law-profiles/$code',
  component: lazyRouteComponent(() => import('../law/law-page'), 'LawPage'),
});
const editLawProfile = createRoute({
  getParentRoute: under,
  path: '/law-profiles/$code/edit',
  component: lazyRouteComponent(() => import('../law/edit-law-page'), 'EditLawPage'),
});
const asked = createRoute({
  getParentRoute: under,
  path: '/asked',
  validateSearch: askedSearch,
  component: lazyRouteComponent(() => import('../desks/unit/asked-page'), 'AskedPage'),
});
const deadlines = createRoute({
  getParentRoute: under,
  path: '/deadlines',
  validateSearch: deadlineSearch,
  component: lazyRouteComponent(() => import('../clock/deadlines-page'), 'DeadlinesPage'),
});
const account = createRoute({
  getParentRoute: under,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page'), 'AccountPage'),
});

/** Every address; whoever is not signed in is led to sign in and back. */
export const routeTree = root.addChildren([
  home,
  signIn,
  oidc,
  reply,
  status,
  setup,
  enter,
  choosePost,
  inside.addChildren([
    desk,
    decided,
    inbox,
    reports,
    bureau,
    verify,
    load,
    ledger,
    exportRequests,
    task,
    slip,
    matters,
    newMatter,
    matter,
    matterPrint,
    own,
    mandates,
    imports,
    oneImport,
    notices,
    audit,
    system,
    accounts,
    privileges,
    privacy,
    units,
    people,
    untaken,
    delegations,
    start,
    countySettings,
    channels,
    noticeRules,
    numbers,
    kinds,
    rolesPage,
    duties,
    needs,
    asked,
    deadlines,
    calendar,
    lawProfiles,
    newLawProfile,
    lawProfile,
    editLawProfile,
    account,
  ]),
]);
