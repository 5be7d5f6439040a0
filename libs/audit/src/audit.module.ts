import { Global, Module } from '@nestjs/common';
import { Acts } from './acts.query.js';
import { Audit } from './audit.js';
import { Linker } from './chain/linker.js';

/** The audit chain, for every module. */
@Global()
@Module({ providers: [Audit, Acts, Linker], exports: [Audit, Acts, Linker] })
export class AuditModule {}
