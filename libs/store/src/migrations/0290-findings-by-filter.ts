import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of findings, newest first, by each filter and for each reader. Old code survives. */
export class FindingsByFilter1000000000290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index finding_clause_idx on finding (inspection_id, standard_id, clause_key);
      drop index finding_of_inspection_clause_idx, finding_of_clause_idx, finding_severity_idx, finding_state_idx, finding_unit_state_idx, finding_told_idx`);
  }
}

const indexSql = `
drop index finding_clause_idx;
create index finding_of_inspection_clause_idx on finding (inspection_id, clause_key, id);
create index finding_of_clause_idx on finding (clause_key, id) where clause_key is not null;
create index finding_severity_idx on finding (severity, id);
create index finding_state_idx on finding (state, id);
create index finding_unit_state_idx on finding (unit_id, state, id);
-- what a unit reads of itself
create index finding_told_idx on finding (unit_id, id) where told_at is not null and not restricted;
`;
