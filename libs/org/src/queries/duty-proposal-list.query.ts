import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { DutyProposalView } from '../http/duty-proposal.view.js';

/** What rulings propose for the duty register, undecided, the oldest first. */
@Injectable()
export class DutyProposalList {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery, by: Actor): Promise<Page<DutyProposalView>> {
    const after = decodeCursor(query.cursor, 'id');
    const limit = pageSize(query);
    const rows = await this.store.query<Omit<DutyProposalView, 'actions'>>(
      `select p.id, p.version, p.category, jsonb_build_object('id', f.id, 'shortName', f.short_name) as "fromUnit",
         jsonb_build_object('id', u.id, 'shortName', u.short_name) as "toUnit", p.proposed_at as "proposedAt"
       from duty_proposal p join unit f on f.id = p.from_unit_id join unit u on u.id = p.to_unit_id
       where p.state = 'proposed' and ($1::uuid is null or p.id > $1::uuid) order by p.id limit $2`,
      [after?.[0] ?? null, limit + 1],
    );
    const actions: DutyProposalView['actions'] = mayEver('duty.keep', by) ? ['accept', 'decline'] : [];
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, actions }),
      ({ id }) => [id],
    );
  }
}
