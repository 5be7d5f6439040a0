import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { AppModule } from '../../../server/src/app.module.js';
import { apiDocument } from '../../../server/src/boot/describe-api.js';
import { withDatabase } from '../context.js';

/** `ducha openapi`: the document of the HTTP API, as it is committed and served. */
export function openApiCommand(): Command {
  return new Command('openapi').description('print the OpenAPI document').action(() =>
    withDatabase(async (database, settings) => {
      const app = await NestFactory.create(AppModule.for(settings.with({ role: 'api' }), database), {
        logger: false,
        abortOnError: false,
      });
      app.setGlobalPrefix('api/v1', { exclude: ['livez', 'readyz', 'metrics'] });
      process.stdout.write(`${JSON.stringify(apiDocument(app), null, 2)}\n`);
      await app.close();
    }),
  );
}
