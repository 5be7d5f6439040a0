import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { HoursQuery } from '@ducha/notice';
import { Store } from '@ducha/store';
import { urgeableStates } from '../domain/assignment-lifecycle.js';
import type { UrgeableView, UrgingsView, UrgingView } from '../http/urging.view.js';

type Row = Omit<UrgingView, 'actions'> & { unitId: string };

const mostUrgings = 200;

/** How units were urged about a task and what they answered, as far as the reader sees its assignments. */
@Injectable()
export class Urgings {
  constructor(
    private readonly store: Store,
    private readonly hours: HoursQuery,
  ) {}

  async ofTask(taskId: string, by: Actor): Promise<UrgingsView> {
    const params = new SqlParams();
    const task = params.add(taskId);
    const rows = await this.store.query<Row>(
      `select g.id, g.version, g.assignment_id as "assignmentId", a.unit_id as "unitId", u.short_name as "unitName", g.manner, g.spoke_with as "spokeWith", g.words,
         jsonb_build_object('id', ub.id, 'name', ub.name) as "urgedBy", g.urged_at as "urgedAt", g.reply,
         case when rb.id is not null then jsonb_build_object('id', rb.id, 'name', rb.name) end as "repliedBy", g.replied_at as "repliedAt"
       from urging g join assignment a on a.id = g.assignment_id join unit u on u.id = a.unit_id join person ub on ub.id = g.urged_by
         left join person rb on rb.id = g.replied_by
       where g.task_id = ${task}::uuid and ${scopeSql('assignment.read', by, 'a', params)}
       order by g.urged_at desc, g.id desc limit ${mostUrgings}`,
      params.values,
    );
    const mayReply = mayEver('assignment.reply_urging', by);
    const urgings = rows.map(({ unitId, ...row }) => ({
      ...row,
      actions:
        mayReply && row.manner === 'notice' && row.reply === null && by.unitIds.includes(unitId)
          ? ['reply_urging']
          : [],
    }));
    return { urgings, urgeable: mayEver('assignment.urge', by) ? await this.urgeable(taskId, by) : [] };
  }

  /** Which units the reader may urge, and from when on. */
  private async urgeable(taskId: string, by: Actor): Promise<UrgeableView[]> {
    const { urgeEveryMinutes } = await this.hours.read();
    const params = new SqlParams();
    const [task, states, minutes] = [params.add(taskId), params.add(urgeableStates), params.add(urgeEveryMinutes)];
    return this.store.query<UrgeableView>(
      `select a.id as "assignmentId", u.short_name as "unitName",
         (select max(g.urged_at) + make_interval(mins => ${minutes}) from urging g where g.assignment_id = a.id and g.manner = 'notice'
          having max(g.urged_at) + make_interval(mins => ${minutes}) > now()) as "nextAt"
       from assignment a join unit u on u.id = a.unit_id join task t on t.id = a.task_id
       where a.task_id = ${task}::uuid and a.round = t.round and a.state = any(${states}) and t.suspended_at is null
         and ${scopeSql('assignment.urge', by, 'a', params)}
       order by a.duty desc, u.sort, a.id limit ${mostUrgings}`,
      params.values,
    );
  }
}
