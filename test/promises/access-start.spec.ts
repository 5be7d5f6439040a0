import { Act } from '@ducha/access';
import { readSettings } from '@ducha/store';
import { Controller, Get, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../apps/server/src/app.module.js';
import { ownDatabase, testSearchPath } from '#test-kit';

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'open to everybody';
  }
}

@Controller('remembered')
class RememberedController {
  @Get()
  @Act('session.use')
  read(): string {
    return 'open to whoever has signed in';
  }
}

describe('a route without a policy row', () => {
  const name = `start_${process.pid}`;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  const home = mkdtempSync(join(tmpdir(), 'ducha-start-'));
  beforeAll(async () => (database = await ownDatabase(name)), 60_000);
  afterAll(async () => {
    await database.server.dropDatabase(name);
    await database.server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function startWith(controller: Type): Promise<void> {
    const { appUrl } = database.urls;
    const env = { DATABASE_URL: appUrl, DUCHA_HOME: home, DUCHA_UNSAFE_DATABASE: 'test', DUCHA_LOG_LEVEL: 'silent' };
    const settings = readSettings(env).with({ databaseSearchPath: testSearchPath });
    const whole = AppModule.for(settings, { appUrl });
    const controllers = [...(whole.controllers ?? []), controller];
    const app = await NestFactory.create({ ...whole, controllers }, { logger: false, abortOnError: false });
    try {
      await app.init();
    } finally {
      await app.close();
    }
  }

  it('stops the start and is named', async () => {
    await expect(startWith(ForgottenController)).rejects.toThrow(
      'routes without a policy row: ForgottenController.read',
    );
  }, 60_000);

  it('has a control: with a row it starts', async () => {
    await expect(startWith(RememberedController)).resolves.toBeUndefined();
  }, 60_000);
});
