import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ErrandState } from '../domain/errand-lifecycle.js';

/** What a member of staff was given of the unit's assignment (单位内分办). */
@Entity('errand')
export class ErrandRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') personId: string;
  @Column('text') note: string;
  @Column('timestamptz', { nullable: true }) innerDueAt: Date | null;
  @Column('text') state: ErrandState;
  @Column('uuid') givenBy: string;
  @Column('timestamptz') givenAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) recalledAt: Date | null;
  @Column('int') version: number;
}
