import { Injectable } from '@nestjs/common';
import { dutyGroundSql } from '@ducha/org';
import { prepared, Store } from '@ducha/store';
import type { GroundView } from '../http/ground.view.js';
import { taskFault } from '../task-faults.js';

const groundSql = prepared(`
  select case when exists (select 1 from unit above where above.id = any(string_to_array(trim(both '/' from u.path), '/')::uuid[])
      and above.kind in ('town', 'township', 'street')) then ${dutyGroundSql('t.category', 'a.queued_at')} end as line,
    (select jsonb_build_object('id', i.id, 'givenBy', jsonb_build_object('id', p.id, 'name', p.name), 'givenAt', i.given_at)
     from instruction i join person p on p.id = i.given_by
     where i.subject_id in (t.id, t.parent_id, t.matter_id) and a.unit_id = any(i.unit_ids) and i.disowned_at is null order by i.given_at desc limit 1) as decision
  from assignment a join task t on t.id = a.task_id join unit u on u.id = a.unit_id where a.id = $1`);

/** On what ground a township may hold that an assignment is not its own: the list line of the day it was sent, and who decided otherwise. */
@Injectable()
export class TownshipGround {
  constructor(private readonly store: Store) {}

  /** The caller has checked that the reader may see the assignment. @throws Fault `task.assignmentNotFound` */
  async of(assignmentId: string): Promise<GroundView> {
    const ground = await this.store.queryOne<GroundView>(groundSql, [assignmentId]);
    if (!ground) throw taskFault('assignmentNotFound');
    return ground;
  }
}
