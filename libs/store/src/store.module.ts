import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { IDS, type Ids, randomIds } from '@ducha/kernel';
import { DataSource } from 'typeorm';
import { Bell } from './bell.js';
import { type Connection, dataSourceOf, type RowClass } from './data-source.js';
import { Hold } from './hold.js';
import { Numbers } from './numbers.js';
import { Outbox } from './outbox.js';
import { Store } from './store.js';

/** Connects to PostgreSQL and provides `Store`, `Outbox`, `Numbers`, `Bell`, `Hold` and the id source to every module. */
@Global()
@Module({})
export class StoreModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static connect(connection: Connection, rows: readonly RowClass[], ids: Ids = randomIds): DynamicModule {
    return {
      module: StoreModule,
      providers: [
        { provide: DataSource, useFactory: () => dataSourceOf(connection, rows).initialize() },
        { provide: Bell, useFactory: () => new Bell(connection.url) },
        { provide: IDS, useValue: ids },
        Store,
        Outbox,
        Numbers,
        Hold,
      ],
      exports: [DataSource, Store, Outbox, Numbers, Bell, Hold, IDS],
    };
  }

  /** Last of all: workers, sweeps and requests that still run at shutdown need the database. */
  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
