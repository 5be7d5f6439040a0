import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BullQueues } from './bull-queues.js';
import { JobQueue } from './job-queue.js';
import { JobWorkers } from './job-workers.js';
import { openBackend, QUEUE_BACKEND } from './open-backend.js';
import { OutboxRelay } from './outbox-relay.js';
import { QUEUE_SETTINGS, type QueueSettings } from './queue-settings.js';

/** How the settings reach the module: through the application's own configuration class. */
export interface QueueModuleOptions {
  readonly imports?: DynamicModule['imports'];
  readonly inject?: FactoryProvider['inject'];
  readonly useFactory: (...injected: never[]) => QueueSettings | Promise<QueueSettings>;
}

/** Gives the whole application {@link JobQueue}; where the role says so it also runs the jobs of every provider marked `@JobHandler`. */
@Module({})
export class QueueModule {
  static forRootAsync({ imports = [], inject = [], useFactory }: QueueModuleOptions): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule, ...imports],
      providers: [
        { provide: QUEUE_SETTINGS, inject, useFactory },
        { provide: QUEUE_BACKEND, inject: [QUEUE_SETTINGS], useFactory: openBackend },
        BullQueues,
        JobQueue,
        JobWorkers,
      ],
      exports: [BullQueues, JobQueue, JobWorkers, QUEUE_SETTINGS],
    };
  }

  static forRoot(settings: QueueSettings): DynamicModule {
    return QueueModule.forRootAsync({ useFactory: () => settings });
  }
}

/** Carries the outbox of libs/store to the queue. Beside {@link QueueModule} in every process; it works where jobs run. */
@Module({ providers: [OutboxRelay] })
export class RelayModule {}
