import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, type PolicyAct, scopeSql, SqlParams } from '@ducha/access';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import { basisOfSql, endOfSql, reviewUntilSql } from '../../domain/conclusion/conclusion-clock.js';
import type { ConclusionState } from '../../domain/conclusion/conclusion-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';
import type { ConclusionListQuery } from '../../http/conclusion/conclusion.dto.js';
import type { ConclusionBrief, ConclusionView } from '../../http/conclusion/conclusion.view.js';
import { inspectionSql, unitSql } from '../finding/finding-sql.js';
import { boundSql, filesSql } from './bound-findings.js';

const columns = `
  c.id, c.version, ${inspectionSql('i')} as inspection, ${unitSql('u')} as unit, c.number, c.state,
  (select count(*)::int from conclusion_finding b where b.conclusion_id = c.id and coalesce(b.point_outcome, '') <> 'struck') as findings,
  ${endOfSql('c', 'fact_check')} as "checkDueAt", c.check_outcome as "checkOutcome", c.served_at as "servedAt", ${reviewUntilSql('c')} as "reviewUntil",
  (select r.id from review r where r.conclusion_id = c.id order by r.applied_at desc limit 1) as "reviewId"`;
const from = 'from conclusion c join inspection i on i.id = c.inspection_id join unit u on u.id = c.unit_id';

const oneSql = `
  select ${columns}, c.words, c.cleared, c.sent_at as "sentAt", ${basisOfSql('c', 'fact_check')} as "checkBasis", c.checked_at as "checkedAt", c.check_words as "checkWords", ${filesSql('c.id')} as "checkEvidence",
    p.name as "issuedBy", c.issued_at as "issuedAt", c.issue, c.receipt, c.receipt_words as "receiptWords", case when c.served_at is not null then ${basisOfSql('c', 'review_apply')} end as "reviewBasis", c.final_at as "finalAt",
    coalesce((select r.rectification_waits from review r where r.conclusion_id = c.id and r.state in ('applied', 'admitted')),
      (select (value ->> 'rectificationWaits')::boolean from county_setting where name = 'review'), false) as "rectificationWaits",
    ${boundSql('c')} as bound, now() as now
  ${from} left join person p on p.id = c.issued_by`;

type Facts = Omit<ConclusionView, 'actions'> & { readonly now: Date };

/** Conclusions as far as each may see them. */
@Injectable()
export class ConclusionList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: ConclusionListQuery, by: Actor): Promise<Page<ConclusionBrief>> {
    const limit = pageSize(query);
    const params = new SqlParams();
    const after = decodeCursor(query.cursor, 'id')?.[0];
    const wanted = [scopeSql('conclusion.read', by, 'c', params)];
    if (query.inspectionId !== undefined) wanted.push(`c.inspection_id = ${params.add(query.inspectionId)}::uuid`);
    if (query.unitId !== undefined) wanted.push(`c.unit_id = ${params.add(query.unitId)}::uuid`);
    if (query.state !== undefined) wanted.push(`c.state = ${params.add(query.state)}`);
    if (after !== undefined) wanted.push(`c.id < ${params.add(after)}::uuid`);
    const rows = await this.store.query<ConclusionBrief>(
      `select ${columns} ${from} where ${wanted.join(' and ')} order by c.id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Fault `conclusion.notFound` */
  async one(id: string, by: Actor): Promise<ConclusionView> {
    const params = new SqlParams();
    const wanted = `c.id = ${params.add(id)}::uuid and ${scopeSql('conclusion.read', by, 'c', params)}`;
    const row = await this.store.queryOne<Facts>(`${oneSql} where ${wanted}`, params.values);
    if (!row) throw conclusionFault('notFound');
    const { now, ...told } = row;
    return { ...told, actions: actionsOn(row, now, by) };
  }
}

interface Offer {
  readonly name: string;
  readonly act: PolicyAct;
  readonly in: readonly ConclusionState[];
  readonly when?: (row: Facts, now: Date) => boolean;
}

const isBefore = (end: Date | null, now: Date): boolean => end !== null && now.getTime() <= end.getTime();

const offers: readonly Offer[] = [
  { name: 'edit', act: 'conclusion.edit', in: ['drafted'] },
  { name: 'send', act: 'conclusion.edit', in: ['drafted'] },
  {
    name: 'state',
    act: 'conclusion.state',
    in: ['checking'],
    when: (row, now) => row.checkOutcome === null && isBefore(row.checkDueAt, now),
  },
  {
    name: 'decide_point',
    act: 'conclusion.edit',
    in: ['checking'],
    when: (row) => row.bound.some(({ point, pointOutcome }) => point !== null && pointOutcome === null),
  },
  {
    name: 'issue',
    act: 'conclusion.issue',
    in: ['checking'],
    when: (row, now) => row.checkOutcome !== null || !isBefore(row.checkDueAt, now),
  },
  { name: 'receive', act: 'conclusion.receive', in: ['issued'] },
  { name: 'leave', act: 'conclusion.edit', in: ['issued'] },
  { name: 'apply', act: 'review.apply', in: ['served'], when: (row, now) => isBefore(row.reviewUntil, now) },
];

const actionsOn = (row: Facts, now: Date, by: Actor): string[] =>
  offers
    .filter((offer) => offer.in.includes(row.state) && mayEver(offer.act, by) && (offer.when?.(row, now) ?? true))
    .map(({ name }) => name);
