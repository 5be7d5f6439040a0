import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PurgeState } from '../domain/purge-lifecycle.js';
import type { RetentionPart } from '../domain/retention.js';

/** What a purge is about: matters that were closed before an instant, and how many there were when it was proposed. */
export interface PurgePart {
  readonly part: RetentionPart;
  /** Instant, UTC ISO. */
  readonly before: string;
  readonly matters: number;
}

/** Personal data of closed matters whose time is over. */
@Entity('purge')
export class PurgeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: PurgeState;
  @Column('jsonb') parts: PurgePart[];
  @Column('timestamptz') proposedAt: Date;
  @Column('uuid', { nullable: true }) askedBy: string | null;
  @Column('timestamptz', { nullable: true }) askedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) words: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('int') version: number;
}

/** The rows of this lib, for the data source. */
export const privacyRows = [PurgeRow] as const;
