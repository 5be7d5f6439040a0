import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { TrayItem } from '../http/desk.view.js';

/** Days for which an act of the office stays in the leader's tray. */
const officeActDays = 7;
const trayMax = 200;

const proposalsSql = `
  select 'handling_proposal' as kind, h.id, h.version, m.title, h.wording as summary, pe.name as by, h.proposed_at as at, null::uuid as "taskId", m.id as "matterId",
    u.short_name as "leadUnit", h.due_at as "dueAt"
  from handling_proposal h join matter m on m.id = h.matter_id join person pe on pe.id = h.proposed_by left join unit u on u.id = h.lead_unit_id
  where h.for_person_id = $1 and h.decision is null`;

const taskProposalsSql = `
  select 'task_proposal', t.id, t.version, t.title, t.demand, pe.name, t.created_at, t.id, t.matter_id, u.short_name, t.due_at
  from task t join person pe on pe.id = coalesce(t.proposed_by, t.created_by) left join unit u on u.id = t.lead_unit_id
  where t.principal_id = $1 and t.state = 'proposed'`;

const presentationsSql = `
  select 'presentation', p.id, t.version, t.title, p.summary, pe.name, p.presented_at, t.id, t.matter_id, u.short_name, p.silent_close_at
  from presentation p join task t on t.id = p.task_id join person pe on pe.id = p.presented_by left join unit u on u.id = t.lead_unit_id
  where p.principal_id = $1 and p.decision is null and t.state = 'presented'`;

const mandatesSql = `
  select 'mandate', s.id, s.version, s.source_kind || ' ' || s.category_prefix, s.reason, pe.name, s.proposed_at, null, null, null, s.to_at
  from standing_mandate s join person pe on pe.id = s.proposed_by
  where $2 and s.approved_at is null and s.revoked_at is null and s.proposed_by <> $1`;

const officeActsSql = `
  select 'office_act', i.id, 0, coalesce(t.title, m.title, ''), i.words, pe.name, i.given_at, t.id, m.id, null, null
  from instruction i join person pe on pe.id = i.entered_by left join task t on t.id = i.subject_id left join matter m on m.id = i.subject_id
  where i.given_by = $1 and i.entered_by <> $1 and i.disowned_at is null and i.given_at > now() - interval '${officeActDays} days'
    and not exists (select 1 from instruction later where later.lineage_id = i.lineage_id and later.edition > i.edition)`;

/** SQL: until when the latest clock of a kind runs that stands on the record of this alias, under conclusion `c`. */
const endSql = (alias: string, kind: 'fact_check' | 'review_decide'): string =>
  `(select lk.due_at from clock lk where lk.conclusion_id = c.id and lk.subject_id = ${alias}.id and lk.kind = '${kind}' order by lk.armed_at desc, lk.id desc limit 1)`;

// the object has answered or let its days pass (its latest clock), and every point it raised is decided
const conclusionsSql = `
  select 'conclusion', c.id, c.version, u.short_name || ' · ' || i.name, c.words, pe.name, least(c.checked_at, k.due_at), null, null, null, null
  from conclusion c cross join lateral (select ${endSql('c', 'fact_check')} as due_at) k
    join inspection i on i.id = c.inspection_id join unit u on u.id = c.unit_id join person pe on pe.id = c.drafted_by
  where $3 and c.state = 'checking' and (c.check_outcome is not null or k.due_at <= now())
    and not exists (select 1 from conclusion_finding b where b.conclusion_id = c.id and b.point is not null and b.point_outcome is null)`;

// whoever took part in the conclusion does not admit its review; whoever reviewed does not decide it
const reviewsSql = `
  select 'review', r.id, r.version, u.short_name || ' · ' || coalesce(c.number, i.name), r.grounds, pe.name, r.applied_at, null, null, null, ${endSql('r', 'review_decide')}
  from review r join conclusion c on c.id = r.conclusion_id join inspection i on i.id = c.inspection_id join unit u on u.id = r.unit_id
    join person pe on pe.id = r.applied_by
  where $3 and ((r.state = 'applied' and not took_part_in_conclusion(c.id, $1))
    or (r.state = 'admitted' and r.proposal is not null and r.reviewer_id <> $1))`;

const outcomesSql = `
  select o.kind || '_proposal', o.id, o.version, u.short_name || ' · ' || i.name, o.words, pe.name, o.proposed_at, null, null, null, null
  from outcome_proposal o join inspection i on i.id = o.inspection_id join unit u on u.id = o.unit_id join person pe on pe.id = o.proposed_by
  where $3 and o.state = 'proposed' and o.proposed_by <> $1`;

const parts = [
  ...[proposalsSql, taskProposalsSql, presentationsSql, mandatesSql, officeActsSql],
  ...[conclusionsSql, reviewsSql, outcomesSql],
];

/** What waits for a leader: one list, oldest first. The office sees its leader's. */
@Injectable()
export class Tray {
  constructor(private readonly store: Store) {}

  items(by: Actor): Promise<TrayItem[]> {
    const leader = by.role === 'leader_office' ? by.servesPersonId : by.personId;
    const approvesMandates = by.role !== 'county_leader';
    // only a principal signs, admits and approves; the office that serves one reads the tasks and matters alone
    const signs = by.role === 'principal';
    return this.store.query<TrayItem>(`${parts.join(' union all ')} order by at limit ${trayMax}`, [
      leader,
      approvesMandates,
      signs,
    ]);
  }
}
