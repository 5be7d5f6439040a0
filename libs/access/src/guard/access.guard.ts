import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { httpFault, isId } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { grantOf } from '../policy/policy.js';
import { readActOf, scopeOf } from '../policy/permission.js';
import { type Scope, scopeCondition, type ScopedObject } from '../policy/scopes.js';
import { SqlParams } from '../policy/sql-params.js';
import { Sessions } from '../sessions/sessions.js';
import { AccessOptions } from '../access-options.js';
import { cookieOf } from '../sessions/cookie.js';
import { refuseCrossSite } from './cross-site.js';
import { ROUTE_ACT } from './act.decorator.js';
import type { ActingRequest } from './acting-request.js';
import type { RouteAct } from './route-act.js';

/**
 * Deny by default: who asks (session), whether another site made the browser ask, whether the role has a grant, and
 * whether the record lies in the grant's scope. What may not be seen answers 404; what may be seen but not done, 403.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly store: Store,
    private readonly options: AccessOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const route = this.reflector.get<RouteAct | undefined>(ROUTE_ACT, context.getHandler());
    if (!route) throw httpFault('forbidden');
    request.routeAct = route;
    refuseCrossSite(request, this.options.publicOrigin);
    const grant = grantOf(route.act);
    if (grant === 'public') return true;
    const token = cookieOf(request, this.options.cookieName);
    const signedIn = token === undefined ? undefined : await this.sessions.find(token);
    if (!signedIn) throw httpFault('unauthenticated');
    request.signedIn = signedIn;
    request.doer = signedIn;
    if (grant === 'signed_in') return true;
    if (!signedIn.actor) throw accessFault('noPost');
    await this.check(request, route, signedIn.actor);
    return true;
  }

  private async check(request: ActingRequest, route: RouteAct, actor: Actor): Promise<void> {
    const grant = grantOf(route.act);
    const object = typeof grant === 'string' ? undefined : grant.object;
    const scope = scopeOf(route.act, actor.role);
    if (object === undefined || route.param === undefined) {
      if (scope === undefined) throw httpFault('forbidden');
      return;
    }
    const id = request.params[route.param];
    if (!isId(id))
      throw httpFault('invalidRequest', {}, [{ path: route.param, message: 'must be an id', constraint: 'isUuid' }]);
    if (scope !== undefined && (await this.within(object, scope, id, actor))) return;
    const readScope = scopeOf(readActOf[object], actor.role);
    const visible = readScope !== undefined && (await this.within(object, readScope, id, actor));
    throw httpFault(visible ? 'forbidden' : 'notFound');
  }

  /** Where the condition is always true the use case itself finds out whether the record exists. */
  private async within(object: ScopedObject, scope: Scope, id: string, actor: Actor): Promise<boolean> {
    const params = new SqlParams();
    const condition = scopeCondition(object, scope, 'o', actor, params);
    if (condition === 'true') return true;
    const rows = await this.store.query(
      `select 1 from ${object} o where o.id = ${params.add(id)}::uuid and ${condition}`,
      params.values,
    );
    return rows.length > 0;
  }
}
