import type { Act as PolicyAct } from '../policy/policy.js';

/** Which act a route is, and which path parameter names the record it is done on. */
export interface RouteAct {
  readonly act: PolicyAct;
  readonly param?: string;
}
