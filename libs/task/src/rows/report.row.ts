import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit's progress report (进展反馈). Never changes; the next one follows it. */
@Entity('report')
export class ReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('uuid') assignmentId: string;
  @Column('text') progress: string;
  @Column('text') problem: string;
  @Column('text') nextStep: string;
  @Column('numeric', { nullable: true }) value: string | null;
  @Column('uuid') reportedBy: string;
  @Column('timestamptz') reportedAt: Date;
}
