import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A result laid before the principal who asked. Undecided by `silentCloseAt`, it closes and says so; a later one withdraws it. */
@Entity('presentation')
export class PresentationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('uuid') principalId: string;
  @Column('text') summary: string;
  @Column('uuid') presentedBy: string;
  @Column('timestamptz') presentedAt: Date;
  @Column('timestamptz') silentCloseAt: Date;
  @Column('text', { nullable: true }) decision: 'close' | 'instruct' | 'silence' | 'withdrawn' | null;
  @Column('text', { nullable: true }) decidedWords: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
