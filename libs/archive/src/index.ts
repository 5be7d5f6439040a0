export { ArchiveModule } from './archive.module.js';
export { archiveFault } from './archive-faults.js';
export { backupName } from './backup/backup-name.js';
export { productVersion } from './product-version.js';
export { type BackupManifest } from './backup/manifest.js';
export { type BackupSource, takeBackup } from './backup/take-backup.js';
export { ReleaseRestore } from './restore/release-restore.js';
export { restoreBackup, type RestoreTarget } from './restore/restore-backup.js';
export { type Trial, tryBackup } from './restore/try-backup.js';
