import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a correction (更正) changed: the fields as they were and as they are. Never changes. */
@Entity('correction')
export class CorrectionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('text') reason: string;
  @Column('jsonb') before: Record<string, unknown>;
  @Column('jsonb') after: Record<string, unknown>;
  @Column('uuid') correctedBy: string;
  @Column('timestamptz') correctedAt: Date;
}
