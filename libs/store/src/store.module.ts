import { type DynamicModule, Global, Module, type OnModuleDestroy } from '@nestjs/common';
import { IDS, randomIds } from '@ducha/kernel';
import { DataSource } from 'typeorm';
import { Bell } from './bell.js';
import { type Connection, dataSourceOf, type RowClass } from './data-source.js';
import { Numbers } from './numbers.js';
import { Outbox } from './outbox.js';
import { Store } from './store.js';

/** Connects to PostgreSQL and provides `Store`, `Outbox`, `Numbers`, `Bell` and the id source to every module. */
@Global()
@Module({})
export class StoreModule implements OnModuleDestroy {
  constructor(private readonly dataSource: DataSource) {}

  static connect(connection: Connection, rows: readonly RowClass[]): DynamicModule {
    return {
      module: StoreModule,
      providers: [
        { provide: DataSource, useFactory: () => dataSourceOf(connection, rows).initialize() },
        { provide: Bell, useFactory: () => new Bell(connection.url) },
        { provide: IDS, useValue: randomIds },
        Store,
        Outbox,
        Numbers,
      ],
      exports: [DataSource, Store, Outbox, Numbers, Bell, IDS],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.dataSource.destroy();
  }
}
