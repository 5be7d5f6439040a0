import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { conclusionFault } from '../../conclusion-faults.js';
import type { OutcomeListQuery } from '../../http/conclusion/conclusion.dto.js';
import type { OutcomeView } from '../../http/conclusion/conclusion.view.js';
import { personsBehind } from '../../usecases/finding/persons-behind.js';
import { inspectionSql, unitSql } from '../finding/finding-sql.js';

const outcomeSql = `
  select o.id, o.version, ${inspectionSql('i')} as inspection, o.conclusion_id as "conclusionId", ${unitSql('u')} as unit, o.kind, o.words, o.state,
    p.name as "proposedBy", p.id as "proposerId", o.proposed_at as "proposedAt", d.name as "decidedBy", o.decided_at as "decidedAt", o.decided_words as "decidedWords",
    o.to_organ as "toOrgan", o.receipt_no as "receiptNo", o.handed_at as "handedAt"
  from outcome_proposal o join inspection i on i.id = o.inspection_id join unit u on u.id = o.unit_id join person p on p.id = o.proposed_by
    left join person d on d.id = o.decided_by`;

type Facts = Omit<OutcomeView, 'actions'> & { readonly proposerId: string };

/** Proposals of praise, criticism and accountability. */
@Injectable()
export class OutcomeList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: OutcomeListQuery, by: Actor): Promise<Page<OutcomeView>> {
    const limit = pageSize(query);
    const after = decodeCursor(query.cursor, 'id')?.[0] ?? null;
    const rows = await this.store.query<Facts>(
      `${outcomeSql} where ($1::uuid is null or o.inspection_id = $1) and ($2::text is null or o.state = $2) and ($3::uuid is null or o.id < $3)
       order by o.id desc limit $4`,
      [query.inspectionId ?? null, query.state ?? null, after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `conclusion.outcomeNotFound` */
  async one(id: string, by: Actor): Promise<OutcomeView> {
    const row = await this.store.queryOne<Facts>(`${outcomeSql} where o.id = $1`, [id]);
    if (!row) throw conclusionFault('outcomeNotFound');
    return viewOf(row, by);
  }
}

function viewOf({ proposerId, ...row }: Facts, by: Actor): OutcomeView {
  const mayDecide = mayEver('outcome_proposal.decide', by) && !personsBehind(by).includes(proposerId);
  const mayHand = mayEver('outcome_proposal.make', by) && row.kind === 'accountability';
  const open = { proposed: mayDecide ? ['approve', 'refuse'] : [], approved: mayHand ? ['hand_over'] : [] };
  return { ...row, actions: row.state === 'proposed' || row.state === 'approved' ? open[row.state] : [] };
}
