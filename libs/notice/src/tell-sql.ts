import { prepared } from '@ducha/store';
import { groupRole } from './domain/channel-kind.js';

/** Whether the post `p` is held now. */
export const heldSql = (p: string): string => `${p}.from_at <= now() and (${p}.to_at is null or ${p}.to_at > now())`;

/**
 * Everything that one call of `Notices.tell` writes. `said`: what was not said before. `personal`: mail and text messages to
 * those who hold a post that the county's ways name; an order passes what a person has muted. `to_groups`: channels of one
 * unit carry what is said to that unit, channels without a unit carry everything of their topics. Without ways nothing is
 * joined: the notices cost what they cost without channels.
 */
export const tellSql = prepared(`
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb) as n(id uuid, kind text, topic text, urgency text, acknowledge int, dedupe_key text, unit_id uuid,
      person_id uuid, assignment_id uuid, task_id uuid, matter_id uuid, facts jsonb, channels text[])
  ), said as (
    insert into notice (id, kind, topic, urgency, dedupe_key, unit_id, person_id, assignment_id, task_id, matter_id, facts, created_at)
    select id, kind, topic, urgency, dedupe_key, unit_id, person_id, assignment_id, task_id, matter_id, facts, now() from given
    on conflict on constraint notice_once do nothing
    returning id, topic, urgency, unit_id, person_id
  ), ways as materialized (
    select w.topic, w.role, c.id as channel_id, c.kind, c.unit_id from notice_way w join notice_channel c on c.id = w.channel_id and c.enabled
  ), readers as (
    select s.id, s.topic, s.urgency, w.channel_id, w.kind, p.person_id
    from ways w join said s on s.topic = w.topic join post p on p.unit_id = s.unit_id and p.role = w.role and ${heldSql('p')}
    where s.unit_id is not null and w.kind in ('mail', 'sms')
    union
    select s.id, s.topic, s.urgency, w.channel_id, w.kind, p.person_id
    from ways w join said s on s.topic = w.topic join post p on p.person_id = s.person_id and p.role = w.role and ${heldSql('p')}
    where s.unit_id is null and w.kind in ('mail', 'sms')
  ), personal as (
    select r.id, r.channel_id, r.person_id, r.urgency from readers r
      join person who on who.id = r.person_id left join notice_contact k on k.person_id = r.person_id
    where case r.kind when 'mail' then k.mail is not null else who.phone is not null end
      and (r.urgency = 'order' or not exists (
        select 1 from notice_mute m where m.person_id = r.person_id and m.channel_id = r.channel_id and m.topic = r.topic))
  ), to_groups as (
    select s.id, w.channel_id, s.urgency from ways w join said s on s.topic = w.topic and (w.unit_id is null or w.unit_id = s.unit_id)
    where w.role = '${groupRole}'
  ), items as (
    insert into notice_item (notice_id, channel_id, person_id, urgency)
    select w.id, w.channel_id, w.person_id, w.urgency
    from (select id, channel_id, person_id, urgency from personal union all select id, channel_id, null, urgency from to_groups) w
      join given g on g.id = w.id
    where g.channels is null or exists (select 1 from notice_channel c where c.id = w.channel_id and c.kind = any(g.channels))
    returning 1
  ), asked as (
    insert into notice_acknowledgement (notice_id, person_id, asked_at, due_at)
    select distinct s.id, coalesce(s.person_id, p.person_id), now(), now() + make_interval(mins => g.acknowledge)
    from given g join said s on s.id = g.id left join post p on s.person_id is null and p.unit_id = s.unit_id and ${heldSql('p')}
    where g.acknowledge is not null and coalesce(s.person_id, p.person_id) is not null
  )
  select count(*)::int as items from items`);
