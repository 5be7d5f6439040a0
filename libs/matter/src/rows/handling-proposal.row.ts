import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How a proposal ended; `withdrawn` when the matter was settled otherwise while it waited, `disowned` when the leader does
 * not stand by what his office agreed to in his name.
 */
export type ProposalDecision = 'agree' | 'disagree' | 'noted' | 'withdrawn' | 'disowned';

/** A handling proposal (拟办意见) in a principal's tray. `decidedBy` differs from `forPersonId` when the leader's office decided in the leader's name. */
@Entity('handling_proposal')
export class HandlingProposalRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matterId: string;
  @Column('text') wording: string;
  @Column('uuid', { nullable: true }) leadUnitId: string | null;
  @Column('uuid', { array: true }) assistUnitIds: string[];
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('uuid') forPersonId: string;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('text', { nullable: true }) decision: ProposalDecision | null;
  @Column('text', { nullable: true }) decidedWords: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** The leader's words that the decision left, which he may disown when his office entered them. */
  @Column('uuid', { nullable: true }) instructionId: string | null;
  @Column('int') version: number;
}
