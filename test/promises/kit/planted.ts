import { randomBytes, randomUUID } from 'node:crypto';
import type { Json, PersonKey, UnitKey, World } from '#test-kit';
import { type KnownOfInspection, plantInspections } from './planted-inspection.js';

/** What a test knows of a task by having planted it; the policy is judged against this, not against the product's SQL. */
export interface KnownTask {
  readonly id: string;
  readonly units: readonly UnitKey[];
  readonly leadUnit: UnitKey | null;
  readonly leadLeader: PersonKey | null;
  readonly principal: PersonKey | null;
  readonly createdBy: PersonKey;
}

/** One share of a planted task. */
export interface KnownAssignment {
  readonly id: string;
  readonly unit: UnitKey;
  readonly task: KnownTask;
}

/** A planted matter. */
export interface KnownMatter {
  readonly id: string;
  readonly principal: PersonKey | null;
  readonly createdBy: PersonKey | null;
  readonly proposedTo: readonly PersonKey[];
  /** Proponents among its signatories. */
  readonly signedBy: readonly PersonKey[];
  /** Set: an accusation, with whom it may reach of those whose role alone does not decide, and whom never. */
  readonly restricted: { readonly keepers: readonly PersonKey[]; readonly accused: readonly PersonKey[] } | null;
  readonly tasks: readonly KnownTask[];
}

/** A task, a share of one, or a matter. */
export type KnownOfDesk =
  | { readonly object: 'task'; readonly record: KnownTask }
  | { readonly object: 'assignment'; readonly record: KnownAssignment }
  | { readonly object: 'matter'; readonly record: KnownMatter };

/** A record of the policy with what is known of it. */
export type Known = KnownOfDesk | KnownOfInspection;

/** The first part of the path by which each kind of record is named. */
export const objectParts: Readonly<Record<Known['object'], string>> = {
  task: 'tasks',
  matter: 'matters',
  assignment: 'assignments',
  inspection: 'inspections',
  sealed_inspection: 'sealed-inspections',
  finding: 'findings',
  conclusion: 'conclusions',
  review: 'reviews',
};

/** A text that only readers of `of` may ever be shown. */
export interface Canary {
  readonly text: string;
  readonly of: Known;
}

/** Records in every relation to the people of the test county, each full of canaries. */
export interface Planted {
  readonly records: readonly Known[];
  readonly canaries: readonly Canary[];
  /** Ids by the first part of the path that names such a record. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

type Draft = {
  title: string;
  lead?: UnitKey;
  assists?: UnitKey[];
  leadLeader?: PersonKey;
  principal?: PersonKey;
  by: PersonKey;
  send: boolean;
  matterId?: string;
};

/** How far ahead the planted tasks are due. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Plants tasks, shares and matters by the same routes that people use; matters by SQL. */
export class Planting {
  readonly records: Known[] = [];
  readonly canaries: Canary[] = [];
  private readonly waiting: string[] = [];

  constructor(private readonly world: World) {}

  /** A text that nobody else says. */
  said(): string {
    const text = `kanari${randomBytes(6).toString('hex')}`;
    this.waiting.push(text);
    return text;
  }

  /** The texts said since the last call belong to this record. */
  belong(of: Known): void {
    this.canaries.push(...this.waiting.splice(0).map((text) => ({ text, of })));
  }

  async task({ title, lead, assists = [], leadLeader, principal, by, send }: Draft): Promise<KnownTask> {
    const { unit, person } = this.world.county;
    const body = {
      title: `${title} ${this.said()}`,
      demand: this.said(),
      ...(lead && { leadUnitId: unit[lead] }),
      assistUnitIds: assists.map((key) => unit[key]),
      ...(leadLeader && { leadLeaderId: person[leadLeader] }),
      ...(principal && { principalId: person[principal] }),
      ...(lead && { dueAt: inDays(20) }),
      ...(send && { door: 'instruct', dispatch: true, instruction: { kind: 'order', words: this.said() } }),
    };
    const { id } = await this.world.as(by).does('/tasks', body);
    await this.world.settles();
    const wants = principal ?? (by === 'clerkOfMagistrate' ? 'magistrate' : send ? by : null);
    const task: KnownTask = {
      id,
      units: send && lead ? [lead, ...assists] : [],
      leadUnit: lead ?? null,
      leadLeader: leadLeader ?? null,
      principal: wants,
      createdBy: by,
    };
    const known: Known = { object: 'task', record: task };
    this.belong(known);
    this.records.push(known);
    return task;
  }

  /** A share of a task that its unit has signed for and reported on. */
  async share(task: KnownTask, unitKey: UnitKey, liaison: PersonKey): Promise<{ known: KnownAssignment; row: Json }> {
    const page = await this.world.as(liaison).sees('/assignments?box=all&limit=200');
    const row = page.items.find(
      ({ taskId, unit }: Json) => taskId === task.id && unit.id === this.world.county.unit[unitKey],
    );
    const record: KnownAssignment = { id: row.id, unit: unitKey, task };
    this.records.push({ object: 'assignment', record });
    return { known: record, row };
  }

  /** Signs, reports, submits; answers what stands then. */
  async work(task: KnownTask, unitKey: UnitKey, liaison: PersonKey): Promise<Json> {
    const { known, row } = await this.share(task, unitKey, liaison);
    const as = this.world.as(liaison);
    const signed = await as.does(`/assignments/${row.id}/sign`, {}, { ifMatch: row.version });
    await as.does(`/assignments/${row.id}/report`, {
      progress: this.said(),
      problem: this.said(),
      nextStep: this.said(),
    });
    const submitted = await as.does(
      `/assignments/${row.id}/submit`,
      { resultClass: 'A', body: this.said() },
      { ifMatch: signed.version },
    );
    this.belong({ object: 'assignment', record: known });
    return submitted;
  }

  /** A matter that was entered by its route. */
  own(record: KnownMatter): void {
    this.records.push({ object: 'matter', record });
    this.belong({ object: 'matter', record });
  }

  async matter(
    tasks: readonly KnownTask[],
    principal: PersonKey | null,
    createdBy: PersonKey | null,
    proposedTo?: PersonKey,
  ): Promise<KnownMatter> {
    const { person } = this.world.county;
    const id = randomUUID();
    const record: KnownMatter = {
      id,
      principal,
      createdBy,
      proposedTo: proposedTo ? [proposedTo] : [],
      tasks,
      signedBy: [],
      restricted: null,
    };
    const { store } = this.world;
    const no = `试登〔2026〕${this.records.length}号`;
    const state = tasks.length > 0 ? 'registered' : 'received';
    await store.query(
      `insert into matter (id, kind, state, intake_no, title, body, needs_triage, content_sha256, received_at, principal_id, round, created_by, created_at, version)
       values ($1, 'instruction', $2, $3, $4, $5, false, $6, now(), $7, 1, $8, now(), 1)`,
      [
        id,
        state,
        no,
        `事项 ${this.said()}`,
        this.said(),
        randomBytes(32),
        principal && person[principal],
        createdBy && person[createdBy],
      ],
    );
    await store.query('insert into signatory (id, matter_id, name, contact, sort) values ($1, $2, $3, $4, 0)', [
      randomUUID(),
      id,
      this.said(),
      this.said(),
    ]);
    if (proposedTo)
      await store.query(
        `insert into handling_proposal (id, matter_id, wording, assist_unit_ids, for_person_id, proposed_by, proposed_at, version) values ($1, $2, $3, '{}', $4, $5, now(), 1)`,
        [randomUUID(), id, this.said(), person[proposedTo], person.officer],
      );
    if (tasks.length > 0)
      await store.query('update task set matter_id = $1 where id = any($2::uuid[])', [
        id,
        tasks.map((task) => task.id),
      ]);
    this.records.push({ object: 'matter', record });
    this.belong({ object: 'matter', record });
    return record;
  }
}

/** An accusation against the city bureau and the secretary, kept by one officer; and a proponent's suggestion. By the routes that people use. */
async function plantRestricted(world: World, p: Planting): Promise<void> {
  const { unit, person } = world.county;
  const entry = (): object => ({ declaredUnclassified: true, title: `事项 ${p.said()}`, body: p.said() });
  const accusation = await world.as('officer2').does('/matters', {
    ...entry(),
    kind: 'petition',
    fields: { manner: 'letter', transferredBy: p.said() },
    signatories: [{ name: p.said(), contact: p.said(), isProtected: true }],
    sourceOfficerIds: [person.officer, person.officer2],
    restriction: { accusedUnitIds: [unit.city], accusedPersonIds: [person.secretary] },
  });
  const none = { principal: null, proposedTo: [], tasks: [] };
  const kept = {
    keepers: ['officer2'],
    accused: ['secretary', 'clerkOfSecretary', 'cityHead', 'cityLiaison'],
  } as const;
  p.own({ ...none, id: accusation.id, createdBy: 'officer2', signedBy: [], restricted: kept });
  const suggestion = await world.as('officer').does('/matters', {
    // the title alone is his to see: everything else of it is a canary for the proponent, too
    ...{ declaredUnclassified: true, title: '一件代表建议', body: p.said() },
    kind: 'deputy_suggestion',
    fields: { session: p.said() },
    signatories: [{ name: p.said(), contact: p.said(), personId: person.proponent }],
  });
  p.own({ ...none, id: suggestion.id, createdBy: 'officer', signedBy: ['proponent'], restricted: null });
}

/** Plants one record in each relation: led, assisted, the neighbour's, led by a leader, of a served leader, one's own, nobody's. */
export async function plantRelations(world: World): Promise<Planted> {
  const p = new Planting(world);
  const joint = await p.task({
    title: '水利主办住建协办',
    lead: 'water',
    assists: ['housing'],
    leadLeader: 'viceMagistrate',
    by: 'magistrate',
    send: true,
  });
  const neighbour = await p.task({ title: '城管主办', lead: 'city', by: 'secretary', send: true });
  const assisted = await p.task({
    title: '住建主办水利协办',
    lead: 'housing',
    assists: ['water'],
    by: 'secretary',
    send: true,
  });
  const town = await p.task({ title: '仪封镇主办', lead: 'town', by: 'secretary', send: true });
  await p.task({ title: '督查员草稿', by: 'officer', send: false });
  const office = await p.task({ title: '秘书草稿', by: 'clerkOfMagistrate', send: false });
  const led = await p.task({
    title: '分管县领导草稿',
    leadLeader: 'viceMagistrate',
    principal: 'secretary',
    by: 'officer2',
    send: false,
  });
  await p.work(joint, 'water', 'waterLiaison');
  await p.work(joint, 'housing', 'housingLiaison');
  await answeredAndSentBack(world, p, neighbour);
  await p.share(assisted, 'housing', 'housingLiaison');
  await p.share(assisted, 'water', 'waterLiaison');
  await p.share(town, 'town', 'townLiaison');
  await p.matter([joint], 'magistrate', 'officer');
  await p.matter([neighbour], 'secretary', 'officer');
  await p.matter([office], null, 'officer2');
  await p.matter([led], null, null);
  await p.matter([], null, 'clerkOfMagistrate');
  await p.matter([], null, 'officer', 'magistrate');
  await p.matter([], null, 'officer', 'viceMagistrate');
  await p.matter([], null, 'clerk');
  await plantRestricted(world, p);
  await plantInspections(world, p);
  await world.settles();
  return { records: p.records, canaries: p.canaries, ids: await idsOf(world, p.records) };
}

/** A picture, so that there is a small one of it too. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function answeredAndSentBack(world: World, p: Planting, task: KnownTask): Promise<void> {
  const submitted = await p.work(task, 'city', 'cityLiaison');
  const file = await world.as('cityLiaison').upload('/evidence', onePixel, `${p.said()}.png`);
  await world
    .as('cityHead')
    .does(`/assignments/${submitted.id}/return`, { reason: p.said() }, { ifMatch: submitted.version });
  const [back] = (await world.as('cityLiaison').sees('/assignments?box=returned')).items;
  const again = await world
    .as('cityLiaison')
    .does(
      `/assignments/${back.id}/submit`,
      { resultClass: 'A', body: p.said(), evidenceIds: [file.body.id] },
      { ifMatch: back.version },
    );
  p.belong({ object: 'assignment', record: { id: back.id, unit: 'city', task } });
  await world.as('cityHead').does(`/assignments/${back.id}/sign-off`, {}, { ifMatch: again.version });
  const answered = await world.as('officer').sees(`/tasks/${task.id}`);
  await world
    .as('officer')
    .does(
      `/tasks/${task.id}/verify`,
      { verdict: 'redo', manner: 'desk', words: p.said(), redoAssignmentIds: [back.id] },
      { ifMatch: answered.version },
    );
  p.belong({ object: 'task', record: task });
}

async function idsOf(world: World, records: readonly Known[]): Promise<Record<string, string[]>> {
  const of = (object: Known['object']): string[] =>
    records.filter((known) => known.object === object).map(({ record }) => record.id);
  const stored = async (table: string): Promise<string[]> =>
    (await world.store.query<{ id: string }>(`select id from ${table} order by id`)).map(({ id }) => id);
  return {
    tasks: of('task'),
    assignments: of('assignment'),
    matters: of('matter'),
    inspections: of('inspection'),
    'sealed-inspections': of('sealed_inspection'),
    findings: of('finding'),
    conclusions: of('conclusion'),
    reviews: of('review'),
    visits: await stored('visit'),
    sites: await stored('site'),
    evidence: await stored('evidence'),
    instructions: await stored('instruction'),
    'handling-proposals': await stored('handling_proposal'),
    mandates: await stored('standing_mandate'),
    imports: await stored('matter_import'),
    inspectors: (await stored('person')).slice(0, 4),
    competences: await stored('competence'),
    'recusal-declarations': await stored('recusal_declaration'),
  };
}
