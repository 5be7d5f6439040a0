import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { httpFault, isId } from '@ducha/http';
import { prepared, Store } from '@ducha/store';
import { type Actor, doerOf, type SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { SignInRulesQuery } from '../factors/sign-in-rules.query.js';
import { type Grant, grantOf, isSealedAct, issuedActs } from '../policy/policy.js';
import { grantedScope, readActOf } from '../policy/permission.js';
import { type Scope, scopeCondition, type ScopedObject } from '../policy/scopes.js';
import { SqlParams } from '../policy/sql-params.js';
import { Sessions } from '../sessions/sessions.js';
import { FRESH, ROUTE_ACT } from './act.decorator.js';
import type { ActingRequest } from './acting-request.js';
import { Caller } from './caller.js';
import type { RouteAct } from './route-act.js';

/** Opening a stream is not somebody at work: a page left open must idle out. Work on what is sealed must not show. */
const isSeen = (act: string): boolean => act !== 'event.follow' && !isSealedAct(act);

/**
 * Deny by default: who asks (session or access token), how far the session has come, whether the role has a grant,
 * whether the record lies in the grant's scope, and whether the proof is fresh where the route wants that. What may not
 * be seen answers 404; what may be seen but not done, 403.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly caller: Caller,
    private readonly sessions: Sessions,
    private readonly store: Store,
    private readonly rules: SignInRulesQuery,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const route = this.reflector.get<RouteAct | undefined>(ROUTE_ACT, context.getHandler());
    if (!route) throw httpFault('forbidden');
    request.routeAct = route;
    this.caller.refuseCrossSite(request);
    const grant = grantOf(route.act);
    if (grant === 'public') return true;
    const me = await this.caller.of(request);
    if (!me) throw httpFault('unauthenticated');
    request.signedIn = me;
    request.doer = doerOf(me);
    refuseHalfOpen(me, grant);
    refuseBeyondIssue(me, route);
    if (me.tokenActs === null && !me.seenLately && isSeen(route.act)) await this.sessions.touch(me.sessionId);
    if (typeof grant !== 'string') await this.check(request, route, me);
    else if (me.tokenActs !== null) throw httpFault('forbidden');
    if (this.reflector.get<boolean>(FRESH, context.getHandler())) await this.refuseStaleProof(me);
    return true;
  }

  private async check(request: ActingRequest, route: RouteAct, { actor, tokenActs }: SignedIn): Promise<void> {
    if (!actor) throw accessFault('noPost');
    if (tokenActs !== null && !tokenActs.includes(route.act)) throw httpFault('forbidden');
    await this.checkScope(request, route, actor);
  }

  private async checkScope(request: ActingRequest, route: RouteAct, actor: Actor): Promise<void> {
    const grant = grantOf(route.act);
    const object = typeof grant === 'string' ? undefined : grant.object;
    const scope = grantedScope(route.act, actor);
    if (object === undefined || route.param === undefined) {
      if (scope === undefined) throw httpFault('forbidden');
      return;
    }
    const id = request.params[route.param];
    if (!isId(id))
      throw httpFault('invalidRequest', {}, [{ path: route.param, message: 'must be an id', constraint: 'isUuid' }]);
    if (scope !== undefined && (await this.within(object, scope, id, actor))) return;
    const readScope = grantedScope(readActOf[object], actor);
    const asked = readScope === undefined || readScope === scope;
    const visible = !asked && (await this.within(object, readScope, id, actor));
    throw httpFault(visible ? 'forbidden' : 'notFound');
  }

  /** Where the condition is always true the use case itself finds out whether the record exists. */
  private async within(object: ScopedObject, scope: Scope, id: string, actor: Actor): Promise<boolean> {
    const params = new SqlParams();
    const condition = scopeCondition(object, scope, 'o', actor, params);
    if (condition === 'true') return true;
    const rows = await this.store.query(
      prepared(`select 1 from ${object} o where o.id = ${params.add(id)}::uuid and ${condition}`),
      params.values,
    );
    return rows.length > 0;
  }

  /** A machine never proves anything. */
  private async refuseStaleProof({ fresh, tokenActs }: SignedIn): Promise<void> {
    if (tokenActs === null && (fresh || !(await this.rules.read()).proofsAge)) return;
    throw accessFault('proofNeeded');
  }
}

/** Whoever has shown a password only may present or enrol the second factor and nothing else. */
function refuseHalfOpen({ stage }: SignedIn, grant: Grant): void {
  if (stage === 'open' || grant === 'entering' || (grant === 'enrolling' && stage === 'enrol')) return;
  throw accessFault(stage === 'factor' ? 'factorNeeded' : 'enrolmentNeeded');
}

/** A device issued for one inspection says who it is; from the release on it does its group's work on the ground. */
function refuseBeyondIssue({ issuedFor, actor }: SignedIn, { act }: RouteAct): void {
  if (issuedFor === undefined || act === 'session.read') return;
  if (actor === null || !issuedActs.includes(act)) throw httpFault('forbidden');
}
