import type { Texts } from '../texts';

/** The page of the system administrator: backups and restores. */
export const system: Texts['system'] = {
  backups: 'Backups',
  lastGood: 'Last backup',
  trial: 'Trial restore',
  schedule: 'Schedule',
  folder: 'Kept in',
  runs: 'Latest runs',
  first: 'The first backup is made by itself after {{hour}}:00',
  none: 'None yet',
  notTried: 'Not tried yet',
  daily: 'Daily from {{hour}}:00, the newest {{keep}} are kept',
  unscheduled: 'No backups by schedule',
  age_one: '{{count}} hour ago',
  age_other: '{{count}} hours ago',
  size: '{{megabytes}} MB, {{files}} evidence files',
  outcome: { running: 'running', done: 'done', failed: 'failed' },
  tried: { passed: 'restores', failed: 'does not restore' },
  problem: {
    failed: 'The last backup failed',
    late: 'No backup for more than a day',
    trial_failed: 'The last backup does not restore',
    lost_files: 'Evidence files are missing from the store',
    never: 'There has never been a backup',
    off: 'No backups by schedule',
  },
  advice: {
    failed: 'It is tried again after an hour. Check the space and the rights of the folder.',
    late: 'Make sure that a worker runs and that the folder can be written.',
    trial_failed: 'Make another one from the command line soon, and keep the older ones.',
    lost_files: 'Files were missing or changed in the store when the backup was made; look for them in older backups.',
    never: 'Make sure that a worker runs and that the folder can be written.',
    off: 'Back up by other means, or set BACKUP_KEEP.',
  },
  held: 'This instance was restored from a backup; nothing is sent',
  heldNote:
    'Restored at {{restored}}, data as of {{taken}}. Until it is released nothing is delivered, told or done by itself.',
  release: 'Release',
  releaseNote:
    'After the release undelivered assignments are delivered and what fell due is done. If this is only a trial, do not release it.',
  released: 'Released',
};
