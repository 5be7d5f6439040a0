import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { findingSearch, inspectorSearch, rollUpSearch } from '../search';
import { under } from './inside';

const all = createRoute({
  getParentRoute: under,
  path: '/inspections',
  component: lazyRouteComponent(() => import('../../inspection/inspections-page'), 'InspectionsPage'),
});
const one = createRoute({
  getParentRoute: under,
  path: '/inspections/$id',
  component: lazyRouteComponent(() => import('../../inspection/inspection-page'), 'InspectionPage'),
});
const board = createRoute({
  getParentRoute: under,
  path: '/inspections/$id/board',
  component: lazyRouteComponent(() => import('../../inspection/board-page'), 'BoardPage'),
});
const sheets = createRoute({
  getParentRoute: under,
  path: '/inspections/$id/sheets',
  component: lazyRouteComponent(() => import('../../call-up/group-sheets-page'), 'GroupSheetsPage'),
});
const ownCallUps = createRoute({
  getParentRoute: under,
  path: '/call-ups',
  component: lazyRouteComponent(() => import('../../call-up/own-call-ups-page'), 'OwnCallUpsPage'),
});
const visits = createRoute({
  getParentRoute: under,
  path: '/visits',
  component: lazyRouteComponent(() => import('../../inspection/visits-page'), 'VisitsPage'),
});
const inspectors = createRoute({
  getParentRoute: under,
  path: '/inspectors',
  validateSearch: inspectorSearch,
  component: lazyRouteComponent(() => import('../../inspector/inspectors-page'), 'InspectorsPage'),
});
const inspector = createRoute({
  getParentRoute: under,
  path: '/inspectors/$id',
  component: lazyRouteComponent(() => import('../../inspector/inspector-page'), 'InspectorPage'),
});
const unsent = createRoute({
  getParentRoute: under,
  path: '/unsent',
  component: lazyRouteComponent(() => import('../../field/unsent-page'), 'UnsentPage'),
});
const frame = createRoute({
  getParentRoute: under,
  path: '/frame',
  component: lazyRouteComponent(() => import('../../inspection/frame-page'), 'FramePage'),
});

const findings = createRoute({
  getParentRoute: under,
  path: '/findings',
  validateSearch: findingSearch,
  component: lazyRouteComponent(() => import('../../finding/findings-page'), 'FindingsPage'),
});
const visitChecklist = createRoute({
  getParentRoute: under,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('../../finding/visit-page'), 'VisitPage'),
});
const judging = createRoute({
  getParentRoute: under,
  path: '/inspections/$id/findings',
  component: lazyRouteComponent(() => import('../../finding/judging-page'), 'JudgingPage'),
});
const rollUp = createRoute({
  getParentRoute: under,
  path: '/inspections/$id/roll-up',
  validateSearch: rollUpSearch,
  component: lazyRouteComponent(() => import('../../roll-up/roll-up-page'), 'RollUpPage'),
});
const conclusions = createRoute({
  getParentRoute: under,
  path: '/conclusions',
  component: lazyRouteComponent(() => import('../../conclusion/conclusions-page'), 'ConclusionsPage'),
});
const conclusion = createRoute({
  getParentRoute: under,
  path: '/conclusions/$id',
  component: lazyRouteComponent(() => import('../../conclusion/conclusion-page'), 'ConclusionPage'),
});
const reviews = createRoute({
  getParentRoute: under,
  path: '/reviews',
  component: lazyRouteComponent(() => import('../../review/reviews-page'), 'ReviewsPage'),
});
const review = createRoute({
  getParentRoute: under,
  path: '/reviews/$id',
  component: lazyRouteComponent(() => import('../../review/review-page'), 'ReviewPage'),
});

const sealedPlans = createRoute({
  getParentRoute: under,
  path: '/sealed',
  component: lazyRouteComponent(() => import('../../sealed/sealed-plans-page'), 'SealedPlansPage'),
});
const sealedPlan = createRoute({
  getParentRoute: under,
  path: '/sealed/$id',
  component: lazyRouteComponent(() => import('../../sealed/sealed-plan-page'), 'SealedPlanPage'),
});
const outcomes = createRoute({
  getParentRoute: under,
  path: '/outcomes',
  component: lazyRouteComponent(() => import('../../outcome/outcomes-page'), 'OutcomesPage'),
});

/** Inspections: the desk where they are planned, the board, the visits of whoever is out, what they found and what follows, the frame. */
export const inspections = [
  all,
  one,
  board,
  sheets,
  ownCallUps,
  visits,
  inspectors,
  inspector,
  unsent,
  frame,
  findings,
  visitChecklist,
  judging,
  rollUp,
  conclusions,
  conclusion,
  reviews,
  review,
  sealedPlans,
  sealedPlan,
  outcomes,
] as const;
