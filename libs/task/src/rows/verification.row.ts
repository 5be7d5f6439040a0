import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody outside found when checking an answer. `attempt` counts per round: each redo makes another. Never changes. */
@Entity('verification')
export class VerificationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('int') round: number;
  @Column('int') attempt: number;
  @Column('text') manner: 'desk' | 'on_site';
  @Column('text') verdict: 'pass' | 'redo';
  @Column('text') words: string;
  @Column('uuid', { array: true }) redoAssignmentIds: string[];
  @Column('uuid') verifiedBy: string;
  @Column('timestamptz') verifiedAt: Date;
}
