import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { Store } from '@ducha/store';
import { findingFault } from '../../finding-faults.js';
import { personsBehind } from '../../usecases/finding/persons-behind.js';
import type { RecognitionTakenView, CrossCheckView } from '../../http/recognition/recognition.view.js';

const crossCheckSql = `
  select r.kind, r.knows, r.named, r.members, r.incomes, r.policies, r.differs, r.answered_at as "answeredAt", a.name as "askedBy",
    (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'role', o.role, 'team', o.team) order by o.from_on, p.name), '[]')
     from posting o join person p on p.id = o.person_id where o.site_id = s.parent_id and o.role <> 'village_committee'
       and o.from_on <= (r.answered_at at time zone 'Asia/Shanghai')::date and (o.to_on is null or o.to_on >= (r.answered_at at time zone 'Asia/Shanghai')::date)) as posted,
    (select jsonb_build_object('members', h.members, 'incomes', h.incomes, 'policies', h.policies) from recognition h
     where h.visit_id = r.visit_id and h.kind = 'household' and r.kind = 'team_member') as household
  from finding f join recognition r on r.finding_id = f.id join visit v on v.id = r.visit_id join site s on s.id = v.site_id join person a on a.id = r.asked_by
  where f.id = $1`;

/** Who was asked at a household, and for whoever judges what the answers were compared with. */
@Injectable()
export class Recognitions {
  constructor(private readonly store: Store) {}

  /** Who was asked; never what it came to. */
  asked(visitId: string): Promise<RecognitionTakenView[]> {
    return this.store.query<RecognitionTakenView>(
      `select r.kind, p.name as "askedBy", r.answered_at as "answeredAt" from recognition r join person p on p.id = r.asked_by
       where r.visit_id = $1 order by r.answered_at, r.kind`,
      [visitId],
    );
  }

  /** What a finding of the system rests on. @throws Fault `finding.notFound`, `finding.notCrossChecked`, `finding.wentAlong` */
  async behind(findingId: string, by: Actor): Promise<CrossCheckView> {
    const params = new SqlParams();
    const wanted = `f.id = ${params.add(findingId)}::uuid and ${scopeSql('finding.cross_check', by, 'f', params)}`;
    const me = params.add(personsBehind(by));
    const seen = await this.store.queryOne<{ along: boolean }>(
      `select exists (select 1 from inspection_member m where m.inspection_id = f.inspection_id and m.person_id = any(${me}::uuid[])
         and m.duty in ('leader', 'member')) as along from finding f where ${wanted}`,
      params.values,
    );
    if (!seen) throw findingFault('notFound');
    const found = await this.store.queryOne<CrossCheckView>(crossCheckSql, [findingId]);
    if (!found) throw findingFault('notCrossChecked');
    // whoever goes along asks on without knowing the register
    if (seen.along) throw findingFault('wentAlong');
    return found;
  }
}
