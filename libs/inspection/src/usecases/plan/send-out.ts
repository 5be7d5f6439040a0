import { Inject, Injectable } from '@nestjs/common';
import { type Actor, TakePeople } from '@ducha/access';
import { type ActFacts, Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import type { EntityManager } from 'typeorm';
import type { InspectionState } from '../../domain/plan/inspection-lifecycle.js';
import type { Plan } from '../../domain/plan/plan.js';
import { planOf } from '../../queries/plan/plan-rows.js';
import { goalsOf, type GoingMember, membersGoing, refuseUnready } from './going.js';
import { InspectionCodes } from './inspection-codes.js';
import { type InspectionRow, moveInspection } from './inspection-rows.js';
import { clashesAt, clashFault, refuseOver } from './open-inspection.js';
import { refuseUnfinishedPlan } from './refuse-plan.js';

/** An inspection that goes out now. */
export interface GoingOut {
  readonly row: InspectionRow;
  readonly to: InspectionState;
  readonly by: Actor;
  /** Why it goes out although it meets another one; null refuses that. */
  readonly clashReason: string | null;
  /** What the audit row tells beside the rest. */
  readonly facts?: ActFacts;
}

/**
 * What every release does, open or sealed: groups, posts, visits, code and notices, set-wise, in the caller's transaction.
 * After a crash all groups are out or none.
 */
@Injectable()
export class SendOut {
  constructor(
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly posts: TakePeople,
    private readonly codes: InspectionCodes,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `inspection.*`: undrawn, siteWithoutGroup, notCompetent, recusedInspector, clash, periodOver */
  async run(tx: EntityManager, { row, to, by, clashReason, facts = {} }: GoingOut): Promise<void> {
    const { id } = row;
    const plan = await planOf(tx, id);
    await refuseUnfinishedPlan(tx, plan);
    await refuseUnready(tx, plan, await goalsOf(tx, id));
    refuseOver(row);
    const clashes = await clashesAt(tx, id);
    if (clashes.length > 0 && clashReason === null) throw clashFault(clashes);
    await tx.query('update inspection set released_at = now(), released_by = $2 where id = $1', [id, by.personId]);
    await tx.query(`update inspection_group set state = 'released', version = version + 1 where inspection_id = $1`, [
      id,
    ]);
    const members = await membersGoing(tx, id);
    await this.givePosts(tx, id, members, by);
    const visits = await this.assignVisits(tx, id, row.fromOn);
    const code = await this.codes.issue(tx, id);
    await this.tell(tx, id, members, plan);
    await moveInspection(tx, id, to);
    const met = [...new Set(clashes.map(({ inspectionId }) => inspectionId))];
    await this.audit.record(tx, {
      act: 'inspection.release',
      subject: { type: 'inspection', id },
      by,
      from: row.state,
      to,
      words: clashes.length > 0 ? clashReason : null,
      facts: {
        groups: plan.groups.length,
        people: members.length,
        visits,
        code,
        ...(met.length > 0 && { met }),
        ...facts,
      },
    });
  }

  /** Officers of the bureau act in their own post; everybody else gets one of the inspection, or goes on in that of another. */
  private async givePosts(tx: EntityManager, id: string, members: readonly GoingMember[], by: Actor): Promise<void> {
    const posts = members.flatMap(({ personId, role, unitId, title, holdsPost }) =>
      holdsPost || role === null
        ? []
        : [{ personId, role, unitId, title, from: null, to: null, servesPersonId: null, homeUnitId: null }],
    );
    await this.posts.run(tx, by, { persons: [], accounts: [], phones: [], posts, changes: [] });
    await tx.query(
      `update inspection_member m set post_id = o.id, from_at = now() from post o
       where m.inspection_id = $1 and o.person_id = m.person_id and o.role = case m.duty when 'leader' then 'group_leader' when 'invited' then 'invited' else 'group_member' end
         and (o.from_at = now() or ((o.to_at is null or o.to_at > now()) and exists (select 1 from inspection_member other where other.post_id = o.id)))`,
      [id],
    );
  }

  private async assignVisits(tx: EntityManager, id: string, on: string | null): Promise<number> {
    const targets = await tx.query<{ siteId: string | null; unitId: string; groupId: string }[]>(
      `select s.site_id as "siteId", s.unit_id as "unitId", s.group_id as "groupId" from inspection_site s where s.inspection_id = $1
       union all select null, u.id, g.id from inspection_group g cross join unnest(g.unit_ids) as u(id) where g.inspection_id = $1`,
      [id],
    );
    const rows = targets.map((target) => ({ id: this.ids.next(), ...target }));
    await tx.query(
      `insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, version)
       select v.id, $1, v."groupId", v."siteId", v."unitId", 'assigned', $3, 1
       from jsonb_to_recordset($2::jsonb) as v(id uuid, "groupId" uuid, "siteId" uuid, "unitId" uuid)`,
      [id, JSON.stringify(rows), on],
    );
    return rows.length;
  }

  /** Everybody who goes; the inspected only where nobody visits them unannounced. */
  private async tell(tx: EntityManager, id: string, members: readonly GoingMember[], plan: Plan): Promise<void> {
    const people = members.map(({ personId, groupId }) => ({
      kind: 'inspection.released',
      personId,
      urgency: 'order' as const,
      facts: { inspectionId: id, groupId },
      dedupeKey: `inspection.released:${id}:${personId}`,
    }));
    const units = plan.methods.includes('unannounced_visit')
      ? []
      : plan.objects.map(({ unitId }) => ({
          kind: 'inspection.announced',
          unitId,
          facts: { inspectionId: id },
          dedupeKey: `inspection.announced:${id}:${unitId}`,
        }));
    await this.notices.tell(tx, [...people, ...units]);
  }
}
