import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatterKind } from '../domain/matter-kind.js';
import type { ImportCounts, ImportMode, MappedHeader, RejectedRow, SampleRow } from '../import/import-report.js';

/** One sheet that was looked at or taken in. The file itself lies in the evidence store under its SHA-256. */
@Entity('matter_import')
export class MatterImportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') sourceKind: MatterKind;
  @Column('text') fileName: string;
  @Column('bytea') fileSha256: Buffer;
  @Column('text') state: 'previewed' | 'committed';
  @Column('jsonb') counts: ImportCounts;
  @Column('jsonb') rejected: RejectedRow[];
  @Column('jsonb') columns: MappedHeader[];
  /** Emptied by the commit: personal data stays in one place. */
  @Column('jsonb') sample: SampleRow[];
  @Column('text', { nullable: true }) mode: ImportMode | null;
  /** How far a running commit has come, of `counts.rows`. */
  @Column('int') rowsDone: number;
  /** Who read it in. */
  @Column('uuid', { nullable: true }) byPersonId: string | null;
  /** Who takes it in, from the first row on; null while nobody does. */
  @Column('uuid', { nullable: true }) committedBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) committedAt: Date | null;
  @Column('int') version: number;
}
