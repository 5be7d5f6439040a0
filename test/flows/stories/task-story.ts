import type { Json, PersonKey, UnitKey, World } from '#test-kit';

/** Who signs, submits and signs off for a unit of the test county. */
const hands: Partial<Record<UnitKey, { liaison: PersonKey; head: PersonKey }>> = {
  water: { liaison: 'waterLiaison', head: 'waterHead' },
  housing: { liaison: 'housingLiaison', head: 'housingHead' },
  city: { liaison: 'cityLiaison', head: 'cityHead' },
  town: { liaison: 'townLiaison', head: 'townHead' },
};

/** What a new task may be told to differ in. */
export interface Wanted {
  readonly title?: string;
  readonly lead?: UnitKey;
  readonly assists?: readonly UnitKey[];
  readonly dueAt?: string;
  readonly [field: string]: unknown;
}

/** Tells stories about tasks through HTTP: valid defaults, one verb a step. */
export class TaskStory {
  private daysPassed = 0;

  constructor(private readonly world: World) {}

  /** An instant so many days from the world's now, as a body takes it. */
  inDays(days: number): string {
    return new Date(Date.now() + (this.daysPassed + days) * 86_400_000).toISOString();
  }

  /** Lets days pass in the world. */
  async waits(days: number): Promise<void> {
    this.daysPassed += days;
    await this.world.passes({ days });
  }

  /** The body of a whole task for the water bureau. */
  aTask({
    title = '整治城区黑臭水体',
    lead = 'water',
    assists = [],
    dueAt = this.inDays(10),
    ...rest
  }: Wanted = {}): Json {
    const unit = this.world.county.unit;
    return {
      title,
      demand: '排查并整治全部点位',
      leadUnitId: unit[lead],
      assistUnitIds: assists.map((key) => unit[key]),
      dueAt,
      ...rest,
    };
  }

  /** A principal assigns a task; it is sent out and delivered. */
  async assigned(wanted: Wanted = {}, by: PersonKey = 'magistrate'): Promise<Json> {
    const { id } = await this.world.as(by).does('/tasks', this.aTask({ door: 'instruct', dispatch: true, ...wanted }));
    await this.world.settles();
    return this.page(id);
  }

  /** A task without a principal behind it, registered under a mandate and delivered: the bureau closes it itself. */
  async mandated(wanted: Wanted = {}): Promise<Json> {
    const mandateId = await this.mandate();
    const { id } = await this.world
      .as('officer')
      .does('/tasks', this.aTask({ door: 'mandate', mandateId, kind: 'netizen_message', dispatch: true, ...wanted }));
    await this.world.settles();
    return this.page(id);
  }

  /** A standing mandate for netizen messages that is in force. */
  async mandate(): Promise<string> {
    const { person } = this.world.county;
    const [row] = await this.world.store.query<{ id: string }>(
      `insert into standing_mandate (id, source_kind, category_prefix, from_at, to_at, reason, proposed_by, proposed_at, approved_by, approved_at, version)
       values (gen_random_uuid(), 'netizen_message', '', now() - interval '1 day', now() + interval '1 year', '常设授权', $1, now(), $2, now(), 1) returning id`,
      [person.officer, person.magistrate],
    );
    return row?.id ?? '';
  }

  /** The task as the bureau sees it. */
  page(id: string): Promise<Json> {
    return this.world.as('officer').sees(`/tasks/${id}`);
  }

  /** An act on a task with the version it has now. */
  async does(by: PersonKey, id: string, act: string, body: object = {}): Promise<Json> {
    const { version } = await this.page(id);
    return this.world.as(by).does(`/tasks/${id}/${act}`, body, { ifMatch: version });
  }

  /** An act on a task that should be refused: status, code and the fields named. */
  async refused(by: PersonKey, id: string, act: string, body: object = {}): Promise<[number, string, ...string[]]> {
    const { version } = await this.page(id);
    const answer = await this.world.as(by).post(`/tasks/${id}/${act}`, body, { ifMatch: version });
    return [answer.status, answer.body.code, ...(answer.body.errors ?? []).map(({ path }: { path: string }) => path)];
  }

  /** The assignment of a unit in the present round. */
  async assignment(id: string, unit: UnitKey): Promise<Json> {
    const task = await this.page(id);
    return task.assignments.find(
      (one: Json) => one.unit.id === this.world.county.unit[unit] && one.round === task.round,
    );
  }

  /** A unit does something with its assignment. */
  async unitDoes(by: PersonKey, id: string, unit: UnitKey, act: string, body: object = {}): Promise<Json> {
    const { id: assignmentId, version } = await this.assignment(id, unit);
    return this.world.as(by).does(`/assignments/${assignmentId}/${act}`, body, { ifMatch: version });
  }

  /** A unit signs, submits and signs off. */
  async answers(id: string, unit: UnitKey, answer: object = {}): Promise<void> {
    const { liaison, head } = hands[unit] ?? { liaison: 'waterLiaison', head: 'waterHead' };
    if ((await this.assignment(id, unit)).state === 'delivered') await this.unitDoes(liaison, id, unit, 'sign');
    await this.unitDoes(liaison, id, unit, 'submit', {
      resultClass: 'A',
      body: '全部整治完成',
      evidenceIds: [],
      ...answer,
    });
    await this.unitDoes(head, id, unit, 'sign-off');
  }

  /** Somebody outside passes the answer. */
  passes(id: string, by: PersonKey = 'officer'): Promise<Json> {
    return this.does(by, id, 'verify', { verdict: 'pass', manner: 'desk', words: '情况属实' });
  }

  /** What was said to a person or unit about a task: kinds, oldest first. */
  async told(reader: { person?: PersonKey; unit?: UnitKey }, taskId: string): Promise<string[]> {
    const { person, unit } = this.world.county;
    const rows = await this.world.store.query<{ kind: string }>(
      'select kind from notice where task_id = $1 and (person_id = $2 or unit_id = $3) order by id',
      [taskId, reader.person ? person[reader.person] : null, reader.unit ? unit[reader.unit] : null],
    );
    return rows.map(({ kind }) => kind);
  }

  /** The acts on a task's timeline, oldest first, as `act from>to`. */
  async acts(taskId: string): Promise<string[]> {
    const rows = await this.world.store.query<{ act: string; from_state: string | null; to_state: string | null }>(
      'select act, from_state, to_state from audit_row where about_id = $1 order by at, id',
      [taskId],
    );
    return rows.map(({ act, from_state: from, to_state: to }) => `${act} ${from ?? ''}>${to ?? ''}`);
  }
}
