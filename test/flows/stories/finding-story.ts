import { randomIds } from '@ducha/kernel';
import type { Answer, Json, PersonKey, UnitKey, World } from '#test-kit';
import { InspectionStory } from './inspection-story.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Two groups, and the bureau's head roving over both; a deputy of the people's congress goes along with the second and gets a post by its release. */
const crew = ['groupLeader', 'officer', 'invited', 'groupMember', 'officer2', 'proponent', 'bureauHead'] as const;

const clause = (key: string, text: string, more: object = {}): object => ({
  ...{ key, text, rule: 'yes_no', points: 10, redLine: false },
  ...more,
});

/** The checklist of the story, in the order of work on the ground. */
const clauses = [
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
  id = '';
  readonly visit = { village: '', other: '', water: '', waiting: '' };
  readonly out: InspectionStory;

  constructor(readonly world: World) {
    this.out = new InspectionStory(world);
  }

  /** Plans an inspection, sends it out and arrives, by the requests that people make. */
  async begins(more: object = {}): Promise<void> {
    await this.out.plantFrame(1);
    await this.out.trains(...crew);
    const standard = { id: await this.standard(), number: 1 };
    this.id = await this.out.released({ ...this.plan(), standard, ...more });
    this.visit.village = (await this.out.visit(this.id, '代庄村')).id;
    this.visit.other = (await this.out.visit(this.id, '坝头村')).id;
    this.visit.water = (await this.visitTo('water')).id;
    this.visit.waiting = (await this.visitTo('housing')).id;
    await this.arrives('groupLeader', 'village');
    await this.arrives('groupMember', 'other');
    await this.arrives('officer2', 'water');
  }

  /** Ends what is open and brings both groups back. */
  async returns(): Promise<void> {
    for (const [by, visit] of [
      ['groupLeader', 'village'],
      ['officer2', 'other'],
      ['officer2', 'water'],
    ] as const)
      await ok(this.out.atVisit(this.visit[visit], 'end', by, { outcome: 'found' }));
    const { groups } = await this.world.as('bureauHead').sees(`/inspections/${this.id}/board`);
    for (const { id, number, version } of groups)
      await this.world
        .as(number === 1 ? 'groupLeader' : 'officer2')
        .does(`/inspections/${this.id}/groups/${id}/finish`, {}, { ifMatch: version });
  }

  /** Asks for a draft of a unit’s conclusion. */
  drafts(unitId: string, body: object) {
    const draft = { unitId, words: '总体落实，个别不到位', findingIds: [], ...body };
    return this.world.as('officer2').post(`/inspections/${this.id}/conclusions`, draft);
  }

  /** A conclusion that the object has signed for. */
  async served(id: string, by: PersonKey = 'magistrate', receiver: PersonKey = 'townLiaison'): Promise<Json> {
    await this.does('officer2', 'conclusions', id, 'fact-check');
    await this.does(receiver, 'conclusions', id, 'statement', { points: [] });
    await this.does(by, 'conclusions', id, 'issue');
    return this.does(receiver, 'conclusions', id, 'receive');
  }

  private plan(): object {
    const { unit, person } = this.world.county;
    const group = (name: string, leader: PersonKey, more: object): object => ({
      ...{ name, charter: '看村看户', leaderId: person[leader] },
      ...more,
    });
    return {
      name: '驻村帮扶专项督查',
      objects: (['town', 'water', 'housing', 'city'] as const).map((key) => ({ unitId: unit[key] })),
      sites: [
        { siteId: this.out.site('代庄村'), group: 1 },
        { siteId: this.out.site('坝头村'), group: 2 },
      ],
      groups: [
        group('第1组', 'groupLeader', {
          memberIds: [person.officer],
          invitedIds: [person.invited],
          unitIds: [unit.housing],
        }),
        group('第2组', 'officer2', {
          memberIds: [person.groupMember],
          invitedIds: [person.proponent],
          unitIds: [unit.water],
        }),
      ],
      supervisorIds: [person.bureauHead],
    };
  }

  private async visitTo(key: UnitKey): Promise<Json> {
    const { items } = await this.world.as('bureauHead').sees(`/visits?inspectionId=${this.id}&limit=200`);
    return items.find((one: Json) => one.site === null && one.unit.id === this.unit(key));
  }

  private async arrives(by: PersonKey, visit: keyof FindingStory['visit']): Promise<void> {
    await ok(this.out.atVisit(this.visit[visit], 'arrive', by));
  }

  private async standard(): Promise<string> {
    const { id } = await this.world.as('officer').does('/standards', { code: 'village-work', name: '驻村工作检查表' });
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

async function ok(step: Promise<Answer>): Promise<void> {
  const { status, text } = await step;
  if (status >= 300) throw new Error(text);
}
