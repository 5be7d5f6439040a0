import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { matterSearch, newMatterSearch } from '../search';
import { under } from './inside';

const task = createRoute({
  getParentRoute: under,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('../../task/task-page'), 'TaskPage'),
});
const schedule = createRoute({
  getParentRoute: under,
  path: '/tasks/$id/schedule',
  component: lazyRouteComponent(() => import('../../schedule/schedule-page'), 'SchedulePage'),
});
const slip = createRoute({
  getParentRoute: under,
  path: '/tasks/$id/slip',
  component: lazyRouteComponent(() => import('../../task/slip-page'), 'SlipPage'),
});
const matters = createRoute({
  getParentRoute: under,
  path: '/matters',
  validateSearch: matterSearch,
  component: lazyRouteComponent(() => import('../../matter/matters-page'), 'MattersPage'),
});
const newMatter = createRoute({
  getParentRoute: under,
  path: '/matters/new',
  validateSearch: newMatterSearch,
  component: lazyRouteComponent(() => import('../../matter/new-matter-page'), 'NewMatterPage'),
});
const matter = createRoute({
  getParentRoute: under,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('../../matter/matter-page'), 'MatterPage'),
});
const matterPrint = createRoute({
  getParentRoute: under,
  path: '/matters/$id/print',
  component: lazyRouteComponent(() => import('../../matter/matter-print-page'), 'MatterPrintPage'),
});
const mandates = createRoute({
  getParentRoute: under,
  path: '/mandates',
  component: lazyRouteComponent(() => import('../../matter/mandates-page'), 'MandatesPage'),
});
const imports = createRoute({
  getParentRoute: under,
  path: '/imports',
  component: lazyRouteComponent(() => import('../../import/imports-page'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: under,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('../../import/import-page'), 'ImportPage'),
});

/** Tasks, matters and what is imported. */
export const records = [
  task,
  slip,
  schedule,
  matters,
  newMatter,
  matter,
  matterPrint,
  mandates,
  imports,
  oneImport,
] as const;
