import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportEvery } from '../domain/routine-report.js';
import type { TaskState } from '../domain/task-lifecycle.js';

/** A task. `assistUnitIds` is what was planned; the assignments say what was sent. `closedAt` is the end, granted or cancelled. */
@Entity('task')
export class TaskRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) matterId: string | null;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') title: string;
  @Column('text') demand: string;
  @Column('text') state: TaskState;
  @Column('int') round: number;
  @Column('text') importance: 'ordinary' | 'urgent' | 'important';
  @Column('uuid', { nullable: true }) leadUnitId: string | null;
  @Column('uuid', { array: true }) assistUnitIds: string[];
  @Column('uuid', { nullable: true }) leadLeaderId: string | null;
  @Column('uuid', { nullable: true }) principalId: string | null;
  @Column('uuid', { nullable: true }) caseOfficerId: string | null;
  @Column('uuid', { nullable: true }) coverOfficerId: string | null;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** Text, as PostgreSQL gives numerics. */
  @Column('numeric', { nullable: true }) targetValue: string | null;
  @Column('text', { nullable: true }) targetUnit: string | null;
  /** Routine report duty: how often, why, who wants it, since when; all null when there is none. */
  @Column('text', { nullable: true }) reportEvery: ReportEvery | null;
  @Column('text', { nullable: true }) reportWhy: string | null;
  @Column('uuid', { nullable: true }) reportBy: string | null;
  @Column('timestamptz', { nullable: true }) reportSince: Date | null;
  @Column('numeric', { nullable: true }) currentValue: string | null;
  @Column('timestamptz', { nullable: true }) suspendedAt: Date | null;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column('timestamptz', { nullable: true }) registeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) dispatchedAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('timestamptz', { nullable: true }) presentedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
