import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeState, Ruling } from '../domain/dispute-lifecycle.js';

/** A unit says that a share is not its duty (退办), and what was ruled. */
@Entity('dispute')
export class DisputeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assignmentId: string;
  @Column('uuid') taskId: string;
  @Column('uuid') unitId: string;
  @Column('text') state: DisputeState;
  @Column('text') ground: string;
  @Column('text') legalBasis: string;
  /** The unit believed responsible. */
  @Column('uuid') responsibleUnitId: string;
  @Column('text') fromState: 'delivered' | 'signed';
  /** Until when it could be raised; null where that had not begun. */
  @Column('timestamptz', { nullable: true }) windowEndsAt: Date | null;
  @Column('uuid') raisedBy: string;
  @Column('timestamptz') raisedAt: Date;
  /** The unit whose ruling the law names; null: the bureau. */
  @Column('uuid', { nullable: true }) rulingUnitId: string | null;
  /** The word of the unit believed responsible. */
  @Column('text', { nullable: true }) statement: string | null;
  @Column('uuid', { nullable: true }) statedBy: string | null;
  @Column('timestamptz', { nullable: true }) statedAt: Date | null;
  @Column('text', { nullable: true }) ruling: Ruling | null;
  @Column('uuid', { array: true }) toUnitIds: string[];
  @Column('text', { nullable: true }) reasons: string | null;
  @Column('uuid', { nullable: true }) ruledBy: string | null;
  /** When it was ruled, withdrawn or lapsed. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('int') version: number;
}
