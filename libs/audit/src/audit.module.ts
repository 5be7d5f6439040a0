import { Global, Module } from '@nestjs/common';
import { Acts } from './acts.query.js';
import { Audit } from './audit.js';
import { ExportAnchor } from './chain/export-anchor.js';
import { Linker } from './chain/linker.js';
import { Links } from './chain/links.query.js';

/** The audit chain, for every module. */
@Global()
@Module({
  providers: [Audit, Acts, Linker, Links, ExportAnchor],
  exports: [Audit, Acts, Linker, Links, ExportAnchor],
})
export class AuditModule {}
