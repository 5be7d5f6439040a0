import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExtensionState } from '../domain/extension-lifecycle.js';

/** A unit’s request for more time (延期) and what became of it. */
@Entity('extension')
export class ExtensionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') taskId: string;
  @Column('text') state: ExtensionState;
  @Column('text') reason: string;
  @Column('text') progress: string;
  /** The date that ran when it was asked. */
  @Column('timestamptz') dueBefore: Date;
  @Column('timestamptz') askedDueAt: Date;
  @Column('timestamptz', { nullable: true }) grantedDueAt: Date | null;
  @Column('uuid') askedBy: string;
  @Column('timestamptz') askedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) decidedWords: string | null;
  /** When it was decided, withdrawn or lapsed. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('int') version: number;
}
