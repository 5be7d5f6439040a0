import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResultClass } from '../domain/result-class.js';

/** A unit's claim that it is done (报结). Submitted by one person, signed off by the head; `attempt` counts per assignment. */
@Entity('answer')
export class AnswerRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('uuid') assignmentId: string;
  @Column('int') round: number;
  @Column('int') attempt: number;
  @Column('text') resultClass: ResultClass;
  @Column('text') body: string;
  @Column('timestamptz', { nullable: true }) followUpAt: Date | null;
  @Column('uuid') submittedBy: string;
  @Column('timestamptz') submittedAt: Date;
  @Column('uuid', { nullable: true }) signedOffBy: string | null;
  @Column('timestamptz', { nullable: true }) signedOffAt: Date | null;
}
