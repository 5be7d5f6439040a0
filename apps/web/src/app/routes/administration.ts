import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch, peopleSearch, unitSearch } from '../search';
import { under } from './inside';

const audit = createRoute({
  getParentRoute: under,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../../audit/audit-page'), 'AuditPage'),
});
const system = createRoute({
  getParentRoute: under,
  path: '/system',
  component: lazyRouteComponent(() => import('../../account/system-page'), 'SystemPage'),
});
const accounts = createRoute({
  getParentRoute: under,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../../admin/accounts-page'), 'AccountsPage'),
});
const privileges = createRoute({
  getParentRoute: under,
  path: '/privileges',
  component: lazyRouteComponent(() => import('../../admin/privileges-page'), 'PrivilegesPage'),
});
const privacy = createRoute({
  getParentRoute: under,
  path: '/personal-data',
  component: lazyRouteComponent(() => import('../../personal/privacy-page'), 'PrivacyPage'),
});
const units = createRoute({
  getParentRoute: under,
  path: '/units',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('../../admin/units-page'), 'UnitsPage'),
});
const people = createRoute({
  getParentRoute: under,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../../admin/people-page'), 'PeoplePage'),
});
const delegations = createRoute({
  getParentRoute: under,
  path: '/delegations',
  component: lazyRouteComponent(() => import('../../admin/delegations-page'), 'DelegationsPage'),
});
const start = createRoute({
  getParentRoute: under,
  path: '/start',
  component: lazyRouteComponent(() => import('../../founding/guide-page'), 'GuidePage'),
});
const countySettings = createRoute({
  getParentRoute: under,
  path: '/county',
  component: lazyRouteComponent(() => import('../../founding/county-page'), 'CountyPage'),
});
const rolesPage = createRoute({
  getParentRoute: under,
  path: '/roles',
  component: lazyRouteComponent(() => import('../../admin/roles-page'), 'RolesPage'),
});

/** Units, people, posts and the system. */
export const administration = [
  audit,
  system,
  accounts,
  privileges,
  privacy,
  units,
  people,
  delegations,
  start,
  countySettings,
  rolesPage,
] as const;
