import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import type { EntityManager } from 'typeorm';
import { type HeldPost, isOutsider, roleMayVerify } from '../domain/outsider.js';
import { taskFault } from '../task-faults.js';

interface JudgeFacts {
  paths: string[];
  persons: string[];
  posts: HeldPost[];
  bureau: boolean;
}

/** The posts that the person of the second parameter holds now. */
const postsSql = `(select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'unitPath', u.path)), '[]') from post p join unit u on u.id = p.unit_id
     where p.person_id = $2 and p.from_at <= now() and (p.to_at is null or p.to_at > now()))`;

/** A parent's doers are those of everything below it. Every assignment counts, also one that was recalled later. */
const factsSql = `
  with recursive tree as (select id from task where id = $1 union all select c.id from task c join tree on c.parent_id = tree.id),
    doing as (select a.* from assignment a join tree on tree.id = a.task_id)
  select (select coalesce(array_agg(distinct u.path), '{}') from doing d join unit u on u.id = d.unit_id) as paths,
    (select coalesce(array_agg(distinct w.person), '{}') from (
       select unnest(array[d.signed_by, d.submitted_by, d.answered_by]) as person from doing d
       union select r.reported_by from report r join tree on tree.id = r.task_id) as w where w.person is not null) as persons,
    ${postsSql} as posts,
    exists (select 1 from doing d join post p on p.unit_id = d.unit_id
            where p.role like 'bureau\\_%' and p.from_at <= now() and (p.to_at is null or p.to_at > now())) as bureau`;

/** Says who may judge the work of others. The database asks the same about verifications once more. */
@Injectable()
export class Judges {
  /** @throws Fault `task.doerMayNotJudge`, `task.officeOnlyForBureau` */
  async refuseDoer(tx: EntityManager, taskId: string, by: Actor): Promise<void> {
    const { outside, bureauIsDoing } = await this.relation(tx, taskId, by);
    if (!outside) throw taskFault('doerMayNotJudge');
    if (!roleMayVerify(by.role, bureauIsDoing)) throw taskFault('officeOnlyForBureau');
  }

  /** Whether a person holds no post in any of the units, below them, or above them in a unit’s role. */
  async isOutside(tx: EntityManager, unitIds: readonly string[], { personId }: Actor): Promise<boolean> {
    const [facts] = await tx.query<Pick<JudgeFacts, 'paths' | 'posts'>[]>(
      `select (select coalesce(array_agg(u.path), '{}') from unit u where u.id = any($1)) as paths, ${postsSql} as posts`,
      [unitIds, personId],
    );
    return (
      facts !== undefined && isOutsider({ id: personId, posts: facts.posts }, { unitPaths: facts.paths, personIds: [] })
    );
  }

  /** Whether the person stands outside all doing units, and whether the bureau is one of them. */
  async relation(tx: EntityManager, taskId: string, by: Actor): Promise<{ outside: boolean; bureauIsDoing: boolean }> {
    const [facts] = await tx.query<JudgeFacts[]>(factsSql, [taskId, by.personId]);
    if (!facts) return { outside: false, bureauIsDoing: false };
    const doers = { unitPaths: facts.paths, personIds: facts.persons };
    return { outside: isOutsider({ id: by.personId, posts: facts.posts }, doers), bureauIsDoing: facts.bureau };
  }
}
