import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import type { EntityManager } from 'typeorm';
import { rollUp, type RollUpMove } from '../domain/roll-up.js';
import type { TaskState } from '../domain/task-lifecycle.js';
import { TaskClocks } from './task-clocks.js';

interface Parent {
  id: string;
  parent_id: string | null;
  principal_id: string | null;
  state: TaskState;
  children: TaskState[];
}

/** Brings parents to where their children put them. Every act that changes a child's state calls it in its transaction. */
@Injectable()
export class RollUp {
  constructor(
    private readonly audit: Audit,
    private readonly clocks: TaskClocks,
  ) {}

  /** Locks the parent, so that of two children closing at once the second sees the first. Goes up as far as something moves. */
  async after(tx: EntityManager, parentId: string | null, by: Doer | null): Promise<void> {
    for (let id = parentId; id !== null;) {
      const parent = await this.lock(tx, id);
      const move = parent && rollUp(parent.state, parent.children, parent.principal_id !== null);
      if (!parent || !move) return;
      await this.make(tx, parent, move, by);
      id = parent.parent_id;
    }
  }

  private async lock(tx: EntityManager, id: string): Promise<Parent | undefined> {
    await tx.query('select 1 from task where id = $1 for update', [id]);
    const [parent] = await tx.query<Parent[]>(
      `select p.id, p.parent_id, p.principal_id, p.state,
         (select coalesce(array_agg(c.state), '{}') from task c where c.parent_id = p.id) as children
       from task p where p.id = $1`,
      [id],
    );
    return parent;
  }

  private async make(tx: EntityManager, parent: Parent, { to, path }: RollUpMove, by: Doer | null): Promise<void> {
    await tx.query(
      `update task set state = $2, round = round + $3, version = version + 1,
         dispatched_at = case when $2 = 'registered' then null else coalesce(dispatched_at, now()) end,
         answered_at = case when $2 in ('answered', 'verified', 'closed') then coalesce(answered_at, now()) end,
         verified_at = case when $2 in ('verified', 'closed') then coalesce(verified_at, now()) end,
         presented_at = null,
         closed_at = case when $2 = 'closed' then now() end
       where id = $1`,
      [parent.id, to, path.includes('reopen') ? 1 : 0],
    );
    await this.audit.record(tx, {
      act: 'task.roll_up',
      subject: { type: 'task', id: parent.id },
      by,
      from: parent.state,
      to,
    });
    await this.clocks.follow(tx, [parent.id], by);
  }
}
