import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { Actor } from '../actor.js';
import type { DelegationOptionsView, DelegationView } from '../http/delegation.view.js';
import { delegationInForce, heldNow } from '../sessions/session-facts.js';
import { isRole } from '../roles.js';
import { delegableActs, mayTake } from './delegable.js';

interface TakerRow {
  postId: string;
  name: string;
  title: string;
  unitName: string;
  role: string;
  unitId: string;
}

const takersMax = 500;

/** Delegations that the acting post gave, and whom it may lend what. */
@Injectable()
export class DelegationList {
  constructor(private readonly store: Store) {}

  /** Newest first, at most 200. */
  async given(by: Actor): Promise<DelegationView[]> {
    const own = delegableActs(by.role);
    const rows = await this.store.query<DelegationView>(
      `select d.id, d.version, jsonb_build_object('id', pe.id, 'name', pe.name) as taker, p.title as "takerTitle", d.acts, d.from_at as "from", d.to_at as "to",
         d.reason, d.given_at as "givenAt", d.ended_at as "endedAt",
         case when ${delegationInForce('d')} then 'in_force' when d.ended_at is null and d.from_at > now() then 'ahead' else 'over' end as standing
       from delegation d join post p on p.id = d.taker_post_id join person pe on pe.id = p.person_id
       where d.giver_post_id = $1 order by d.given_at desc, d.id desc limit 200`,
      [by.postId],
    );
    return rows.map((row) => ({ ...row, acts: own.filter((act) => row.acts.includes(act)) }));
  }

  /** What the acting post may lend, and who may take it. */
  async options(by: Actor): Promise<DelegationOptionsView> {
    const rows = await this.store.query<TakerRow>(
      `select p.id as "postId", pe.name, p.title, u.short_name as "unitName", p.role, p.unit_id as "unitId"
       from post p join person pe on pe.id = p.person_id join unit u on u.id = p.unit_id
       where ${heldNow('p')} and p.person_id <> $1 and ($2::uuid[] is null or p.unit_id = any($2))
         and p.role in ('principal', 'county_leader', 'leader_office', 'bureau_head', 'bureau_officer', 'unit_head', 'unit_liaison', 'unit_staff')
         and ($2::uuid[] is not null or p.role not like 'unit\\_%')
       order by u.sort, pe.name, p.id limit ${takersMax}`,
      [by.personId, by.role === 'unit_head' ? by.unitIds : null],
    );
    const takers = rows.filter(({ role, unitId }) => isRole(role) && mayTake(by, { role, unitId }));
    return {
      acts: delegableActs(by.role),
      takers: takers.map(({ postId, name, title, unitName }) => ({ postId, name, title, unitName })),
    };
  }
}
