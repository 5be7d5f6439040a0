import { type DynamicModule, Module } from '@nestjs/common';
import type { Settings } from '@ducha/store';
import { ReleaseRestore } from './restore/release-restore.js';

/** Backups, restores and case files. */
@Module({})
export class ArchiveModule {
  static for(_settings: Settings): DynamicModule {
    return { module: ArchiveModule, providers: [ReleaseRestore], exports: [ReleaseRestore] };
  }
}
