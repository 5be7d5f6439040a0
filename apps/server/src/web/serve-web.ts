import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { projectRoot } from '@ducha/store';
import type { Handler, NextFunction, Request, Response } from 'express';
import expressStaticGzip from 'express-static-gzip';

const yearMs = 31_536_000_000;

/** Addresses that are the server's own: no file is looked for there. */
const isServersOwn = (path: string): boolean => /^\/(api|queues|livez|readyz|metrics)(\/|$)/.test(path);

/** Files of a folder, compressed where the build left a compressed one beside it and the browser takes it. */
const filesOf = (
  folder: string,
  serveStatic: expressStaticGzip.ExpressStaticGzipOptions['serveStatic'] = {},
): Handler =>
  expressStaticGzip(folder, { index: false, enableBrotli: true, orderPreference: ['br', 'gzip'], serveStatic });

/** Serves the built web app; every address of its own that is no file answers its one page. */
export function serveWeb(app: NestExpressApplication, folder = join(projectRoot(), 'apps/web/dist')): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  // files under assets/ carry a hash of their content in their name
  app.use('/assets', filesOf(join(folder, 'assets'), { immutable: true, maxAge: yearMs, fallthrough: false }));
  const files = filesOf(folder, { maxAge: 0 });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isServersOwn(request.path)) next();
    else files(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const asksForPage = request.method === 'GET' && request.accepts('html') === 'html' && !isServersOwn(request.path);
    if (!asksForPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
}
