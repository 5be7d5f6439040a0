import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { planFault } from '../../plan-faults.js';
import { refuseRecused } from '../../queries/group/recusals.js';

/** A household, project or village that a group wants to go to beside what it was given. */
export interface AddVisitCommand {
  readonly inspectionId: string;
  readonly siteId: string;
  readonly by: Actor;
}

interface Facts {
  readonly state: string;
  readonly inPeriod: boolean;
  readonly groupId: string | null;
  readonly unitId: string | null;
  readonly isPlanned: boolean;
  /** Whose turn the unit is today; null where no roster was made for today. */
  readonly isOwnTurn: boolean | null;
}

// a household or project lies in the plan when its village does; in a standing patrol every village of an object does
const factsSql = `
  select i.state, coalesce((now() at time zone 'Asia/Shanghai')::date between i.from_on and i.to_on, false) as "inPeriod",
    (select m.group_id from inspection_member m where m.inspection_id = i.id and m.person_id = $3 and m.duty in ('leader', 'member')) as "groupId",
    s.unit_id as "unitId",
    exists (select 1 from inspection_object o where o.inspection_id = i.id and o.unit_id = s.unit_id)
      and (i.standing or exists (select 1 from inspection_site p where p.inspection_id = i.id and p.site_id in (s.id, s.parent_id))) as "isPlanned",
    (select bool_or(t.unit_id = s.unit_id and t.group_id = (select m.group_id from inspection_member m where m.inspection_id = i.id and m.person_id = $3 and m.duty in ('leader', 'member')))
     from patrol_turn t where t.inspection_id = i.id and t.on_day = (now() at time zone 'Asia/Shanghai')::date) as "isOwnTurn"
  from inspection i left join site s on s.id = $2 and s.to_at is null where i.id = $1`;

/** Adds a visit on the ground, inside the plan only (L10): never another object, never a place the plan does not go to. */
@Injectable()
export class AddVisit {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the visit's id. @throws Fault `inspection.outsidePlan`, `outsidePeriod`, `notInGroup`, `recused`, `notTaking`, `notRostered` */
  run({ inspectionId, siteId, by }: AddVisitCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { groupId, unitId } = await this.refuseOutside(tx, { inspectionId, siteId, by });
      await refuseRecused(tx, by.personId, unitId);
      const id = this.ids.next();
      await tx.query(
        `insert into inspection_site (inspection_id, site_id, unit_id, group_id) values ($1, $2, $3, $4) on conflict do nothing`,
        [inspectionId, siteId, unitId, groupId],
      );
      await tx.query(
        `insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, version)
         values ($1, $2, $3, $4, $5, 'assigned', (now() at time zone 'Asia/Shanghai')::date, 1)`,
        [id, inspectionId, groupId, siteId, unitId],
      );
      const subject = { type: 'visit', id };
      await this.audit.record(tx, { act: 'visit.add', subject, about: inspectionId, by, facts: { siteId } });
      return id;
    });
  }

  private async refuseOutside(
    tx: EntityManager,
    { inspectionId, siteId, by }: AddVisitCommand,
  ): Promise<{ groupId: string; unitId: string }> {
    const [facts] = await tx.query<Facts[]>(factsSql, [inspectionId, siteId, by.personId]);
    if (!facts) throw planFault('inspectionNotFound');
    const { state, groupId, unitId, isPlanned, isOwnTurn, inPeriod } = facts;
    if (groupId === null) throw planFault('notInGroup');
    if (state !== 'released' && state !== 'on_site') throw planFault('notTaking');
    if (unitId === null || !isPlanned)
      throw planFault('outsidePlan', {}, [{ path: 'siteId', message: 'lies outside the plan', constraint: 'planned' }]);
    if (!inPeriod) throw planFault('outsidePeriod');
    if (isOwnTurn === false) throw planFault('notRostered');
    return { groupId, unitId };
  }
}
