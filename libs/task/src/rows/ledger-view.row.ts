import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LedgerViewSettings } from '../domain/ledger-settings.js';
import type { ViewedList } from '../domain/ledger-shape.js';

/** A saved view of a list. With a unit it is shared with everybody who acts for that unit. */
@Entity('ledger_view')
export class LedgerViewRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ownerId: string;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text') list: ViewedList;
  @Column('text') name: string;
  @Column('jsonb') settings: LedgerViewSettings;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
