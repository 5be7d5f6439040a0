import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssignmentState, Duty } from '../domain/assignment-lifecycle.js';

/** One task for one unit in one round. `predecessorId`: the same unit's share of the former round, or whom it was taken over from. */
@Entity('assignment')
export class AssignmentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('uuid') unitId: string;
  @Column('text') duty: Duty;
  @Column('int') round: number;
  @Column('text') state: AssignmentState;
  @Column('uuid') dispatchId: string;
  /** Which delivery of the dispatch carries it; at most 500 assignments share one. */
  @Column('int') chunk: number;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { nullable: true }) originalDueAt: Date | null;
  @Column('timestamptz', { nullable: true }) waivedAt: Date | null;
  @Column('timestamptz') queuedAt: Date;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('uuid', { nullable: true }) signedBy: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  /** When it was accepted, moved away or recalled. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) predecessorId: string | null;
  @Column('int') version: number;
}
