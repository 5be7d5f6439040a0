import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import { isMet } from '../../domain/standard/clause.js';
import { evaluate } from '../../domain/standard/evaluate.js';
import { findingFault } from '../../finding-faults.js';
import type { AnsweredClause, ChecklistView, OtherAnswer } from '../../http/finding/finding.view.js';
import { personsBehind } from '../../usecases/finding/persons-behind.js';
import { versionsOf } from '../standard-rows.js';
import { inspectionSql, siteSql, unitSql } from './finding-sql.js';

type Head = Pick<
  ChecklistView,
  'visitId' | 'inspection' | 'unit' | 'site' | 'state' | 'group' | 'standard' | 'number'
> & {
  readonly standardId: string | null;
  readonly duty: string | null;
  readonly steppedBack: boolean;
};
type Answer = Pick<AnsweredClause, 'answeredBy' | 'answeredAt' | 'findings'> & {
  readonly key: string;
  readonly found: boolean | number | null;
  readonly others: Omit<OtherAnswer, 'met'>[] | null;
};

const headSql = `
  select v.id as "visitId", ${inspectionSql('i')} as inspection, ${unitSql('u')} as unit, ${siteSql('s')} as site, v.state, g.name as "group",
    st.name as standard, i.standard_number as number, i.standard_id as "standardId",
    (select m.duty from inspection_member m where m.inspection_id = v.inspection_id and m.person_id = $2 and (m.group_id is null or m.group_id = v.group_id)
       and m.from_at <= now() and (m.to_at is null or m.to_at > now())) as duty,
    exists (select 1 from visit_recusal r where r.visit_id = v.id and r.person_id = any($3)) as "steppedBack"
  from visit v join inspection i on i.id = v.inspection_id join unit u on u.id = v.unit_id join inspection_group g on g.id = v.group_id
    left join site s on s.id = v.site_id left join standard st on st.id = i.standard_id
  where v.id = $1 and i.released_at is not null`;

const answerSql = `
  select k.key, a.found, p.name as "answeredBy", a.answered_at as "answeredAt",
    (select count(*)::int from finding f where f.visit_id = $1 and f.clause_key = k.key and f.state not in ('dismissed', 'revoked')) as findings,
    (select jsonb_agg(jsonb_build_object('found', o.found, 'answeredBy', o.name, 'seenAt', least(coalesce(o.captured_at, o.received_at), o.received_at),
        'receivedAt', o.received_at) order by o.received_at)
      from (select distinct on (e.person_id) e.found, e.captured_at, e.received_at, w.name from visit_answer_sent e join person w on w.id = e.person_id
        where e.visit_id = $1 and e.clause_key = k.key and e.person_id <> a.answered_by
        order by e.person_id, least(coalesce(e.captured_at, e.received_at), e.received_at) desc) o where o.found <> a.found) as others
  from unnest($2::text[]) as k(key) left join visit_answer a on a.visit_id = $1 and a.clause_key = k.key left join person p on p.id = a.answered_by`;

const seeing = new Set(['bureau_head', 'bureau_officer', 'principal', 'auditor']);
const writing = new Set(['arrived', 'done', 'absent', 'refused']);

/** The checklist of a visit as it stands: clause by clause, what was answered and what that comes to. */
@Injectable()
export class VisitChecklist {
  constructor(private readonly store: Store) {}

  /** @throws Fault `finding.visitNotFound` */
  async of(visitId: string, by: Actor): Promise<ChecklistView> {
    const head = await this.store.queryOne<Head>(headSql, [visitId, by.personId, personsBehind(by)]);
    if (!head || (head.duty === null && !seeing.has(by.role))) throw findingFault('visitNotFound');
    const { standardId, duty, steppedBack, ...told } = head;
    const writable = duty !== null && duty !== 'invited' && !steppedBack && writing.has(head.state);
    const version =
      standardId === null
        ? undefined
        : (await versionsOf(this.store.manager, standardId)).find(({ number }) => number === head.number);
    if (!version) return { ...told, verdict: null, score: 0, highest: 0, answered: 0, clauses: [], writable };
    const answers = await this.store.query<Answer>(answerSql, [visitId, version.clauses.map(({ key }) => key)]);
    const byKey = new Map(answers.map((answer) => [answer.key, answer]));
    const found = Object.fromEntries(answers.flatMap((one) => (one.found === null ? [] : [[one.key, one.found]])));
    const { verdict, score, highest } = evaluate(version, found);
    const clauses = version.clauses.map((clause): AnsweredClause => {
      const {
        found: said = null,
        answeredBy = null,
        answeredAt = null,
        findings = 0,
        others,
      } = byKey.get(clause.key) ?? {};
      const differing = (others ?? []).map((one) => ({ ...one, met: isMet(clause, one.found) }));
      return {
        ...clause,
        found: said,
        met: isMet(clause, said ?? undefined),
        answeredBy,
        answeredAt,
        others: differing,
        findings,
      };
    });
    return { ...told, verdict, score, highest, answered: Object.keys(found).length, clauses, writable };
  }
}
