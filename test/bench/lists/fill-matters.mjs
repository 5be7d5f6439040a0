import pg from 'pg';

const places = [
  '城关',
  '仪封',
  '堌阳',
  '南彰',
  '考城',
  '红庙',
  '谷营',
  '孟寨',
  '小宋',
  '东坝头',
  '三义寨',
  '葡萄架',
  '许河',
  '闫楼',
  '惠安',
  '桐乡',
];
const roads = [
  '裕禄大道',
  '健康路',
  '幸福路',
  '车站路',
  '文化街',
  '建设路',
  '人民街',
  '滨河路',
  '学院路',
  '朝阳街',
  '中山北街',
  '考城路',
  '迎宾大道',
  '育才街',
  '工业路',
  '兴兰大道',
  '商业街',
  '振兴路',
  '和平街',
  '新华路',
];
const spots = [
  '小学门口',
  '菜市场旁',
  '加油站对面',
  '与环城路口',
  '金牛花园小区',
  '卫生院附近',
  '桥头',
  '北段',
  '南段',
  '东头',
  '西侧人行道',
  '公交站',
];
const things = [
  '路灯不亮',
  '井盖缺失',
  '积水严重',
  '占道经营',
  '夜间施工噪声',
  '垃圾无人清运',
  '路面塌陷',
  '自来水停水',
  '燃气无法开户',
  '物业乱收费',
  '电梯停运',
  '违章建筑',
  '红绿灯故障',
  '公交改线',
  '污水外溢',
  '绿化带损坏',
  '停车位不足',
  '补贴未发',
  '工资拖欠',
  '学区划分不合理',
  '医保不能报销',
  '宅基地纠纷',
  '低保评定',
  '危房改造',
];
const endings = ['', '影响出行', '请求解决', '多次反映无果', '的问题', '何时修复', '存在安全隐患'];

const chosen = (list, n) => list[n % list.length];

/** Title of the n-th matter, the same at every run: some 640,000 can be told apart, as in a register of real messages. */
export function titleOf(n) {
  const mixed = Math.imul(n, 2_654_435_761) >>> 0;
  const [place, road] = [chosen(places, mixed), chosen(roads, mixed >>> 4)];
  return `${place}${road}${chosen(spots, mixed >>> 9)}${chosen(things, mixed >>> 13)}${chosen(endings, mixed >>> 19)}`;
}

/** Fills a migrated database that has the bench's county with so many matters; one in two has a task, and one in ten of those two units. */
export async function fillMatters({ superuserUrl, planted }, count) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      'insert into dispatch (id, chunks, assignments, by_person_id, at) values (gen_random_uuid(), 1, 0, $1, now()) returning id',
      [planted.person.officer1],
    );
    for (let first = 1; first <= count; first += 10_000) {
      const numbers = Array.from({ length: Math.min(10_000, count - first + 1) }, (_, at) => first + at);
      await client.query(fillSql, [numbers, numbers.map(titleOf), planted.doing, planted.person.officer1, rows[0].id]);
    }
    for (const table of ['matter', 'task', 'assignment']) await client.query(`vacuum analyze ${table}`);
  } finally {
    await client.end();
  }
}

const fillSql = `
  with given as (
    select n, title, gen_random_uuid() as id, now() - (n % 1000) * interval '1 day' as at from unnest($1::int[], $2::text[]) as g(n, title)),
  matters as (
    insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, content_sha256, received_at, round, created_at, version)
    select id, 'netizen_message', case when n % 2 = 0 then 'registered' else 'received' end, '量〔2026〕' || n || '号', title, title || '，夜间出行不便，群众多次反映，恳请处理。',
      '城乡建设/第' || n % 40 || '类', false, uuid_send(id), at, 1, at, 1 from given returning id),
  tasks as (insert into task (id, matter_id, kind, category, number, title, demand, state, round, lead_unit_id, assist_unit_ids, due_at, registered_at, dispatched_at, verified_at,
    created_by, created_at, version)
  select gen_random_uuid(), g.id, 'netizen_message', null, '量督' || n, title, '请核实办理', case when n % 4 = 0 then 'verified' else 'under_way' end, 1,
    ($3::uuid[])[1 + n % 40], case when n % 20 = 0 then ($3::uuid[])[41 + n / 20 % 20 : 41 + n / 20 % 20] else '{}' end,
    at + interval '30 days', at, at, case when n % 4 = 0 then at end, $4, at, 1
  from given g join matters m on m.id = g.id where n % 2 = 0 returning id, lead_unit_id, assist_unit_ids, state, due_at, created_at)
  insert into assignment (id, task_id, unit_id, duty, round, state, dispatch_id, chunk, due_at, original_due_at, queued_at, delivered_at, version)
  select gen_random_uuid(), t.id, s.unit_id, s.duty, 1, case t.state when 'verified' then 'accepted' else 'delivered' end, $5, 0, t.due_at, t.due_at, t.created_at, t.created_at, 1
  from tasks t cross join lateral (
    select t.lead_unit_id as unit_id, 'lead' as duty union all select unnest(t.assist_unit_ids), 'assist') as s`;
