import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessOptions, cookieOf, scopeOf, Sessions } from '@ducha/access';
import { BullQueues, queueBoard } from '@ducha/queue';
import type { NextFunction, Request, Response } from 'express';

/** Mounts BullMQ's board at `/queues` for the system administrator; for everybody else there is no such page. */
export function mountQueueBoard(app: NestExpressApplication): void {
  const board = queueBoard(app.get(BullQueues, { strict: false }));
  const sessions = app.get(Sessions, { strict: false });
  const { cookieName } = app.get(AccessOptions, { strict: false });
  const guard = (request: Request, response: Response, next: NextFunction): void => {
    const token = cookieOf(request, cookieName);
    const crossSite = request.headers['sec-fetch-site'] === 'cross-site';
    (token === undefined || crossSite ? Promise.resolve(undefined) : sessions.find(token))
      .then((me) => (me?.actor && scopeOf('queue.manage', me.actor.role) ? board(request, response, next) : next()))
      .catch(next);
  };
  app.use('/queues', guard);
}
