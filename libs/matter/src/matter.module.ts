import { Module } from '@nestjs/common';
import { ImportController } from './http/import.controller.js';
import { ImportList } from './queries/import-list.query.js';
import { CommitImport } from './usecases/commit-import.js';
import { DiscardImport } from './usecases/discard-import.js';
import { ImportMatters } from './usecases/import-matters.js';
import { PreviewImport } from './usecases/preview-import.js';
import { TakeMessages } from './usecases/take-messages.js';

/** What came in from a source and wants an answer. */
@Module({
  controllers: [ImportController],
  providers: [TakeMessages, PreviewImport, CommitImport, DiscardImport, ImportMatters, ImportList],
  exports: [ImportMatters, ImportList],
})
export class MatterModule {}
