import { Passwords, Sessions } from '@ducha/access';
import { Linker } from '@ducha/audit';
import { JobQueue } from '@ducha/queue';
import { Bell, type BellName, type DatabaseUrls, readSettings, Settings, Store, type TestServer } from '@ducha/store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Ids } from '@ducha/kernel';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent as Connections } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../apps/server/src/boot/open-app.js';
import { RefusalRecord } from '../../apps/server/src/boot/refusal-record.js';
import { Agent } from './agent.js';
import { Browser } from './browser.js';
import { type Lapse, TestClock, testSearchPath } from './clock.js';
import { type County, type PersonKey, plantCounty } from './county.js';
import { ownDatabase } from './server.js';

let worlds = 0;

/** What a world may be given. */
export interface WorldOptions {
  /** Environment keys beside the kit's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: an empty database without the test county. */
  readonly planted?: boolean;
  /** A world that rests: this one begins with everything that lies there, its sessions and its files too. */
  readonly like?: World;
  /** Where ids and tokens come from; `seededIds` makes two worlds answer by the same. */
  readonly ids?: Ids;
}

/** A whole Ducha in this process: real PostgreSQL, real queue, real HTTP, a clock the test moves. */
export class World {
  private readonly cookies = new Map<string, string>();
  private resting = false;
  private readonly connections = new Connections({ keepAlive: true, maxFreeSockets: 32 });

  private constructor(
    readonly app: NestExpressApplication,
    readonly urls: DatabaseUrls,
    readonly clock: TestClock,
    readonly county: County,
    private readonly server: TestServer,
    private readonly database: string,
    readonly home: string,
  ) {}

  /** Opens a world on a database of its own. Close it in `afterAll`. */
  static async open(options: WorldOptions = {}): Promise<World> {
    worlds += 1;
    const database = `world_${process.pid}_${worlds}`;
    const { like, ids } = options;
    const { server, urls } = await ownDatabase(database, like?.database);
    const home = mkdtempSync(join(tmpdir(), 'ducha-world-'));
    if (like) cpSync(like.home, home, { recursive: true });
    const read = readSettings({
      DATABASE_URL: urls.appUrl,
      DUCHA_HOME: home,
      DUCHA_UNSAFE_DATABASE: 'test',
      DUCHA_LOG_LEVEL: 'error',
      ...options.env,
    });
    const settings: Settings = read.with({ databaseSearchPath: testSearchPath });
    const app = await openApp(settings, urls, ids);
    await app.listen(0, '127.0.0.1');
    // the client hangs up first: a request of a busy test never meets a connection that closes just now
    app.getHttpServer().keepAliveTimeout = 0;
    const county = like?.county ?? (await countyOf(app, options));
    const world = new World(app, urls, new TestClock(urls.superuserUrl), county, server, database, home);
    for (const [person, cookie] of like?.cookies ?? []) world.cookies.set(person, cookie);
    return world;
  }

  get store(): Store {
    return this.app.get(Store, { strict: false });
  }

  /** The browser of one of the county's people, signed in. */
  as(person: PersonKey): Agent {
    return new Agent(this.app, () => this.cookieOf(person), this.connections);
  }

  /** The browser of somebody whom a story planted beside the county's people, signed in. */
  asAccount(account: string): Agent {
    return new Agent(this.app, () => this.cookieOfAccount(account), this.connections);
  }

  /** A browser without a session. */
  stranger(): Agent {
    return new Agent(this.app, () => Promise.resolve(undefined), this.connections);
  }

  /** A browser at which nobody signed in yet. */
  browser(): Browser {
    return new Browser(this.app, this.connections);
  }

  /** Gives one of the county's people a password; the answer is their account name and it. */
  async passwordOf(person: PersonKey): Promise<{ login: string; password: string }> {
    const password = `雨夜里的县城北门-${person}`;
    const hash = await this.app.get(Passwords, { strict: false }).hash(password);
    const account = this.county.account[person];
    await this.store.query('update account set password_hash = $1 where id = $2', [hash, account]);
    return { login: person.toLowerCase(), password };
  }

  /** Seconds since 1970 by the world's clock. */
  async seconds(): Promise<number> {
    const row = await this.store.queryOne<{ at: number }>('select extract(epoch from now())::float8 as at');
    return row?.at ?? 0;
  }

  /** A session cookie of one of the county's people. */
  cookieOf(person: PersonKey): Promise<string> {
    return this.cookieOfAccount(this.county.account[person]);
  }

  /** Lets time pass, then everything that was due happens. */
  async passes(lapse: Lapse): Promise<void> {
    await this.clock.advance(lapse);
    this.cookies.clear();
    await this.settles();
  }

  /** Wakes what listens to a bell, as another process would. */
  rings(name: BellName): void {
    this.app.get(Bell, { strict: false }).ring(name);
  }

  /** Waits until every refusal so far is recorded: no answer waits for that. */
  recordsRefusals(): Promise<void> {
    return this.app.get(RefusalRecord, { strict: false }).recorded();
  }

  /** How many refusals with that code stand in the audit chain; by whom, unless nobody was signed in. */
  async refusalsOf(code: string, person?: PersonKey): Promise<number> {
    await this.recordsRefusals();
    const row = await this.store.queryOne<{ n: number }>(
      `select count(*)::int as n from audit_row where act like '%.refused' and facts ->> 'code' = $1 and person_id is not distinct from $2`,
      [code, person === undefined ? null : this.county.person[person]],
    );
    return row?.n ?? 0;
  }

  /** Waits until refusals are recorded, outbox and queues are empty, then until every audit row is chained; at most 20 s. */
  async settles(): Promise<void> {
    await this.recordsRefusals();
    for (const deadline = performance.now() + 20_000; performance.now() < deadline;) {
      const [row] = await this.store.query<{ sent: boolean; chained: boolean }>(
        'select not exists (select 1 from outbox) as sent, not exists (select 1 from audit_pending) as chained',
      );
      const rests = row?.sent === true && (await this.queuesRest());
      if (rests && row.chained) return;
      // what is chained together is chained in the order of its ids: not before all of it is there
      if (rests) await this.app.get(Linker, { strict: false }).linkAll();
      // oxlint-disable-next-line house/no-sleep -- the pause of a poll, never a wait instead of a fact
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the queues did not settle within 20 s');
  }

  private async queuesRest(): Promise<boolean> {
    const counts = await this.app.get(JobQueue, { strict: false }).counts();
    return Object.values(counts).every(
      ({ waiting, active, waitingChildren }) => waiting + active + waitingChildren === 0,
    );
  }

  private async cookieOfAccount(account: string): Promise<string> {
    const known = this.cookies.get(account);
    if (known !== undefined) return known;
    const sessions = this.app.get(Sessions, { strict: false });
    const session = await this.store.transaction((tx) =>
      sessions.open(tx, account, { source: 'test', device: 'test' }),
    );
    const cookie = `ducha=${session.token}`;
    this.cookies.set(account, cookie);
    return cookie;
  }

  /** Answers nobody any more; the database stays until `close`, for worlds that begin like this one. */
  async rests(): Promise<void> {
    if (this.resting) return;
    this.resting = true;
    this.connections.destroy();
    await this.app.close();
  }

  async close(): Promise<void> {
    await this.rests();
    await this.server.dropDatabase(this.database);
    await this.server.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

const countyOf = (app: NestExpressApplication, { planted = true }: WorldOptions): Promise<County> =>
  planted ? plantCounty(app) : Promise.resolve({ unit: {}, person: {}, account: {} } as County);
