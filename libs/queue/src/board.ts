import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { AppViewRoute } from '@bull-board/api/typings/app';
import type { RequestHandler } from 'express';
import type { BullQueue, BullQueues } from './bull-queues.js';

/** The board's page asks Google for a typeface. Nothing here may load anything from outside, and most counties could not. */
class OfflineAdapter extends ExpressAdapter {
  override setEntryRoute(route: AppViewRoute): ExpressAdapter {
    this.app[route.method](route.route, (_req, res, next) => {
      const { name, params } = route.handler({ basePath: this.basePath, uiConfig: this.uiConfig });
      res.render(name, params, (error: Error | null, html: string) =>
        error ? next(error) : res.send(html.replace(/<link[^>]+https?:[^>]+>/g, '')),
      );
    });
    return this;
  }

  get router(): RequestHandler {
    return this.app;
  }
}

/**
 * BullMQ's board, to be mounted at `basePath` behind the caller's own guard: it shows payloads and can retry, promote and delete jobs.
 * @param basePath  where it is mounted, e.g. `/queues`
 * @param readOnly  true takes every button away
 */
export function queueBoard(queues: BullQueues, { basePath = '/queues', readOnly = false } = {}): RequestHandler {
  const adapter = new OfflineAdapter();
  adapter.setBasePath(basePath);
  createBullBoard({
    queues: queues.all().map((one) => new BullMQAdapter(forBoard(one), { readOnlyMode: readOnly })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Ducha' } },
  });
  return adapter.router;
}

function forBoard(queue: BullQueue): ConstructorParameters<typeof BullMQAdapter>[0] {
  // boundary: the board's types name only Redis; its code knows both backends (felixmosh/bull-board#1316)
  return queue as unknown as ConstructorParameters<typeof BullMQAdapter>[0];
}
