import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { planFault } from '../../plan-faults.js';

/** A group's words on its day. */
export interface PatrolLog {
  readonly inspectionId: string;
  readonly words: string;
}

/** The daily log (巡查日志) of a patrol: one a group and day, written by whoever goes with it while the day lasts. */
@Injectable()
export class WritePatrolLog {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `inspection.inspectionNotFound`, `notStanding`, `notInGroup`, `notTaking` */
  run({ inspectionId, words }: PatrolLog, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [seen] = await tx.query<{ standing: boolean; state: string; groupId: string | null }[]>(
        `select i.standing, i.state, m.group_id as "groupId" from inspection i left join inspection_member m on m.inspection_id = i.id
           and m.person_id = $2 and m.duty in ('leader', 'member') and m.from_at <= now() and (m.to_at is null or m.to_at > now()) where i.id = $1`,
        [inspectionId, by.personId],
      );
      if (!seen) throw planFault('inspectionNotFound');
      if (!seen.standing) throw planFault('notStanding');
      if (seen.groupId === null) throw planFault('notInGroup');
      if (seen.state !== 'released' && seen.state !== 'on_site') throw planFault('notTaking');
      await tx.query(
        `insert into patrol_log (inspection_id, group_id, on_day, words, written_by, written_at) values ($1, $2, (now() at time zone 'Asia/Shanghai')::date, $3, $4, now())
         on conflict on constraint patrol_log_pk do update set words = $3, written_by = $4, written_at = now()`,
        [inspectionId, seen.groupId, words, by.personId],
      );
      const subject = { type: 'inspection', id: inspectionId };
      await this.audit.record(tx, { act: 'inspection.log', subject, by, facts: { groupId: seen.groupId }, words });
    });
  }
}
