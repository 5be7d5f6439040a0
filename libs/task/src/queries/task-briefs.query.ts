import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams, unitNameAt } from '@ducha/access';
import { prepared, Store } from '@ducha/store';
import type { TaskBrief } from '../http/brief.view.js';
import { overdueTask } from './ledger-facts.js';

interface BriefFacts extends Omit<TaskBrief, 'leadUnit'> {
  leadUnitId: string | null;
  leadUnitName: string | null;
}

/** Tasks in one line, for the pages of other records. */
@Injectable()
export class TaskBriefs {
  constructor(private readonly store: Store) {}

  /** Tasks that a matter opened, oldest first; only those the reader may see. */
  ofMatter(matterId: string, by: Actor): Promise<TaskBrief[]> {
    return this.where('t.matter_id', matterId, by);
  }

  /** The sub-tasks of a task. */
  childrenOf(taskId: string, by: Actor): Promise<TaskBrief[]> {
    return this.where('t.parent_id', taskId, by);
  }

  /** One task in a line, or null when the reader may not see it. */
  async one(taskId: string | null, by: Actor): Promise<TaskBrief | null> {
    if (taskId === null) return null;
    return (await this.where('t.id', taskId, by))[0] ?? null;
  }

  private async where(column: string, id: string, by: Actor): Promise<TaskBrief[]> {
    const params = new SqlParams();
    const rows = await this.store.query<BriefFacts>(
      prepared(`select t.id, t.version, t.number, t.title, t.state, u.id as "leadUnitId", ${unitNameAt('u', 't.dispatched_at')} as "leadUnitName", t.due_at as "dueAt", ${overdueTask} as overdue,
         t.suspended_at is not null as suspended
       from task t left join unit u on u.id = t.lead_unit_id where ${column} = ${params.add(id)}::uuid and ${scopeSql('task.read', by, 't', params)}
       order by t.id limit 1000`),
      params.values,
    );
    return rows.map(({ leadUnitId, leadUnitName, ...brief }) => ({
      ...brief,
      leadUnit: leadUnitId === null ? null : { id: leadUnitId, shortName: leadUnitName ?? '' },
    }));
  }
}
