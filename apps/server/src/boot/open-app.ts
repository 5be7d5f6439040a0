import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Ids } from '@ducha/kernel';
import { refuseUnsafeDatabase, type Settings, Store } from '@ducha/store';
import { refuseUnstorableBody } from '@ducha/http';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule, type Databases } from '../app.module.js';
import { describeApi } from './describe-api.js';
import { mountQueueBoard } from './queue-board.js';
import { JsonLog } from './json-log.js';
import { serveWeb } from '../web/serve-web.js';

const bodyLimit = '1mb';

/**
 * Builds the application, connected and ready to listen.
 * @param ids  where ids and tokens come from; the operating system's randomness when not given
 * @throws UnsafeDatabase when the database could lose or forge what is recorded
 */
export async function openApp(settings: Settings, databases: Databases, ids?: Ids): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(settings, databases, ids), {
    logger: new JsonLog(settings.logLevel),
    abortOnError: false,
    bodyParser: false,
  });
  await refuseUnsafeDatabase(app.get(Store), settings.unsafeDatabase === 'test');
  app.set('trust proxy', 'loopback, uniquelocal');
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.useBodyParser('json', { limit: bodyLimit });
  app.use(refuseUnstorableBody);
  app.use(helmet(headers(settings)));
  app.use('/api', neverKept);
  app.setGlobalPrefix('api/v1', { exclude: ['livez', 'readyz', 'metrics'] });
  describeApi(app);
  mountQueueBoard(app);
  serveWeb(app);
  await app.init();
  return app;
}

/**
 * Answers of the API stay in no cache, and none is "not modified": an ETag is a record's version, for `If-Match`, while a
 * view also shows what stands beside the record and what its reader may do.
 */
function neverKept(request: Request, response: Response, next: NextFunction): void {
  delete request.headers['if-none-match'];
  response.setHeader('Cache-Control', 'no-store');
  next();
}

function headers(settings: Settings): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles into the page
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        upgradeInsecureRequests: settings.publicUrl?.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') ?? false,
    crossOriginEmbedderPolicy: false,
  };
}
