import { holds } from './competences.js';

const until = (kinds: string): string =>
  `(select max(c.to_on)::text from competence c where c.person_id = p.id and c.kind in (${kinds}) and c.ended_at is null and c.from_on <= d.today and c.to_on >= d.today)`;

/** An `InspectorView` of the person `p`, as columns over `inspectorSources`. */
export const inspectorColumns = `p.id, p.name, h.unit, ${holds(`'training', 'leading'`)} as trained, ${holds(`'secrecy'`)} as secrecy,
  (${holds(`'leading'`)} or r.rounds > 0) as leads, r.rounds, ${until(`'training', 'leading'`)} as "trainedUntil", ${until(`'secrecy'`)} as "secrecyUntil",
  (select count(*)::int from recusal_declaration rd where rd.person_id = p.id and rd.ended_at is null) as declared,
  exists (select 1 from inspection_member m join inspection i on i.id = m.inspection_id and i.state in ('released', 'on_site') where m.person_id = p.id) as busy`;

/** Persons `p` with the day, the unit of their own post, of that of an inspection where they have no other (null: nobody to be sent out), and the rounds that they have been through. */
export const inspectorSources = `person p cross join (select (now() at time zone 'Asia/Shanghai')::date as today) d
  left join lateral (select u.short_name as unit from post o join unit u on u.id = o.unit_id
    where o.person_id = p.id and o.from_at <= now() and (o.to_at is null or o.to_at > now())
      and o.role not in ('sysadmin', 'secadmin', 'auditadmin', 'proponent')
    order by o.role in ('group_leader', 'group_member', 'invited'), o.from_at limit 1) h on true
  cross join lateral (select count(*)::int as rounds from inspection_member m join inspection_group g on g.id = m.group_id and g.state = 'returned' where m.person_id = p.id) r`;
