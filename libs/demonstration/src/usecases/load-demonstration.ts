import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { demonstrationFault } from '../demonstration-faults.js';
import { beginningOf, CountyLife, readOldNotices } from '../life/county-life.js';
import { PastClock } from '../life/past-clock.js';
import { SettleCounty } from './settle-county.js';

/** How the county is to be loaded. */
export interface LoadDemonstrationCommand {
  /** Told of each step, for a person who waits. */
  readonly report: (line: string) => void;
  /** The migrating owner's connection: the county has lived through two months. Null: people and duties alone. */
  readonly livedAs: string | null;
}

const loadLock = 4_821_734;

/**
 * Loads the demonstration county into an empty database. All of it is one transaction: a crash on the way leaves an
 * empty database, and the next start begins anew.
 */
@Injectable()
export class LoadDemonstration {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly county: SettleCounty,
    private readonly life: CountyLife,
  ) {}

  /** @throws Fault `demonstration.notEmpty` when there is a unit or a person already */
  async run({ report, livedAs }: LoadDemonstrationCommand): Promise<void> {
    await this.store.separately(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [loadLock]);
      if (await isSettled(tx)) throw demonstrationFault('notEmpty');
      report('Loading the demonstration county: units, people, duties');
      if (livedAs === null) await this.county.run(tx);
      else await this.settleAndLive(tx, livedAs, report);
      await this.audit.record(tx, { act: 'demonstration.load', subject: { type: 'county', id: null }, by: null });
    });
  }

  /** The county was settled before its first story, and the clock is gone before the transaction commits. */
  private async settleAndLive(tx: EntityManager, ownerUrl: string, report: (line: string) => void): Promise<void> {
    const clock = await PastClock.open(ownerUrl, tx);
    try {
      await clock.travel(beginningOf(clock.present));
      const county = await this.county.run(tx);
      report('Letting it live through its last two months');
      await this.life.run(tx, county, clock);
      await clock.comeBack();
    } finally {
      await clock.close();
    }
    await readOldNotices(tx);
  }

  /** Whether the database has a unit or a person: then it is somebody's, and stays so. */
  async isNeeded(): Promise<boolean> {
    return !(await isSettled(this.store.manager));
  }
}

async function isSettled(manager: EntityManager): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'select 1 where exists (select 1 from unit) or exists (select 1 from person)',
  );
  return rows.length > 0;
}
