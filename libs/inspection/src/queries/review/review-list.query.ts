import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, type PolicyAct, scopeSql, SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { ReviewState } from '../../domain/review/review-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';
import type { ReviewListQuery } from '../../http/conclusion/conclusion.dto.js';
import type { ReviewBrief, ReviewerCandidate, ReviewView } from '../../http/conclusion/conclusion.view.js';
import { personsBehind } from '../../usecases/finding/persons-behind.js';
import { boundSql, filesSql } from '../conclusion/bound-findings.js';
import { inspectionSql, unitSql } from '../finding/finding-sql.js';

// the clock of a review is its own: a conclusion may have been applied against more than once
const clockOf = (value: string): string =>
  `(select lk.${value} from clock lk where lk.conclusion_id = r.conclusion_id and lk.kind = 'review_decide' and lk.subject_id = r.id)`;
const columns = `
  r.id, r.version, r.conclusion_id as "conclusionId", c.number as "conclusionNumber", ${inspectionSql('i')} as inspection, ${unitSql('u')} as unit, r.state,
  r.applied_at as "appliedAt", ${clockOf('due_at')} as "decideBy", case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as reviewer, r.verdict`;
const from = `from review r join conclusion c on c.id = r.conclusion_id join inspection i on i.id = c.inspection_id join unit u on u.id = r.unit_id
  left join person k on k.id = r.reviewer_id`;

const oneSql = (me: string): string => `
  select ${columns}, r.grounds, ${clockOf("profile || '/' || lk.rule")} as basis, r.rectification_waits as "rectificationWaits", c.words as "conclusionWords", ${boundSql('c')} as bound,
    ${filesSql('r.id')} as evidence, r.proposal, r.proposal_words as "proposalWords", coalesce(r.proposal_changes, '[]') as "proposalChanges",
    r.proposed_at as "proposedAt", r.decided_words as "decidedWords", coalesce(r.changes, '[]') as changes, d.name as "decidedBy", r.decided_at as "decidedAt",
    r.same_signer as "whySigner", c.issued_by = any(${me}) as "readerSigned",
    (select bool_or(took_part_in_conclusion(c.id, p)) from unnest(${me}) as p) as "tookPart"
  ${from} left join person d on d.id = r.decided_by`;

type Facts = Omit<ReviewView, 'actions'> & { readonly tookPart: boolean };

/** Reviews as far as each may see them. */
@Injectable()
export class ReviewList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: ReviewListQuery, by: Actor): Promise<Page<ReviewBrief>> {
    const limit = pageSize(query);
    const params = new SqlParams();
    const after = decodeCursor(query.cursor, 'id')?.[0];
    const wanted = [scopeSql('review.read', by, 'r', params)];
    if (query.state !== undefined) wanted.push(`r.state = ${params.add(query.state)}`);
    if (after !== undefined) wanted.push(`r.id < ${params.add(after)}::uuid`);
    const rows = await this.store.query<ReviewBrief>(
      `select ${columns} ${from} where ${wanted.join(' and ')} order by r.id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** The object reads the proposal only in the decision. @throws Fault `conclusion.reviewNotFound` */
  async one(id: string, by: Actor): Promise<ReviewView> {
    const params = new SqlParams();
    const me = `${params.add(personsBehind(by))}::uuid[]`;
    const wanted = `r.id = ${params.add(id)}::uuid and ${scopeSql('review.read', by, 'r', params)}`;
    const row = await this.store.queryOne<Facts>(`${oneSql(me)} where ${wanted}`, params.values);
    if (!row) throw conclusionFault('reviewNotFound');
    const { tookPart, ...told } = row;
    const actions = actionsOn(row, tookPart, by);
    if (!by.role.startsWith('unit_')) return { ...told, actions };
    return {
      ...told,
      reviewer: null,
      proposal: null,
      proposalWords: null,
      proposalChanges: [],
      proposedAt: null,
      actions,
    };
  }

  /** Who holds a reviewer’s post today, and whether they took part. */
  candidates(conclusionId: string): Promise<ReviewerCandidate[]> {
    return this.store.query<ReviewerCandidate>(
      `select p.id, p.name, min(u.short_name) as "unitName", took_part_in_conclusion($1, p.id) as "tookPart"
       from post t join person p on p.id = t.person_id join unit u on u.id = t.unit_id
       where t.role = 'reviewer' and t.from_at <= now() and (t.to_at is null or t.to_at > now()) group by p.id order by "tookPart", p.name, p.id limit 200`,
      [conclusionId],
    );
  }
}

interface Offer {
  readonly name: string;
  readonly act: PolicyAct;
  readonly in: readonly ReviewState[];
  readonly when?: (row: Facts, tookPart: boolean, me: readonly string[]) => boolean;
}

const offers: readonly Offer[] = [
  { name: 'admit', act: 'review.admit', in: ['applied'], when: (_, tookPart) => !tookPart },
  { name: 'refuse', act: 'review.admit', in: ['applied'], when: (_, tookPart) => !tookPart },
  { name: 'withdraw', act: 'review.withdraw', in: ['applied', 'admitted'] },
  {
    name: 'propose',
    act: 'review.propose',
    in: ['admitted'],
    when: ({ reviewer }, tookPart, me) => !tookPart && me.includes(reviewer?.id ?? ''),
  },
  {
    name: 'decide',
    act: 'review.decide',
    in: ['admitted'],
    when: ({ proposal, reviewer }, _, me) => proposal !== null && !me.includes(reviewer?.id ?? ''),
  },
];

const actionsOn = (row: Facts, tookPart: boolean, by: Actor): string[] =>
  offers
    .filter(
      (offer) =>
        offer.in.includes(row.state) &&
        mayEver(offer.act, by) &&
        (offer.when?.(row, tookPart, personsBehind(by)) ?? true),
    )
    .map(({ name }) => name);
