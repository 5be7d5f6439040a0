import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import type { Act as PolicyAct } from '../policy/policy.js';
import type { RouteAct } from './route-act.js';
import type { ActingRequest } from './acting-request.js';

/** Metadata key of `@Act`. */
export const ROUTE_ACT = 'access.act';

/** Metadata key of `@Fresh`. */
export const FRESH = 'access.fresh';

/**
 * Names the policy row of a route; a route without one stops the start.
 * @param param the path parameter with the record's id, when the act has an object; the guard then checks the scope
 */
export const Act = (act: PolicyAct, param?: string): CustomDecorator =>
  SetMetadata(ROUTE_ACT, { act, ...(param !== undefined && { param }) } satisfies RouteAct);

/**
 * Asks for a proof of who one is within the last minutes (`DUCHA_FRESH_MINUTES`): for unmasking, exports, grants and
 * whatever a stranger at an unlocked screen must not do. Without one: 403 `access.proofNeeded`; the web asks and repeats.
 * Access tokens never pass.
 */
export const Fresh = (): CustomDecorator => SetMetadata(FRESH, true);

/** The acting person; only on routes whose act needs a post. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const signedIn = context.switchToHttp().getRequest<ActingRequest>().signedIn;
  if (!signedIn?.actor) throw accessFault('noPost');
  return signedIn.actor;
});

/** The signed-in person, with or without a chosen post. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const signedIn = context.switchToHttp().getRequest<ActingRequest>().signedIn;
  if (!signedIn) throw accessFault('noPost');
  return signedIn;
});
