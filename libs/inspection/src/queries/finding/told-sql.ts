// asked of merged ones alone: joined, PostgreSQL would read all findings of all inspections for them
const stateSql = `case when f.merged_into is null then f.state else (select m.state from finding m where m.id = f.merged_into) end`;

/**
 * Findings of the inspection `$1` that stand in one of the states `$2`, themselves or what they were merged into, read once; and
 * the words of their clauses, looked up once a clause and not once a finding.
 * @param place  SQL of where `f` was found
 * @param joins  what `place` needs
 */
export const toldSql = (place: string, joins = ''): string => `
  told as materialized (
    select f.id, f.merged_into, coalesce(f.merged_into, f.id) as kept, f.standard_id, f.standard_number, f.clause_key, f.state, f.unit_id,
      ${place} as place, f.group_id, f.common_problem_id
    from finding f ${joins}
    where f.inspection_id = $1 and not f.restricted and ${stateSql} = any($2) and f.clause_key is not null
  ), texts as materialized (
    select n.standard_id, n.standard_number, n.clause_key, c.value ->> 'text' as text
    from (select distinct standard_id, standard_number, clause_key from told) n
      left join standard_version v on v.standard_id = n.standard_id and v.number = n.standard_number
      left join lateral (select value from jsonb_array_elements(v.clauses) where value ->> 'key' = n.clause_key) c on true
  )`;

/** The findings of {@link toldSql} by clause, widest spread first; asks for columns `units` and `findings`. */
export const toldByClauseSql = `
  from told join texts on texts.standard_id = told.standard_id and texts.standard_number = told.standard_number and texts.clause_key = told.clause_key
  group by told.clause_key, texts.text order by units desc, findings desc, told.clause_key`;
