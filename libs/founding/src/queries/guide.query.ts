import { Injectable } from '@nestjs/common';
import { openedSql } from '@ducha/access';
import { Store } from '@ducha/store';
import { findSteps, type GuideFacts, type Officeholder } from '../domain/guide-steps.js';
import type { GuideView } from '../http/guide.view.js';

const held = (p: string): string => `${p}.from_at <= now() and (${p}.to_at is null or ${p}.to_at > now())`;
const offices = `('sysadmin', 'secadmin', 'auditadmin', 'bureau_head', 'bureau_officer', 'principal')`;
const mostNamed = 60;

/** Whoever holds one of the offices that a county begins with, or is asked for. In: has a password or is known at the provider. */
const holdersSql = `
  select p.role, pe.name, p.stands_in as "standsIn",
    case when exists (select 1 from account a where a.person_id = pe.id and a.disabled_at is null and ${openedSql('a')}) then 'in' else 'entered' end as state
  from post p join person pe on pe.id = p.person_id where p.role in ${offices} and ${held('p')}
  union all
  select r.role, pe.name, false, 'asked' from privilege_request r join person pe on pe.id = r.person_id
  where r.state = 'requested' and r.kind = 'give_post' and r.role in ${offices}
  limit ${mostNamed}`;

/** A unit that work can be given to: not the county itself, its offices or the bureau. */
const workUnit = (u: string): string => `${u}.kind not in ('county', 'office', 'bureau') and ${held(u)}`;

const countsSql = `
  select exists (select 1 from county_setting where name = 'county' and value ->> 'name' <> '' and value ->> 'bureauName' <> '') as named,
    (select count(*)::int from unit u where ${workUnit('u')}) as "workUnits",
    (select count(*)::int from unit u where ${workUnit('u')} and exists (
       select 1 from post p join account a on a.person_id = p.person_id and a.disabled_at is null
       where p.unit_id = u.id and p.role in ('unit_head', 'unit_liaison') and ${held('p')} and ${openedSql('a')})) as "staffedUnits",
    (select count(*)::int from standing_mandate where revoked_at is null and approved_at is null) as "mandatesProposed",
    (select count(*)::int from standing_mandate where revoked_at is null and approved_at is not null) as "mandatesApproved",
    (select count(*)::int from (select 1 from instruction limit 1) i) as instructions,
    (select count(*)::int from (select 1 from matter limit 1) m) as matters,
    (select count(*)::int from (select 1 from assignment limit 1) x) as dispatched`;

/** How far a new county has come: every step is read from what is there, so it can be left and taken up again anywhere. */
@Injectable()
export class Guide {
  constructor(private readonly store: Store) {}

  /** Facts about the county's beginning only: whether something exists, never what it says. */
  async read(): Promise<GuideView> {
    const officeholders = await this.store.query<Officeholder>(holdersSql);
    const counts = await this.store.queryOne<Omit<GuideFacts, 'officeholders'>>(countsSql);
    if (!counts) throw new Error('a select without a table answers one row');
    const steps = findSteps({ ...counts, officeholders });
    return {
      steps: steps.map((step) => ({ ...step, whose: [...step.whose] })),
      officeholders: [...officeholders],
      complete: steps.every(({ state }) => state !== 'open'),
    };
  }
}
