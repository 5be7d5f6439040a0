import type { Store } from '@ducha/store';

const answersSql = `
  select distinct on (t.matter_id) t.matter_id as "matterId", n.body
  from task t join assignment a on a.task_id = t.id and a.duty = 'lead' and a.state in ('answered', 'accepted')
    join answer n on n.assignment_id = a.id and n.signed_off_at is not null
  where t.matter_id = any($1::uuid[]) and t.state in ('closed', 'effective')
  order by t.matter_id, n.signed_off_at desc`;

/** What the leading unit last answered on each matter, verified and closed; matters without such an answer are left out. */
export async function answersOfMatters(
  store: Store,
  matterIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await store.query<{ matterId: string; body: string }>(answersSql, [matterIds]);
  return new Map(rows.map(({ matterId, body }) => [matterId, body]));
}
