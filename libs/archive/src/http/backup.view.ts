/** One run of the backup schedule. */
export class BackupRunView {
  startedAt: Date;
  endedAt: Date | null;
  outcome: 'running' | 'done' | 'failed';
  /** Code of what went wrong. */
  fault: string | null;
  fileName: string | null;
  sizeBytes: number | null;
  rows: number | null;
  files: number | null;
  /** Evidence files that were missing from the store already. */
  lostFiles: number | null;
  trialAt: Date | null;
  trialOutcome: 'passed' | 'failed' | null;
  trialFault: string | null;
}

/** A restore that holds this instance back. */
export class HeldRestoreView {
  takenAt: Date;
  restoredAt: Date;
}

/** How safe the county's data is, and whether this instance sends. */
export class BackupStateView {
  /** False: no backups are made by schedule. */
  scheduled: boolean;
  /** Hour of the county's day. */
  hour: number;
  /** So many are kept. */
  keep: number;
  folder: string;
  /** What is wrong now, the worst first; null when all is well. */
  problem: 'failed' | 'late' | 'trial_failed' | 'lost_files' | 'never' | 'off' | null;
  /** Hours since the last good backup began. */
  ageHours: number | null;
  lastGood: BackupRunView | null;
  runs: BackupRunView[];
  held: HeldRestoreView | null;
}

/** What a release came to. */
export class ReleasedView {
  released: number;
}
