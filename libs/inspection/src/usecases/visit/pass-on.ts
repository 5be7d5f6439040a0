import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { nextState } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { inspectionFault } from '../../inspection-faults.js';
import { visitLifecycle } from '../../domain/visit/visit-lifecycle.js';
import { planFault } from '../../plan-faults.js';
import { recusalsOf } from '../../queries/group/recusals.js';
import { type DeclaredGround, KeepInspectors } from '../group/keep-inspectors.js';
import type { VisitCommand } from './make-visit.js';
import { lockOwnVisit, type VisitRow } from './visit-rows.js';

/**
 * Somebody finds at the door that they must stay away: one tap. What was recorded stays and needs a second confirmer; the
 * others of the group go on, and where nobody of it is free the visit passes to another group.
 */
@Injectable()
export class PassOn {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly inspectors: KeepInspectors,
  ) {}

  /** @throws Fault `inspection.nobodyElse`, `moveRefused`, and as `lockOwnVisit` */
  run({ id, version, by }: VisitCommand, ground: DeclaredGround): Promise<void> {
    return this.store.transaction(async (tx) => {
      const visit = await lockOwnVisit(tx, { id, version, by });
      if (nextState(visitLifecycle, visit.state, 'arrive') === undefined && visit.state !== 'arrived')
        throw inspectionFault('moveRefused', { from: visit.state, on: 'pass_on' });
      const known = await recusalsOf(tx, [by.personId], [visit.unitId]);
      if (known.length === 0)
        await this.inspectors.declareIn(tx, { personId: by.personId, unitId: visit.unitId, ground, by });
      await tx.query(
        'insert into visit_recusal (visit_id, person_id, at) values ($1, $2, now()) on conflict do nothing',
        [id, by.personId],
      );
      const groupId = await nextGroup(tx, visit);
      await tx.query('update visit set group_id = $2, passed_on_at = now(), version = version + 1 where id = $1', [
        id,
        groupId,
      ]);
      await this.tell(tx, visit, groupId);
      const facts = { unitId: visit.unitId, fromGroupId: visit.groupId, toGroupId: groupId };
      const subject = { type: 'visit', id };
      await this.audit.record(tx, { act: 'visit.pass_on', subject, about: visit.inspectionId, by, facts });
    });
  }

  private async tell(tx: EntityManager, { id, inspectionId }: VisitRow, groupId: string): Promise<void> {
    const people = await tx.query<{ personId: string }[]>(
      `select person_id as "personId" from inspection_member where group_id = $1 and duty = 'leader'`,
      [groupId],
    );
    await this.notices.tell(
      tx,
      people.map(({ personId }) => ({
        kind: 'inspection.passed_on',
        personId,
        urgency: 'order' as const,
        facts: { inspectionId, visitId: id },
        dedupeKey: `inspection.passed_on:${id}:${groupId}`,
      })),
    );
  }
}

/** The own group while somebody of it is free; else the free group with the fewest open visits. */
async function nextGroup(tx: EntityManager, { id, inspectionId, unitId, groupId }: VisitRow): Promise<string> {
  const members = await tx.query<{ groupId: string; personId: string; open: number }[]>(
    `select m.group_id as "groupId", m.person_id as "personId",
       (select count(*)::int from visit v where v.group_id = m.group_id and v.state in ('assigned', 'arrived')) as open
     from inspection_member m join inspection_group g on g.id = m.group_id and g.state in ('released', 'on_site')
     where m.inspection_id = $1 and m.duty in ('leader', 'member')
       and not exists (select 1 from visit_recusal r where r.visit_id = $2 and r.person_id = m.person_id)
     order by m.group_id = $3 desc, open, g.number`,
    [inspectionId, id, groupId],
  );
  const barred = await recusalsOf(
    tx,
    members.map(({ personId }) => personId),
    [unitId],
  );
  const isFree = (personId: string): boolean => !barred.some((one) => one.personId === personId);
  const own = members.find((one) => one.groupId === groupId && isFree(one.personId));
  if (own) return groupId;
  // another group takes over as a whole: nobody of it may be barred
  const groups = [...new Set(members.map((one) => one.groupId))].filter((one) => one !== groupId);
  const free = groups.find((one) => members.every((m) => m.groupId !== one || isFree(m.personId)));
  if (free === undefined) throw planFault('nobodyElse');
  return free;
}
