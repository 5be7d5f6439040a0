import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
const visits = createRoute({
  getParentRoute: under,
  path: '/visits',
  component: lazyRouteComponent(() => import('../../inspection/visits-page'), 'VisitsPage'),
});
const frame = createRoute({
  getParentRoute: under,
  path: '/frame',
  component: lazyRouteComponent(() => import('../../inspection/frame-page'), 'FramePage'),
});

/** Inspections: the desk where they are planned, the board, the visits of whoever is out, the frame. */
export const inspections = [all, one, board, visits, frame] as const;
