import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarSearch, dutySearch, lawSearch } from '../search';
import { under } from './inside';

const duties = createRoute({
  getParentRoute: under,
  path: '/duties',
  validateSearch: dutySearch,
  component: lazyRouteComponent(() => import('../../duty/duties-page'), 'DutiesPage'),
});
const calendar = createRoute({
  getParentRoute: under,
  path: '/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../../calendar/calendar-page'), 'CalendarPage'),
});
const lawProfiles = createRoute({
  getParentRoute: under,
  path: '/law-profiles',
  validateSearch: lawSearch,
  component: lazyRouteComponent(() => import('../../law/laws-page'), 'LawsPage'),
});
const newLawProfile = createRoute({
  getParentRoute: under,
  path: '/law-profiles/new',
  component: lazyRouteComponent(() => import('../../law/edit-law-page'), 'NewLawPage'),
});
const lawProfile = createRoute({
  getParentRoute: under,
  path: '/law-profiles/$code',
  component: lazyRouteComponent(() => import('../../law/law-page'), 'LawPage'),
});
const editLawProfile = createRoute({
  getParentRoute: under,
  path: '/law-profiles/$code/edit',
  component: lazyRouteComponent(() => import('../../law/edit-law-page'), 'EditLawPage'),
});
const ladders = createRoute({
  getParentRoute: under,
  path: '/ladders',
  component: lazyRouteComponent(() => import('../../ladder/ladders-page'), 'LaddersPage'),
});
const newLadder = createRoute({
  getParentRoute: under,
  path: '/ladders/new',
  component: lazyRouteComponent(() => import('../../ladder/ladder-page'), 'NewLadderPage'),
});
const ladder = createRoute({
  getParentRoute: under,
  path: '/ladders/$code',
  component: lazyRouteComponent(() => import('../../ladder/ladder-page'), 'LadderPage'),
});
const channels = createRoute({
  getParentRoute: under,
  path: '/notice-channels',
  component: lazyRouteComponent(() => import('../../notice/channels-page'), 'ChannelsPage'),
});
const noticeRules = createRoute({
  getParentRoute: under,
  path: '/notice-rules',
  component: lazyRouteComponent(() => import('../../notice/rules-page'), 'RulesPage'),
});
const numbers = createRoute({
  getParentRoute: under,
  path: '/numbers',
  component: lazyRouteComponent(() => import('../../admin/numbers-page'), 'NumbersPage'),
});
const kinds = createRoute({
  getParentRoute: under,
  path: '/kinds',
  component: lazyRouteComponent(() => import('../../admin/kinds-page'), 'KindsPage'),
});

const standards = createRoute({
  getParentRoute: under,
  path: '/standards',
  component: lazyRouteComponent(() => import('../../standard/standards-page'), 'StandardsPage'),
});
const standard = createRoute({
  getParentRoute: under,
  path: '/standards/$id',
  component: lazyRouteComponent(() => import('../../standard/standard-page'), 'StandardPage'),
});

/** What the county goes by: duties, calendars, law profiles, notices, numbers. */
export const rules = [
  standards,
  standard,
  duties,
  calendar,
  lawProfiles,
  newLawProfile,
  lawProfile,
  editLawProfile,
  ladders,
  newLadder,
  ladder,
  channels,
  noticeRules,
  numbers,
  kinds,
] as const;
