import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A principal's words on a matter or task (批示). Editions of one lineage follow each other, none is overwritten.
 * `enteredBy` differs from `givenBy` when the office entered it in the leader's name.
 */
@Entity('instruction')
export class InstructionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') subjectType: 'matter' | 'task';
  @Column('uuid') subjectId: string;
  @Column('uuid') lineageId: string;
  @Column('int') edition: number;
  @Column('text') kind: 'order' | 'guidance' | 'reference';
  @Column('text') words: string;
  @Column('uuid') givenBy: string;
  @Column('uuid') enteredBy: string;
  @Column('timestamptz', { nullable: true }) disownedAt: Date | null;
  @Column('timestamptz') givenAt: Date;
}
