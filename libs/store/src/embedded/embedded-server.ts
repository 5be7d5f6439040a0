import { join } from 'node:path';
import { locateBinaries } from './binaries.js';
import { clusterRecord, makeHome, type ClusterRecord } from './cluster-record.js';
import type { ServerKind } from './cluster-settings.js';
import { underLock } from './file-lock.js';
import { Holders } from './holders.js';
import { initialise } from './initialise.js';
import { runningPostmaster, startPostmaster, stopPostmaster, whenReady, type ServerPlace } from './postmaster.js';
import { accountFor, serverUser } from './server-user.js';

const WATCH_MS = 1_000;

/** One PostgreSQL server of a home, held by this process until `release`. */
export class EmbeddedServer {
  private watch?: NodeJS.Timeout;
  private isReleased = false;

  private constructor(
    readonly home: string,
    readonly record: ClusterRecord,
    readonly port: number,
    /** True when the server ran already, left by a killed process or held by another one. */
    readonly wasRunning: boolean,
    private readonly place: ServerPlace,
    private readonly kind: ServerKind,
    private readonly holders: Holders,
  ) {}

  /**
   * Starts the server of this home, or joins the one that runs. Lays out the data folder the first time. After a crash
   * the server recovers by itself before this returns.
   * @throws EmbeddedFault saying in words what the machine lacks, or with the end of the server's log
   */
  static async hold(home: string, kind: ServerKind = {}): Promise<EmbeddedServer> {
    const account = serverUser();
    const realHome = makeHome(home, account);
    return underLock(join(realHome, 'postgres.lock'), async () => {
      const record = clusterRecord(realHome, account);
      const user = accountFor(record.base, account);
      const place = { binaries: locateBinaries(user), user, base: record.base };
      initialise(place.binaries, user, record);
      const holders = new Holders(realHome);
      holders.join();
      const running = runningPostmaster(record.base) && (await whenReady(record.base));
      const { port } = running ?? (await startPostmaster(place, kind));
      return new EmbeddedServer(realHome, record, port, running !== undefined, place, kind, holders);
    });
  }

  /**
   * Starts the server again on its port whenever it dies without being asked to, until `release`. Open connections
   * break; pools find it again.
   * @param report  told about each death, and about a start that failed
   */
  keepAlive(report: (line: string) => void): void {
    const lookIn = (waitMs: number): void => {
      this.watch = setTimeout(() => void look(waitMs), waitMs).unref();
    };
    const look = async (waitMs: number): Promise<void> => {
      const runs = runningPostmaster(this.record.base) !== undefined || (await this.revive(report));
      if (!this.isReleased) lookIn(runs ? WATCH_MS : Math.min(waitMs * 2, WATCH_MS * 60));
    };
    lookIn(WATCH_MS);
  }

  /** Leaves the server; the last holder stops it. Close the pools first. Safe to call twice. */
  async release(): Promise<void> {
    if (this.isReleased) return;
    this.isReleased = true;
    clearTimeout(this.watch);
    await this.alone(async () => {
      if (this.holders.leave()) stopPostmaster(this.place);
    });
  }

  /** @returns whether it runs again; a failed start is told and tried again later and later */
  private async revive(report: (line: string) => void): Promise<boolean> {
    if (this.isReleased) return true;
    report('The embedded PostgreSQL ended unexpectedly; starting it again.');
    try {
      await this.alone(async () => {
        if (this.isReleased || runningPostmaster(this.record.base)) return;
        await startPostmaster(this.place, this.kind, this.port);
      });
      return true;
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    return underLock(join(this.home, 'postgres.lock'), work);
  }
}
