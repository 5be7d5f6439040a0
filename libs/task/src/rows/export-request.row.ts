import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExportFormat } from '../domain/export-format.js';
import type { ExportRegister, ExportState } from '../domain/export-lifecycle.js';
import type { KeptFilters } from '../domain/ledger-settings.js';

/** Somebody asks for a file of more rows than one person may take alone. `lapsesAt`: undecided or not taken by then, it is over. */
@Entity('export_request')
export class ExportRequestRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') askedBy: string;
  @Column('text') register: ExportRegister;
  @Column('text') format: ExportFormat;
  @Column('jsonb') filters: KeptFilters;
  @Column('int') rows: number;
  @Column('boolean') rowsCapped: boolean;
  @Column('boolean') unmasked: boolean;
  @Column('text') reason: string;
  @Column('text') state: ExportState;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decidedWords: string | null;
  @Column('timestamptz', { nullable: true }) takenAt: Date | null;
  @Column('timestamptz') lapsesAt: Date;
  @Column('int') version: number;
}
