import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One span during which a task's time stood still (中止计时). */
@Entity('suspension')
export class SuspensionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') taskId: string;
  @Column('text') reason: string;
  @Column('uuid') suspendedBy: string;
  @Column('timestamptz') suspendedAt: Date;
  @Column('uuid', { nullable: true }) resumedBy: string | null;
  @Column('timestamptz', { nullable: true }) resumedAt: Date | null;
}
