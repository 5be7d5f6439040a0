import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { groupLifecycle, type GroupState } from '../../domain/group/group-lifecycle.js';
import { inspectionFault } from '../../inspection-faults.js';
import { planFault } from '../../plan-faults.js';
import type { InspectionCommand } from '../plan/draft-inspection.js';
import { inspectionToMove, moveInspection } from '../plan/inspection-rows.js';
import { SettleInspection } from '../conclusion/settle-inspection.js';
import { EndDuties } from './end-duties.js';

interface Group {
  readonly state: GroupState;
  readonly version: number;
  readonly isLeader: boolean;
  readonly open: number;
}

/** Brings groups back: one by its leader, all of them when an inspection is broken off. */
@Injectable()
export class EndGroups {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly duties: EndDuties,
    private readonly settle: SettleInspection,
  ) {}

  /** The last group's return leads the inspection to its conclusions. @throws Fault `inspection.groupNotFound`, `notLeader`, `visitOpen`, `moveRefused` */
  finish({ id, version, by }: InspectionCommand, groupId: string): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [group] = await tx.query<Group[]>(
        `select g.state, g.version, exists (select 1 from inspection_member m where m.group_id = g.id and m.person_id = $3 and m.duty = 'leader') as "isLeader",
           (select count(*)::int from visit v where v.group_id = g.id and v.state = 'arrived') as open
         from inspection_group g where g.id = $2 and g.inspection_id = $1 for update`,
        [id, groupId, by.personId],
      );
      if (!group) throw planFault('groupNotFound');
      if (!group.isLeader) throw planFault('notLeader');
      refuseStale(group, version);
      const to = nextState(groupLifecycle, group.state, 'finish');
      if (to === undefined) throw inspectionFault('moveRefused', { from: group.state, on: 'finish' });
      if (group.open > 0) throw planFault('visitOpen', { open: group.open });
      await tx.query(
        'update inspection_group set state = $2, returned_at = now(), version = version + 1 where id = $1',
        [groupId, to],
      );
      const subject = { type: 'inspection_group', id: groupId };
      await this.audit.record(tx, { act: 'inspection.group_returns', subject, about: id, by, from: group.state, to });
      await this.returnWhenLast(tx, id, by);
    });
  }

  /** @throws Fault `inspection.moveRefused` */
  abort({ id, version, by }: InspectionCommand, reason: string): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await inspectionToMove(tx, { id, version, on: 'abort' });
      await tx.query(
        `update inspection_group set state = 'aborted', version = version + 1 where inspection_id = $1 and state in ('released', 'on_site')`,
        [id],
      );
      await tx.query('update inspection set returned_at = now() where id = $1', [id]);
      await moveInspection(tx, id, to);
      await this.duties.run(tx, id, by);
      const subject = { type: 'inspection', id };
      await this.audit.record(tx, { act: 'inspection.abort', subject, by, from: row.state, to, words: reason });
      await this.settle.after(tx, id, by);
    });
  }

  private async returnWhenLast(tx: EntityManager, id: string, by: Actor): Promise<void> {
    const { row, to } = await inspectionToMove(tx, { id, version: null, on: 'return' });
    const out = await tx.query<unknown[]>(
      `select 1 from inspection_group where inspection_id = $1 and state in ('released', 'on_site') limit 1`,
      [id],
    );
    if (out.length > 0) return;
    await tx.query('update inspection set returned_at = now() where id = $1', [id]);
    await moveInspection(tx, id, to);
    await this.audit.record(tx, {
      act: 'inspection.return',
      subject: { type: 'inspection', id },
      by,
      from: row.state,
      to,
    });
    await this.settle.after(tx, id, by);
  }
}
