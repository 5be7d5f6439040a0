import type { SignedInRequest } from '@ducha/http';
import type { SignedIn } from '../actor.js';
import type { RouteAct } from './route-act.js';

/** A request after the guard: who acts, and by which policy row. */
export interface ActingRequest extends SignedInRequest {
  signedIn?: SignedIn;
  routeAct?: RouteAct;
}
