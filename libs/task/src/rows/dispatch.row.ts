import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act of sending out, of any number of assignments in chunks of at most 500. Never changes. */
@Entity('dispatch')
export class DispatchRow {
  @PrimaryColumn('uuid') id: string;
  @Column('int') chunks: number;
  @Column('int') assignments: number;
  @Column('uuid') byPersonId: string;
  @Column('timestamptz') at: Date;
}
