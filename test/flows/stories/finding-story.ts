import { randomIds } from '@ducha/kernel';
import type { Answer, Json, PersonKey, UnitKey, World } from '#test-kit';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Who goes where: two groups, one with an invited person, and nobody roving. */
const members: readonly (readonly [PersonKey, 1 | 2, string])[] = [
  ['groupLeader', 1, 'leader'],
  ['officer', 1, 'member'],
  ['invited', 1, 'invited'],
  ['groupMember', 2, 'leader'],
  ['officer2', 2, 'member'],
];

const clause = (key: string, text: string, more: object = {}): object => ({
  ...{ key, text, rule: 'yes_no', points: 10, redLine: false },
  ...more,
});

/** The checklist of the story, in the order of work on the ground. */
export const clauses = [
  clause('waste', '村内无成片暴露垃圾'),
  clause('team', '农户认得驻村工作队', { points: 0, redLine: true }),
  clause('visits', '帮扶责任人本月入户次数', { rule: 'at_least', limit: 2 }),
];

/** What a finding may be told to differ in. */
export interface Seen {
  readonly [field: string]: unknown;
}

/** Tells stories about an inspection that is on the spot: two groups in the villages of a town, one at the water bureau. */
export class FindingStory {
  readonly id = randomIds.next();
  readonly visit: Record<'village' | 'other' | 'water' | 'waiting', string> = {
    village: randomIds.next(),
    other: randomIds.next(),
    water: randomIds.next(),
    waiting: randomIds.next(),
  };

  constructor(readonly world: World) {}

  /** Puts the inspection into the database as it is after its release and arrival. */
  async begins(): Promise<void> {
    const standardId = await this.standard();
    const { unit, person } = this.world.county;
    const day = 'current_date';
    await this.world.store.query(
      `insert into inspection (id, number, state, version, door, opened_by, opened_at, name, content_class, type, methods, purpose, scope, standard_id, standard_number,
         from_on, to_on, standing, released_at, released_by, on_site_at, created_by, created_at)
       values ($1, '督查〔2026〕1号', 'on_site', 1, 'instruction', $2, now(), '驻村帮扶专项督查', 'key_deployments', 'special', '{unannounced}', '看实情', '驻村', $3, 1,
         ${day}, ${day} + 10, false, now(), $2, now(), $4, now())`,
      [this.id, person.magistrate, standardId, person.bureauHead],
    );
    for (const key of ['town', 'water', 'housing', 'city'] as const)
      await this.world.store.query('insert into inspection_object (inspection_id, unit_id) values ($1, $2)', [
        this.id,
        unit[key],
      ]);
    await this.groupsAndVisits();
  }

  private async groupsAndVisits(): Promise<void> {
    const { unit, person } = this.world.county;
    const query = (sql: string, params: unknown[]): Promise<unknown> => this.world.store.query(sql, params);
    const groups = { 1: randomIds.next(), 2: randomIds.next() };
    for (const number of [1, 2] as const)
      await query(
        `insert into inspection_group (id, inspection_id, number, name, charter, unit_ids, state, version) values ($1, $2, $3, $4, '看村看户', '{}', 'on_site', 1)`,
        [groups[number], this.id, number, `第${number}组`],
      );
    for (const [key, number, duty] of members)
      await query(
        `insert into inspection_member (inspection_id, group_id, person_id, duty, from_at) values ($1, $2, $3, $4, now() - interval '1 hour')`,
        [this.id, groups[number], person[key], duty],
      );
    const visits = [
      [this.visit.village, 1, 'town', '代庄村', 'arrived'],
      [this.visit.other, 2, 'town', '刘岗村', 'arrived'],
      [this.visit.water, 2, 'water', null, 'arrived'],
      [this.visit.waiting, 1, 'housing', null, 'assigned'],
    ] as const;
    for (const [id, number, unitKey, village, state] of visits) {
      const siteId = village === null ? null : await this.site(village, unit[unitKey]);
      await query(
        `insert into visit (id, inspection_id, group_id, site_id, unit_id, state, planned_on, arrived_at, arrived_by, version)
         values ($1, $2, $3, $4, $5, $6, current_date, case when $6 = 'arrived' then now() end, case when $6 = 'arrived' then $7::uuid end, 1)`,
        [id, this.id, groups[number], siteId, unit[unitKey], state, person.groupLeader],
      );
    }
  }

  private async site(name: string, unitId: string): Promise<string> {
    const id = randomIds.next();
    await this.world.store.query(
      `insert into site (id, kind, code, name, unit_id, from_at, version) values ($1, 'village', $2, $2, $3, now(), 1)`,
      [id, name, unitId],
    );
    await this.world.store.query('insert into inspection_site (inspection_id, site_id, unit_id) values ($1, $2, $3)', [
      this.id,
      id,
      unitId,
    ]);
    return id;
  }

  private async standard(): Promise<string> {
    const { id } = await this.world
      .as('officer')
      .does('/standards', { code: `village-${this.id.slice(-6)}`, name: '驻村工作检查表' });
    const today = new Date(((await this.world.seconds()) + 8 * 3600) * 1000).toISOString().slice(0, 10);
    await this.world
      .as('officer')
      .put(`/standards/${id}/draft`, { effectiveFrom: today, passMark: 10, clauses }, { ifMatch: 1 });
    await this.world.as('bureauHead').does(`/standards/${id}/publish`, {}, { ifMatch: 2 });
    return id;
  }

  /** A photograph that a person uploaded. */
  async photo(by: PersonKey): Promise<string> {
    return (await this.world.as(by).upload('/evidence', png, '现场.png', { capturedAt: '2026-03-01T08:00:00Z' })).body
      .id;
  }

  /** The body of a finding with a photograph. */
  async aFinding(by: PersonKey, seen: Seen = {}): Promise<Json> {
    const evidenceIds = [await this.photo(by)];
    return {
      id: randomIds.next(),
      clause: 'waste',
      words: '村口有成片垃圾',
      severity: 'ordinary',
      conduct: 'delay',
      result: 'undone',
      evidenceIds,
      ...seen,
    };
  }

  /** Somebody records a finding at a visit. */
  async finds(
    by: PersonKey = 'officer',
    visit: keyof FindingStory['visit'] = 'village',
    seen: Seen = {},
  ): Promise<Json> {
    return this.world.as(by).does(`/visits/${this.visit[visit]}/findings`, await this.aFinding(by, seen));
  }

  /** A finding that a second person has confirmed. */
  async confirmed(
    by: PersonKey = 'officer',
    visit: keyof FindingStory['visit'] = 'village',
    seen: Seen = {},
  ): Promise<Json> {
    return this.does('bureauHead', 'findings', (await this.finds(by, visit, seen)).id, 'confirm');
  }

  /** The record as the bureau’s head sees it. */
  page(kind: 'findings' | 'conclusions' | 'reviews', id: string): Promise<Json> {
    return this.world.as('bureauHead').sees(`/${kind}/${id}`);
  }

  /** An act with the version that the record has now. */
  async does(
    by: PersonKey,
    kind: 'findings' | 'conclusions' | 'reviews',
    id: string,
    act: string,
    body: object = {},
  ): Promise<Json> {
    return this.world.as(by).does(`/${kind}/${id}/${act}`, body, { ifMatch: (await this.page(kind, id)).version });
  }

  /** An act that should be refused: status, code and the fields named. */
  async refused(
    by: PersonKey,
    kind: 'findings' | 'conclusions' | 'reviews',
    id: string,
    act: string,
    body: object = {},
  ): Promise<unknown[]> {
    return refusal(
      await this.world.as(by).post(`/${kind}/${id}/${act}`, body, { ifMatch: (await this.page(kind, id)).version }),
    );
  }

  /** An instant so many days from the world’s now. */
  async inDays(days: number): Promise<string> {
    return new Date(((await this.world.seconds()) + days * 86_400) * 1000).toISOString();
  }

  /** Who signs, answers and signs off for a unit is the task story’s; here only the unit’s key is known. */
  unit(key: UnitKey): string {
    return this.world.county.unit[key];
  }
}

/** Status, code and the fields named. */
export const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];
