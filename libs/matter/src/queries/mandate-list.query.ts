import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { mandateStanding } from '../domain/standing-mandate.js';
import type { MandateListQuery } from '../http/mandate.dto.js';
import type { MandateView } from '../http/mandate.view.js';
import { matterFault } from '../matter-faults.js';
import { idCursor } from './id-cursor.js';

interface MandateFacts extends Omit<MandateView, 'standing' | 'actions'> {
  now: Date;
}

const person = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const mandateSql = `
  select s.id, s.version, s.source_kind as "sourceKind", s.category_prefix as "categoryPrefix", s.from_at as "from", s.to_at as "to", s.reason,
    ${person('p')} as "proposedBy", s.proposed_at as "proposedAt", ${person('a')} as "approvedBy", s.approved_at as "approvedAt", s.revoked_at as "revokedAt", now() as now
  from standing_mandate s join person p on p.id = s.proposed_by left join person a on a.id = s.approved_by`;

const inForce = 's.approved_at is not null and s.revoked_at is null and s.from_at <= now() and s.to_at > now()';

/** Standing mandates. */
@Injectable()
export class MandateList {
  constructor(private readonly store: Store) {}

  /** The latest first. */
  async page(query: MandateListQuery, by: Actor): Promise<Page<MandateView>> {
    const before = idCursor(query.cursor);
    const limit = pageSize(query);
    const rows = await this.store.query<MandateFacts>(
      `${mandateSql} where ($1::uuid is null or s.id < $1::uuid) and ($2::text is null or s.source_kind = $2) and (not $3::bool or ${inForce}) order by s.id desc limit $4`,
      [before, query.sourceKind ?? null, query.inForce === 'true', limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `matter.mandateNotFound` */
  async read(id: string, by: Actor): Promise<MandateView> {
    const row = await this.store.queryOne<MandateFacts>(`${mandateSql} where s.id = $1`, [id]);
    if (!row) throw matterFault('mandateNotFound');
    return viewOf(row, by);
  }
}

function viewOf({ now, ...mandate }: MandateFacts, by: Actor): MandateView {
  const standing = mandateStanding({ ...mandate, fromAt: mandate.from, toAt: mandate.to }, now);
  const mayApprove = standing === 'proposed' && mandate.proposedBy.id !== by.personId;
  const mayRevoke = standing === 'proposed' || standing === 'not_yet' || standing === 'in_force';
  const actions = mayEver('mandate.approve', by)
    ? [...(mayApprove ? ['approve'] : []), ...(mayRevoke ? ['revoke'] : [])]
    : [];
  return { ...mandate, standing, actions };
}
