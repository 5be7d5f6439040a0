import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which officer follows a unit's tasks (跟办人), and who covers. Holds for the units below as long as they have none of their own. */
@Entity('case_officer_rule')
export class CaseOfficerRuleRow {
  @PrimaryColumn('uuid') unitId: string;
  @Column('uuid') officerId: string;
  @Column('uuid', { nullable: true }) coverId: string | null;
}
