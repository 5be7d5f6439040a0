import { type DynamicModule, Module } from '@nestjs/common';
import { Settings } from '@ducha/store';
import { BackupController } from './http/backup.controller.js';
import { CaseActs } from './case-file/case-acts.query.js';
import { CaseRecords } from './case-file/case-record.query.js';
import { WriteCaseFile } from './case-file/write-case-file.js';
import { CaseFileController } from './http/case-file.controller.js';
import { ImportRegister } from './register/import-register.js';
import { WriteRegister } from './register/write-register.js';
import { ReleaseRestore } from './restore/release-restore.js';
import { BackupState } from './schedule/backup-state.query.js';
import { BackupSweep } from './schedule/backup-sweep.js';
import { ScheduledBackup } from './schedule/scheduled-backup.js';

/** Backups, restores and case files. */
@Module({})
export class ArchiveModule {
  /** @param settings  a process that only answers makes no backups */
  static for(settings: Settings): DynamicModule {
    return {
      module: ArchiveModule,
      controllers: [BackupController, CaseFileController],
      providers: [
        { provide: Settings, useValue: settings },
        ReleaseRestore,
        BackupState,
        ScheduledBackup,
        CaseActs,
        CaseRecords,
        WriteCaseFile,
        ImportRegister,
        WriteRegister,
        ...(settings.role === 'api' ? [] : [BackupSweep]),
      ],
      exports: [ImportRegister, WriteRegister, ReleaseRestore, BackupState, ScheduledBackup],
    };
  }
}
