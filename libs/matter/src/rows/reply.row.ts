import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Feedback } from '../domain/feedback.js';

/** What one signatory was told in one round. Of the link's token only the SHA-256 is kept; an imported reply has none. */
@Entity('reply')
export class ReplyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matterId: string;
  @Column('uuid') signatoryId: string;
  @Column('int') round: number;
  @Column('text') number: string;
  @Column('text') body: string;
  @Column('uuid', { nullable: true }) signedOffBy: string | null;
  @Column('timestamptz') repliedAt: Date;
  @Column('bytea', { nullable: true }) tokenHash: Buffer | null;
  @Column('timestamptz', { nullable: true }) tokenExpiresAt: Date | null;
  /** First reading through the link. */
  @Column('timestamptz', { nullable: true }) tokenUsedAt: Date | null;
  @Column('text', { nullable: true }) feedback: Feedback | null;
  @Column('text', { nullable: true }) feedbackWords: string | null;
  @Column('timestamptz', { nullable: true }) feedbackAt: Date | null;
  /** The time for feedback ran out without a word. */
  @Column('timestamptz', { nullable: true }) lapsedAt: Date | null;
  @Column('int') version: number;
}
