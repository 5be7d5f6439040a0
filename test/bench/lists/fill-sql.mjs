/**
 * SQL that fills a county's past, set-wise. Every value follows from the number of its task, so that a small and a large
 * database have the same distribution: three years; the newest 8 % in every state of the work, the rest ended but for
 * one in a hundred that was forgotten; a few busy units and many quiet ones; one assisting unit for two tasks in three.
 */

/** Assignments per task, on the average of any 20 neighbours: 11 × none, 6 × one, 2 × two, 1 × three assisting units. */
export const assignmentsPerTask = 1.65;

export const preparationSql = `
  create schema fill;
  -- a number in [0, 1) that looks random and is the same every time
  create function fill.chance(n int, seed int) returns float8 language sql immutable parallel safe as
    'select (hashint4extended(n, seed) & 2147483647)::float8 / 2147483648';
  -- ids in the order of time, as the product makes them
  create function fill.id(at timestamptz, kind int, n int) returns uuid language sql stable parallel safe as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8' || to_hex(kind) || lpad(to_hex(n), 14, '0'))::uuid $$;
  create table fill.doer as
    select row_number() over (order by u.sort) as place, u.id as unit_id, h.person_id as head_id, l.person_id as liaison_id
    from unit u join post h on h.unit_id = u.id and h.role = 'unit_head' join post l on l.unit_id = u.id and l.role = 'unit_liaison';
  create table fill.officer as select row_number() over (order by id) as place, person_id from post where role = 'bureau_officer';
  create table fill.leader as select row_number() over (order by id) as place, person_id from post where role = 'county_leader';
  analyze fill.doer; analyze fill.officer; analyze fill.leader`;

const places = `array['城关', '仪封', '堌阳', '南彰', '考城', '红庙', '谷营', '孟寨', '小宋', '东坝头', '三义寨', '葡萄架', '许河', '闫楼', '惠安', '桐乡']`;
const things = `array['路灯损坏', '道路积水', '违法占地', '欠薪投诉', '噪声扰民', '供水中断', '天然气入户', '学区划分', '医保报销', '危房改造', '秸秆焚烧', '污水直排', '乱收费用',
  '公交绕行', '物业失管', '电梯停运', '垃圾清运', '补偿款发放', '低保评定', '营商环境', '河道采砂', '校车安全', '养老服务', '高标准农田', '产业集聚区建设', '项目开工', '食品安全', '消防通道堵塞',
  '办证拖延', '宅基地纠纷', '旱厕改造', '防汛备料', '森林防火', '信访积案', '招商签约', '债务化解', '保交楼', '农民工工资', '黑臭水体', '散乱污企业']`;
const categories = `array['城乡建设/市政公用', '城乡建设/住房物业', '城乡建设/违法建设', '环境保护/水', '环境保护/大气', '交通运输/公路', '交通运输/公交', '教育文体/招生', '教育文体/校园安全',
  '劳动和社会保障/工资', '劳动和社会保障/社保', '卫生计生/医疗服务', '商贸旅游/消费', '农业农村/耕地', '农业农村/补贴', '政务服务/审批']`;
const pick = (list, seed) => `(${list})[1 + floor(fill.chance(n, ${seed}) * cardinality(${list}))::int]`;

/** $1 first, $2 last, $3 all tasks, $4 the principal. */
export const tasksSql = `
  insert into task (id, matter_id, kind, category, number, title, demand, state, round, lead_unit_id, assist_unit_ids, lead_leader_id, principal_id, case_officer_id,
    cover_officer_id, due_at, suspended_at, registered_at, dispatched_at, answered_at, verified_at, presented_at, closed_at, created_by, created_at, version)
  select fill.id(at, 1, n), case when kind = 'netizen_message' and state not in ('draft', 'proposed') then fill.id(at, 0, n) end, kind, ${pick(categories, 4)},
    case when state not in ('draft', 'proposed') then '兰督〔' || extract(year from at) || '〕' || n || '号' end,
    '关于' || ${pick(places, 5)} || ${pick(things, 6)} || '问题的督办事项', '请主办单位核实情况，限期办结，并将办理结果书面报督查局。', state, 1,
    d.unit_id, array(select o.unit_id from fill.doer o where o.place in (
      select 1 + (d.place + 7 * k) % (select count(*) from fill.doer) from generate_series(1, case when n % 20 < 11 then 0 when n % 20 < 17 then 1 when n % 20 < 19 then 2 else 3 end) as k)),
    case when fill.chance(n, 7) < 0.4 then (select person_id from fill.leader where place = 1 + n % 4) end,
    case when kind = 'instruction' then $4::uuid end, f.person_id, (select person_id from fill.officer where place = 1 + (f.place % 8)),
    at + (10 + 50 * fill.chance(n, 8)) * interval '1 day', case when state = 'under_way' and fill.chance(n, 9) < 0.02 then at + interval '5 days' end,
    case when state not in ('draft', 'proposed') then at end, case when state not in ('draft', 'proposed', 'registered') then at end,
    case when state in ('answered', 'verified', 'presented', 'closed', 'effective') then at + interval '9 days' end,
    case when state in ('verified', 'presented', 'closed', 'effective') then at + interval '12 days' end,
    case when state = 'presented' then at + interval '13 days' end,
    case when state in ('closed', 'effective', 'cancelled') then at + interval '15 days' end, f.person_id, at, 5
  from (select n, now() - interval '1 hour' - ($3::int - n)::float8 / $3::int * interval '3 years' as at,
      case when fill.chance(n, 1) < 0.55 then 'netizen_message' when fill.chance(n, 1) < 0.75 then 'instruction' when fill.chance(n, 1) < 0.9 then 'meeting_decision' else 'hotline' end as kind,
      case when n > $3::int * 0.92 then
        case when r < 0.03 then 'draft' when r < 0.05 then 'proposed' when r < 0.08 then 'registered' when r < 0.28 then 'dispatched' when r < 0.72 then 'under_way'
          when r < 0.84 then 'answered' when r < 0.88 then 'verified' when r < 0.91 then 'presented' else 'closed' end
        else case when r < 0.01 then 'under_way' when r < 0.013 then 'answered' when r < 0.04 then 'cancelled' when r < 0.2 then 'effective' else 'closed' end end as state
    from (select n, fill.chance(n, 2) as r from generate_series($1::int, $2::int) as n) as drawn) as given
  join fill.doer d on d.place = 1 + floor((select count(*) from fill.doer) * power(fill.chance(n, 3), 2))
  join fill.officer f on f.place = 1 + n % 8`;

/** $1 from, $2 before, by the instant. The matters that netizens' tasks came from. */
export const mattersSql = `
  insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, content_sha256, received_at, round, created_at, version)
  select t.matter_id, 'netizen_message', case when t.closed_at is null then 'registered' else 'closed' end, '登' || t.number, t.title, '夜间出行不便，恳请处理。', t.category, false,
    uuid_send(t.id), t.created_at, 1, t.created_at, 2
  from task t where t.matter_id is not null and t.created_at >= $1 and t.created_at < $2`;

/** Tasks that were sent out, with their numbers back from their ids. */
const dispatched = `select *, ('x' || right(id::text, 8))::bit(32)::int as n from task
  where dispatched_at is not null and created_at >= $1 and created_at < $2`;

/** As above. One dispatch a task. */
export const dispatchesSql = `
  insert into dispatch (id, chunks, assignments, by_person_id, at)
  select fill.id(t.created_at, 2, t.n), 1, 1 + cardinality(t.assist_unit_ids), t.created_by, t.created_at
  from (${dispatched}) as t`;

/** As above. The lead's share first, then the assists'. */
export const assignmentsSql = `
  insert into assignment (id, task_id, unit_id, duty, round, state, dispatch_id, chunk, due_at, original_due_at, queued_at, delivered_at, signed_at, signed_by,
    submitted_at, submitted_by, answered_at, answered_by, accepted_at, ended_at, version)
  select fill.id(t.created_at, 4 + s.place, t.n), t.id, s.unit_id, s.duty, 1, s.state, fill.id(t.created_at, 2, t.n), 0, t.due_at, t.due_at, t.created_at,
    t.created_at + interval '20 milliseconds', case when s.state not in ('delivered', 'recalled') then t.created_at + interval '1 day' end,
    case when s.state not in ('delivered', 'recalled') then d.liaison_id end,
    case when s.state in ('submitted', 'answered', 'accepted') then t.created_at + interval '8 days' end, case when s.state in ('submitted', 'answered', 'accepted') then d.liaison_id end,
    case when s.state in ('answered', 'accepted') then t.created_at + interval '9 days' end, case when s.state in ('answered', 'accepted') then d.head_id end,
    case when s.state = 'accepted' then t.created_at + interval '12 days' end, case when s.state in ('accepted', 'recalled') then t.created_at + interval '12 days' end, 4
  from (${dispatched}) as t
    cross join lateral (
      select place::int as place, unit_id, case when place = 1 then 'lead' else 'assist' end as duty, case
        when t.state = 'cancelled' or fill.chance(t.n, 20 + place::int) < 0.01 then 'recalled'
        when t.state = 'dispatched' then 'delivered'
        when t.state = 'under_way' and place = 1 then case when fill.chance(t.n, 30) < 0.85 then 'signed' else 'submitted' end
        when t.state = 'under_way' then (array['delivered', 'signed', 'signed', 'answered', 'accepted'])[1 + floor(5 * fill.chance(t.n, 30 + place::int))::int]
        when t.state = 'answered' and place = 1 then 'answered'
        else 'accepted' end as state
      from unnest(t.lead_unit_id || t.assist_unit_ids) with ordinality as u(unit_id, place)) as s
    join fill.doer d on d.unit_id = s.unit_id`;

/** As above. Three of five shares have a report. */
export const reportsSql = `
  insert into report (id, task_id, assignment_id, progress, problem, next_step, reported_by, reported_at)
  select fill.id(a.queued_at + k * interval '3 days', 12 + k, a.n), a.task_id, a.id, '已安排专人到现场核实，正在协调施工单位进场。', case when k = 2 then '资金尚未到位。' else '' end, '本月底前完成。', a.signed_by,
    a.queued_at + k * interval '3 days'
  from (select *, hashtext(id::text) & 2147483647 as n from assignment where signed_at is not null and queued_at >= $1 and queued_at < $2) as a
    cross join generate_series(1, 2) as k where fill.chance(a.n, 40 + k) < 0.6 / k`;

/** As above. Every answered share has an answer, and one signed share in twelve has one that came back. */
export const answersSql = `
  insert into answer (id, task_id, assignment_id, round, attempt, result_class, body, submitted_by, submitted_at, signed_off_by, signed_off_at)
  select fill.id(a.queued_at + interval '8 days', 15, a.n), a.task_id, a.id, 1, 1, (array['A', 'A', 'A', 'B', 'C', 'D'])[1 + a.n % 6],
    '经核实，反映情况属实。我单位已于当日组织维修，目前已恢复正常，并已电话回访，群众表示满意。', a.signed_by, a.queued_at + interval '8 days', a.answered_by, a.answered_at
  from (select *, hashtext(id::text) & 2147483647 as n from assignment where signed_at is not null and queued_at >= $1 and queued_at < $2) as a
  where a.state in ('submitted', 'answered', 'accepted') or (a.state = 'signed' and a.n % 12 = 0)`;

/** As above. Why those came back, as the timeline keeps it. */
export const returnsSql = `
  with returned as (
    insert into audit_row (id, chain, at, act, subject_type, subject_id, about_id, from_state, to_state, facts)
    select gen_random_uuid(), 'main', a.queued_at + interval '9 days', 'assignment.return', 'assignment', a.id, a.task_id, 'submitted', 'signed', '{}'
    from assignment a where a.state = 'signed' and a.queued_at >= $1 and a.queued_at < $2 and exists (select 1 from answer n where n.assignment_id = a.id)
    returning id)
  insert into audit_words (row_id, salt, words) select id, '\\x00', '佐证材料不全，请补充现场照片。' from returned`;
