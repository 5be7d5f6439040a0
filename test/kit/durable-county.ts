import { Sessions } from '@ducha/access';
import { type DatabaseUrls, readSettings, startTestServer, Store, type TestServer } from '@ducha/store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateAll } from '../../apps/server/src/boot/databases.js';
import { openApp } from '../../apps/server/src/boot/open-app.js';
import { type County, type PersonKey, plantCounty } from './county.js';

/** The test county on a PostgreSQL that loses nothing, for tests that kill the processes around it. */
export class DurableCounty {
  private constructor(
    readonly urls: DatabaseUrls,
    readonly county: County,
    private readonly app: NestExpressApplication,
    private readonly server: TestServer,
    private readonly home: string,
  ) {}

  static async open(): Promise<DurableCounty> {
    const server = await startTestServer({ unsafe: false });
    const urls = await server.createDatabase('county');
    await migrateAll(urls.ownerUrl, urls.appUrl);
    const home = mkdtempSync(join(tmpdir(), 'ducha-observer-'));
    const settings = readSettings({
      DATABASE_URL: urls.appUrl,
      DUCHA_HOME: home,
      DUCHA_ROLE: 'api',
      DUCHA_LOG_LEVEL: 'error',
    });
    const app = await openApp(settings, urls);
    return new DurableCounty(urls, await plantCounty(app), app, server, home);
  }

  /** The database, seen by the test itself. */
  get store(): Store {
    return this.app.get(Store, { strict: false });
  }

  /** A session that every process of the installation accepts. */
  async cookieOf(person: PersonKey): Promise<string> {
    const sessions = this.app.get(Sessions, { strict: false });
    const { token } = await this.store.transaction((tx) =>
      sessions.open(tx, this.county.account[person], { source: 'test', device: 'test' }),
    );
    return `ducha=${token}`;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.server.destroy();
    rmSync(this.home, { recursive: true, force: true });
  }
}
