import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { planFault } from '../../plan-faults.js';
import { refuseRecused } from '../../queries/group/recusals.js';

/** Where one person wants to go: a site, or an object itself. */
export interface LightVisitCommand {
  readonly inspectionId: string;
  readonly siteId: string | null;
  readonly unitId: string | null;
  readonly by: Actor;
}

interface Facts {
  readonly standing: boolean;
  readonly state: string;
  readonly inPeriod: boolean;
  readonly groupId: string | null;
  readonly unitId: string | null;
}

const factsSql = `
  select i.standing, i.state, coalesce((now() at time zone 'Asia/Shanghai')::date between i.from_on and i.to_on, false) as "inPeriod",
    (select m.group_id from inspection_member m where m.inspection_id = i.id and m.person_id = $4 and m.duty in ('leader', 'member')) as "groupId",
    (select o.unit_id from inspection_object o where o.inspection_id = i.id
       and o.unit_id = coalesce((select s.unit_id from site s where s.id = $2::uuid and s.to_at is null), $3::uuid)) as "unitId"
  from inspection i where i.id = $1`;

/**
 * One person under a standing plan goes somewhere unannounced, on a day off, too, and whatever the roster says (S40). Nobody is told;
 * what is found goes into the same form, and the visit counts like every other.
 */
@Injectable()
export class LightVisit {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the visit's id. @throws Fault `inspection.notStanding`, `notInGroup`, `notTaking`, `outsidePlan`, `outsidePeriod`, `recused` */
  run({ inspectionId, siteId, unitId: asked, by }: LightVisitCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { groupId, unitId } = await refuseOutside(tx, [inspectionId, siteId, asked, by.personId]);
      await refuseRecused(tx, by.personId, unitId);
      const id = this.ids.next();
      if (siteId !== null)
        await tx.query(
          'insert into inspection_site (inspection_id, site_id, unit_id, group_id) values ($1, $2, $3, $4) on conflict do nothing',
          [inspectionId, siteId, unitId, groupId],
        );
      await tx.query(
        `insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, light, version)
         values ($1, $2, $3, $4, $5, 'assigned', (now() at time zone 'Asia/Shanghai')::date, true, 1)`,
        [id, inspectionId, groupId, siteId, unitId],
      );
      const subject = { type: 'visit', id };
      await this.audit.record(tx, { act: 'visit.light', subject, about: inspectionId, by, facts: { unitId, siteId } });
      return id;
    });
  }
}

async function refuseOutside(
  tx: EntityManager,
  asked: readonly (string | null)[],
): Promise<{ groupId: string; unitId: string }> {
  const [facts] = await tx.query<Facts[]>(factsSql, [...asked]);
  if (!facts) throw planFault('inspectionNotFound');
  const { standing, state, inPeriod, groupId, unitId } = facts;
  if (!standing) throw planFault('notStanding');
  if (groupId === null) throw planFault('notInGroup');
  if (state !== 'released' && state !== 'on_site') throw planFault('notTaking');
  if (unitId === null) {
    const path = asked[1] === null ? 'unitId' : 'siteId';
    throw planFault('outsidePlan', {}, [{ path, message: 'lies outside the plan', constraint: 'planned' }]);
  }
  if (!inPeriod) throw planFault('outsidePeriod');
  return { groupId, unitId };
}
