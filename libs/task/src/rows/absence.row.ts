import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A span in which a person is away; new tasks go to the cover. Half-open. */
@Entity('absence')
export class AbsenceRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('timestamptz') fromAt: Date;
  @Column('timestamptz') toAt: Date;
}
