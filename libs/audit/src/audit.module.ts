import { Global, Module } from '@nestjs/common';
import { Acts } from './acts.query.js';
import { Audit } from './audit.js';
import { Linker } from './chain/linker.js';
import { Links } from './chain/links.query.js';

/** The audit chain, for every module. */
@Global()
@Module({ providers: [Audit, Acts, Linker, Links], exports: [Audit, Acts, Linker, Links] })
export class AuditModule {}
