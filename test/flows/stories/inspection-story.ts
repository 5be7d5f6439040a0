import { type Answer, type Json, type PersonKey, type UnitKey, type World } from '#test-kit';

/** Village codes of the story's frame: two of the township, each with households numbered 001, 002, … */
export const villages = ['代庄村', '坝头村', '圈头村'] as const;

/** An inspection told in steps; every step is a request that people make. */
export class InspectionStory {
  readonly sites = new Map<string, string>();
  standardId = '';

  constructor(readonly world: World) {}

  /** The county's day so many days from now. */
  async day(from: number): Promise<string> {
    const at = new Date(((await this.world.seconds()) + from * 86_400) * 1000);
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
  }

  unit(key: UnitKey): string {
    return this.world.county.unit[key];
  }

  person(key: PersonKey): string {
    return this.world.county.person[key];
  }

  site(name: string): string {
    return this.sites.get(name) ?? '';
  }

  /** Three villages of the township with `households` each, and a published standard. */
  async plantFrame(households = 12): Promise<void> {
    for (const [i, name] of villages.entries()) await this.plantVillage(`41022510020${i}`, name, households);
    const standard = await this.world
      .as('officer')
      .does('/standards', { code: 'living-environment', name: '人居环境标准' });
    const clauses = [{ key: 'rubbish', text: '村内无积存垃圾', rule: 'yes_no', points: 10, redLine: false }];
    await this.world
      .as('officer')
      .put(
        `/standards/${standard.id}/draft`,
        { effectiveFrom: await this.day(0), passMark: 10, clauses },
        { ifMatch: 1 },
      );
    await this.world.as('bureauHead').does(`/standards/${standard.id}/publish`, {}, { ifMatch: 2 });
    this.standardId = standard.id;
  }

  /** Everybody is trained and has acknowledged secrecy; leaders are trained to lead. */
  async trains(...people: PersonKey[]): Promise<void> {
    const [fromOn, toOn] = [await this.day(0), await this.day(300)];
    for (const key of people) {
      const by = key === 'officer' ? 'bureauHead' : 'officer';
      await this.world.as(by).does('/competences', { personId: this.person(key), kind: 'leading', fromOn, toOn });
      await this.world.as(key).does('/secrecy-acknowledgements');
    }
  }

  /** A plan that stands: one group to the township's first village, one to the water bureau itself. */
  async plan(change: object = {}): Promise<Json> {
    return {
      name: '农村人居环境暗访',
      contentClass: 'key_deployments',
      type: 'special',
      methods: ['unannounced_visit', 'check_and_interview'],
      purpose: '了解各村环境卫生真实情况',
      scope: '村容村貌、垃圾清运',
      standard: { id: this.standardId, number: 1 },
      fromOn: await this.day(0),
      toOn: await this.day(2),
      objects: [{ unitId: this.unit('town') }, { unitId: this.unit('water') }],
      sites: [{ siteId: this.site('代庄村'), group: 1 }],
      householdsPerVillage: 3,
      groups: [
        {
          name: '第一组',
          charter: '负责仪封镇',
          leaderId: this.person('groupLeader'),
          memberIds: [this.person('groupMember'), this.person('waterStaff')],
        },
        {
          name: '第二组',
          charter: '负责水利局',
          leaderId: this.person('officer'),
          memberIds: [this.person('housingHead')],
          unitIds: [this.unit('water')],
        },
      ],
      ...change,
    };
  }

  async reads(id: string, by: PersonKey = 'bureauHead'): Promise<Json> {
    return this.world.as(by).sees(`/inspections/${id}`);
  }

  /** A draft with a plan. */
  async drafted(change: object = {}): Promise<string> {
    const plan = await this.plan(change);
    const { id } = await this.world.as('officer').does('/inspections', { name: plan.name });
    const answer = await this.plans(id, plan);
    if (answer.status !== 200) throw new Error(answer.text);
    return id;
  }

  async plans(id: string, plan: object, by: PersonKey = 'officer'): Promise<Answer> {
    return this.world.as(by).put(`/inspections/${id}/plan`, plan, { ifMatch: (await this.reads(id)).version });
  }

  /** Does an act with the version of this moment. */
  async acts(id: string, act: string, by: PersonKey, body: object = {}): Promise<Answer> {
    return this.world.as(by).post(`/inspections/${id}/${act}`, body, { ifMatch: (await this.reads(id)).version });
  }

  /** Through the second door: proposed by an officer, approved by the magistrate. */
  async planned(change: object = {}): Promise<string> {
    const id = await this.drafted(change);
    await this.must(this.acts(id, 'propose', 'officer'));
    await this.must(this.acts(id, 'approve', 'magistrate'));
    return id;
  }

  /** Out: everybody of the usual plan must be trained before. */
  async released(change: object = {}): Promise<string> {
    const id = await this.planned(change);
    await this.must(this.acts(id, 'release', 'bureauHead'));
    return id;
  }

  /** The visit of an inspection to a site, or to a unit itself. */
  async visit(id: string, site: string | null, by: PersonKey = 'bureauHead'): Promise<Json> {
    const { items } = await this.world.as(by).sees(`/visits?inspectionId=${id}&limit=200`);
    return items.find((one: Json) => (one.site?.name ?? null) === site);
  }

  /** Somebody of a unit acts in the post that the release gave them. */
  async actsForInspection(key: PersonKey): Promise<void> {
    const { posts } = await this.world.as(key).sees('/session');
    const post = posts.find(({ role }: Json) => ['group_leader', 'group_member', 'invited'].includes(role));
    const answer = await this.world.as(key).put('/session/post', { postId: post.id });
    if (answer.status !== 200) throw new Error(answer.text);
  }

  /** Something at a visit, with the version of this moment. */
  async atVisit(visitId: string, act: string, by: PersonKey, body: object = {}): Promise<Answer> {
    const [row] = await this.world.store.query<{ version: number }>('select version from visit where id = $1', [
      visitId,
    ]);
    return this.world.as(by).post(`/visits/${visitId}/${act}`, body, { ifMatch: row?.version ?? 1 });
  }

  private async must(step: Promise<Answer>): Promise<Json> {
    const answer = await step;
    if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body;
  }

  private async plantVillage(code: string, name: string, households: number): Promise<void> {
    const [village] = await this.world.store.query<{ id: string }>(
      `insert into site (id, kind, code, name, unit_id, from_at, version) values (gen_random_uuid(), 'village', $1, $2, $3, now(), 1) returning id`,
      [code, name, this.unit('town')],
    );
    await this.world.store.query(
      `insert into site (id, kind, code, name, unit_id, parent_id, from_at, version)
       select gen_random_uuid(), 'household', lpad(n::text, 3, '0'), '张**', $1, $2, now(), 1 from generate_series(1, $3) n`,
      [this.unit('town'), village?.id, households],
    );
    this.sites.set(name, village?.id ?? '');
  }
}
