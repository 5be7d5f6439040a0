import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A standing mandate (常设授权). The database refuses an approval by who proposed it. */
@Entity('standing_mandate')
export class StandingMandateRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') sourceKind: string;
  @Column('text') categoryPrefix: string;
  @Column('timestamptz') fromAt: Date;
  @Column('timestamptz') toAt: Date;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { nullable: true }) approvedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('int') version: number;
}
