import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessModule } from '@ducha/access';
import { AuditModule } from '@ducha/audit';
import {
  EtagInterceptor,
  IdempotencyInterceptor,
  MaskingInterceptor,
  PassingFilesModule,
  requestValidation,
} from '@ducha/http';
import type { Ids } from '@ducha/kernel';
import { QueueModule, RelayModule } from '@ducha/queue';
import { type RowClass, Settings, StoreModule } from '@ducha/store';
import { HealthController } from './health/health.controller.js';
import { QueuesController } from './health/queues.controller.js';
import { SweepTurns } from './health/sweep-turns.js';
import { Metrics } from './health/metrics.js';
import { RefusalRecord } from './boot/refusal-record.js';
import { libraryModules, libraryRows } from './libraries.js';
import { Housekeeping } from './housekeeping.js';

/** Where this process finds its database. */
export interface Databases {
  /** The application's role. */
  readonly appUrl: string;
}

/** The monolith. The role decides what runs beside it: an `api` process answers, a `worker` works, `both` does both. */
@Module({})
export class AppModule {
  static for(settings: Settings, databases: Databases, ids?: Ids): DynamicModule {
    const rows: RowClass[] = [...libraryRows];
    const connection = {
      url: databases.appUrl,
      poolMax: 24,
      ...(settings.databaseSearchPath !== undefined && { searchPath: settings.databaseSearchPath }),
    };
    return {
      module: AppModule,
      imports: [
        StoreModule.connect(connection, rows, ids),
        AuditModule,
        QueueModule.forRoot({
          databaseUrl: databases.appUrl,
          redisUrl: settings.redisUrl,
          role: settings.role,
          poolMax: 12,
        }),
        AccessModule.for(settings),
        PassingFilesModule.below(settings.home),
        ...libraryModules(settings),
        ...(settings.role === 'api' ? [] : [RelayModule]),
      ],
      controllers: [HealthController, QueuesController],
      providers: [{ provide: Settings, useValue: settings }, Metrics, Housekeeping, SweepTurns, ...httpDoor],
    };
  }
}

const httpDoor: NonNullable<ModuleMetadata['providers']> = [
  RefusalRecord,
  { provide: APP_FILTER, useExisting: RefusalRecord },
  { provide: APP_PIPE, useFactory: requestValidation },
  { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  // innermost: a kept answer is a masked one
  { provide: APP_INTERCEPTOR, useClass: MaskingInterceptor },
];
