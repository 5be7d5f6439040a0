import { Injectable } from '@nestjs/common';
import { Settings, Store } from '@ducha/store';
import type { BackupRunView, BackupStateView, HeldRestoreView } from '../http/backup.view.js';

/** A daily backup may take its time; after this many hours without a good one it is late. */
const lateAfterHours = 26;
const runsShown = 14;

const columns = `started_at as "startedAt", ended_at as "endedAt", outcome, fault, file_name as "fileName", size_bytes::float8 as "sizeBytes",
  row_count::float8 as rows, file_count as files, lost_file_count as "lostFiles", trial_at as "trialAt", trial_outcome as "trialOutcome", trial_fault as "trialFault"`;

interface Age {
  good: number | null;
  instance: number | null;
}

/** Reads what the schedule did. */
@Injectable()
export class BackupState {
  constructor(
    private readonly store: Store,
    private readonly settings: Settings,
  ) {}

  async read(): Promise<BackupStateView> {
    const { backupKeep: keep, backupHour: hour, backupFolder: folder } = this.settings;
    const runs = await this.store.query<BackupRunView>(
      `select ${columns} from backup_run order by started_at desc limit ${runsShown}`,
    );
    const [lastGood = null] = await this.store.query<BackupRunView>(
      `select ${columns} from backup_run where outcome = 'done' order by started_at desc limit 1`,
    );
    const age = await this.age();
    const [held = null] = await this.store.query<HeldRestoreView>(
      `select taken_at as "takenAt", restored_at as "restoredAt" from restoration where released_at is null order by restored_at desc limit 1`,
    );
    const scheduled = keep > 0;
    const problem = scheduled ? problemOf(runs, lastGood, age) : 'off';
    return { scheduled, hour, keep, folder, problem, ageHours: age.good, lastGood, runs, held };
  }

  /** In hours; null: never. The instance is as old as its first link: rows of the demonstration county are dated back, links never. */
  private async age(): Promise<Age> {
    const hours = (of: string): string => `extract(epoch from now() - (${of}))::float8 / 3600`;
    const row = await this.store.queryOne<Age>(
      `select ${hours(`select max(started_at) from backup_run where outcome = 'done'`)} as good, ${hours('select linked_at from audit_link order by chain, seq limit 1')} as instance`,
    );
    return row ?? { good: null, instance: null };
  }
}

function problemOf(
  runs: readonly BackupRunView[],
  lastGood: BackupRunView | null,
  age: Age,
): BackupStateView['problem'] {
  const last = runs.find(({ outcome }) => outcome !== 'running');
  if (last?.outcome === 'failed') return 'failed';
  if (lastGood === null) return (age.instance ?? 0) > lateAfterHours ? 'never' : null;
  if ((age.good ?? 0) > lateAfterHours) return 'late';
  if (lastGood.trialOutcome === 'failed') return 'trial_failed';
  return (lastGood.lostFiles ?? 0) > 0 ? 'lost_files' : null;
}
