import { Catch, Logger } from '@nestjs/common';
import { type ActingRequest, isSealedAct } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { ProblemFilter } from '@ducha/http';
import { isId } from '@ducha/http';
import type { Fault } from '@ducha/kernel';
import type { Request } from 'express';

const securityStatuses = new Set([401, 403, 404]);
const doorCodes = /^(access\..+|http\.(notFound|forbidden|unauthenticated|crossSite))$/;

/**
 * Renders problems and keeps refusals of rights in the audit chain, each in a transaction of its own. No answer waits for
 * that; whoever must know that it is done asks `recorded`.
 */
@Catch()
export class RefusalRecord extends ProblemFilter {
  private readonly pending: Set<Promise<void>>;

  constructor(audit: Audit) {
    const logger = new Logger('Refusal');
    const pending = new Set<Promise<void>>();
    super((request, fault) => {
      const recorded = record(audit, request, fault)
        .catch((error: unknown) => logger.warn(`a refusal was not recorded: ${String(error)}`))
        .finally(() => pending.delete(recorded));
      pending.add(recorded);
    });
    this.pending = pending;
  }

  /** Resolves when everything that was refused until now is recorded. */
  async recorded(): Promise<void> {
    await Promise.all(this.pending);
  }

  protected override placeOf(request: Request & ActingRequest): string {
    return isSealedAct(request.routeAct?.act ?? '') ? 'a sealed route' : super.placeOf(request);
  }
}

async function record(audit: Audit, request: Request & ActingRequest, fault: Fault): Promise<void> {
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  if (!securityStatuses.has(fault.spec.status) && !writes) return;
  if (fault.spec.status === 400 || fault.spec.status === 428) return;
  const routeAct = request.routeAct?.act ?? 'request';
  // what a named person is refused stands in the sealed chain; here stands what an unknown id is refused
  if (isSealedAct(routeAct) && !doorCodes.test(fault.code)) return;
  const act = `${routeAct}.refused`;
  const me = request.signedIn;
  if (!me) {
    if (fault.code !== 'access.badCredentials') await audit.refuseAnonymous(act, request.ip ?? 'unknown', fault.code);
    return;
  }
  const id = request.params[request.routeAct?.param ?? 'id'];
  const { actor } = me;
  await audit.recordApart({
    act,
    subject: { type: 'request', id: isId(id) ? id : null },
    about: null,
    by: {
      personId: me.personId,
      postId: actor?.postId ?? null,
      role: actor?.role ?? null,
      unitId: actor?.unitId ?? null,
    },
    facts: { code: fault.code, status: fault.spec.status },
  });
}
