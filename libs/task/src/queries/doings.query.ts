import { Injectable } from '@nestjs/common';
import { type Actor, unitRoles } from '@ducha/access';
import { idsAt, prepared, Store } from '@ducha/store';
import { type HeldPost, isOutsider } from '../domain/outsider.js';
import type { Doing } from './ledger-row.js';

interface DoerFacts {
  taskId: string;
  paths: string[];
  persons: string[];
  bureau: boolean;
}

const postsSql = prepared(`
  select p.role, u.path as "unitPath" from post p join unit u on u.id = p.unit_id
  where p.person_id = $1 and p.from_at <= now() and (p.to_at is null or p.to_at > now())`);

const doersSql = prepared(`
  select a.task_id as "taskId", array_agg(distinct u.path) as paths,
  array_remove(array_agg(distinct a.signed_by) || array_agg(distinct a.submitted_by) || array_agg(distinct a.answered_by), null) as persons,
  bool_or(exists (select 1 from post p where p.unit_id = a.unit_id and p.role like 'bureau\\_%' and p.from_at <= now() and (p.to_at is null or p.to_at > now()))) as bureau
  from assignment a join unit u on u.id = a.unit_id where a.task_id = any(${idsAt('$1')}) group by a.task_id`);

/** Whether the reader stands outside the doing of each task; for drawing buttons, set-wise. The use cases ask `Judges` again. */
@Injectable()
export class Doings {
  constructor(private readonly store: Store) {}

  async of(taskIds: readonly string[], by: Actor): Promise<(taskId: string) => Doing> {
    // readers inside units judge nothing
    if (taskIds.length === 0 || unitRoles.includes(by.role)) return () => ({ isDoer: true, bureauIsDoing: false });
    const posts = await this.store.query<HeldPost>(postsSql, [by.personId]);
    const rows = await this.store.query<DoerFacts>(doersSql, [taskIds]);
    const known = new Map(rows.map((row) => [row.taskId, row]));
    return (taskId) => {
      const facts = known.get(taskId);
      if (!facts) return { isDoer: false, bureauIsDoing: false };
      const outside = isOutsider({ id: by.personId, posts }, { unitPaths: facts.paths, personIds: facts.persons });
      return { isDoer: !outside, bureauIsDoing: facts.bureau };
    };
  }
}
