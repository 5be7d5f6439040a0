import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EVIDENCE_STORE, type EvidenceStore } from '@ducha/evidence';
import { COUNTY_ZONE, Fault, IDS, type Ids } from '@ducha/kernel';
import { Hold, Settings } from '@ducha/store';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { backupName, backupNames } from '../backup/backup-name.js';
import { takeBackup } from '../backup/take-backup.js';
import { productVersion } from '../product-version.js';
import { tryBackup } from '../restore/try-backup.js';
import { beginRun, closeBrokenRuns, endRun, failRun, isDue, noteTrial } from './backup-runs.js';

const scheduleLock = 6_120_447;

/** The daily backup: written, tried by restoring it elsewhere, old ones removed. */
@Injectable()
export class ScheduledBackup {
  private readonly logger = new Logger('ScheduledBackup');

  constructor(
    private readonly settings: Settings,
    private readonly hold: Hold,
    private readonly dataSource: DataSource,
    @Inject(EVIDENCE_STORE) private readonly evidence: EvidenceStore,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * Makes the backup when it is due. Of several processes one works, by an advisory lock that ends with its connection.
   * A held instance makes none: it would push the county's own out of their folder.
   * @returns what was done
   */
  async turn(): Promise<'nothing' | 'done' | 'failed'> {
    if (this.settings.backupKeep === 0 || (await this.hold.isHeld())) return 'nothing';
    const client = new pg.Client({ ...connectionOf(this.dataSource), application_name: 'ducha backup schedule' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [scheduleLock]);
      if (!rows[0]?.mine || !(await isDue(client, COUNTY_ZONE, this.settings.backupHour))) return 'nothing';
      await closeBrokenRuns(client);
      return await this.run(client);
    } finally {
      await client.end();
    }
  }

  private async run(client: pg.Client): Promise<'done' | 'failed'> {
    const id = this.ids.next();
    await beginRun(client, id);
    try {
      const file = await this.write(client, id);
      await this.prune();
      const fault = await tryBackup(file).then(() => null, codeOf);
      await noteTrial(client, id, fault);
      if (fault !== null) this.logger.error(`the backup of today does not restore: ${fault}`);
      return fault === null ? 'done' : 'failed';
    } catch (error) {
      await failRun(client, id, codeOf(error));
      this.logger.error(`the backup of today failed: ${String(error)}`);
      return 'failed';
    }
  }

  private async write(client: pg.Client, id: string): Promise<string> {
    const { url } = addressOf(this.dataSource);
    const fileName = await backupName(url);
    const file = join(this.settings.backupFolder, fileName);
    const manifest = await takeBackup({ databaseUrl: url, evidence: this.evidence, product: productVersion(), file });
    const { size } = await stat(file);
    await endRun(client, id, { fileName, sizeBytes: size, manifest });
    return file;
  }

  /** Files of other names in the folder are nobody's business. */
  private async prune(): Promise<void> {
    const folder = this.settings.backupFolder;
    const made = (await readdir(folder)).filter((name) => backupNames.test(name)).sort();
    for (const name of made.slice(0, -this.settings.backupKeep)) await unlink(join(folder, name));
  }
}

const codeOf = (error: unknown): string => {
  if (error instanceof Fault) return error.code;
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return 'unknown';
};

/** The same database as everybody's, on a connection of its own. */
function addressOf(dataSource: DataSource): { url: string } {
  const { options } = dataSource;
  if (options.type !== 'postgres' || options.url === undefined) throw new Error('the data source has no address');
  return { url: options.url };
}

function connectionOf(dataSource: DataSource): pg.ClientConfig {
  // the session options of the pool: a test moves its clock by the search path
  const { extra } = dataSource.options as { extra?: { options?: string } }; // boundary: our own options
  return { connectionString: addressOf(dataSource).url, ...(extra?.options && { options: extra.options }) };
}
