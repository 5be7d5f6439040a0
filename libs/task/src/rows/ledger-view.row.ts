import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LedgerViewSettings } from '../domain/ledger-settings.js';

/** A saved view of the ledger. With a unit it is shared with everybody who acts for that unit. */
@Entity('ledger_view')
export class LedgerViewRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ownerId: string;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text') name: string;
  @Column('jsonb') settings: LedgerViewSettings;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
