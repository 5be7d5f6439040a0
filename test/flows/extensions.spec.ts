import { type Json, type PersonKey, World } from '#test-kit';
import { ringsAt } from './stories/ringing.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
});
afterAll(() => world.close());

/** A Monday, nine in the morning in the county. */
const monday = '2026-03-02T01:00:00Z';
const endOf = (day: string): string => `${day}T15:59:59.999Z`;
const shown = (instant: string | null): string | null =>
  instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

const at = (instant: string): Promise<void> => ringsAt(world, instant);
const clock = async (id: string, kind: string): Promise<Json> =>
  (await world.as('officer').sees(`/tasks/${id}/clocks`)).clocks.findLast((one: Json) => one.kind === kind);
const heard = async (id: string): Promise<string[]> =>
  (await story.told({ person: 'waterHead' }, id)).filter((kind) => kind.startsWith('clock.'));

/** Assigned on that Monday, signed for, to be answered by the end of Friday the 13th. */
const signed = async (wanted: object = {}): Promise<Json> => {
  await at(monday);
  const task = await story.assigned({ dueAt: endOf('2026-03-13'), ...wanted });
  await story.unitDoes('waterLiaison', task.id, 'water', 'sign');
  return task;
};
const body = (day: string, more: object = {}): object => ({
  ...{ reason: '施工遇连续降雨', progress: '已完成两处，余一处', dueAt: endOf(day) },
  ...more,
});
const ask = async (taskId: string, day: string, by: PersonKey = 'waterLiaison'): Promise<Json> => {
  const { id } = await story.assignment(taskId, 'water');
  return world.as(by).does(`/assignments/${id}/extensions`, body(day));
};
const refusedToAsk = async (taskId: string, day: string, by: PersonKey = 'waterLiaison'): Promise<unknown[]> => {
  const { id } = await story.assignment(taskId, 'water');
  const answer = await world.as(by).post(`/assignments/${id}/extensions`, body(day));
  return [answer.status, answer.body.code, ...(answer.body.errors ?? []).map(({ path }: Json) => path)];
};
const decides = (by: PersonKey, { id, assignmentId, version }: Json, decision: object) =>
  world.as(by).post(`/assignments/${assignmentId}/extensions/${id}/decide`, decision, { ifMatch: version });

describe('asking for more time', () => {
  it('is done by the unit before expiry, once at a time, and starts the supervisors’ own clock', async () => {
    const task = await signed();
    expect(await refusedToAsk(task.id, '2026-03-13')).toEqual([422, 'task.extensionNotLater', 'dueAt']);
    expect((await refusedToAsk(task.id, '2026-03-20', 'housingLiaison'))[0]).toBe(404);
    const asked = await ask(task.id, '2026-03-20');
    expect([asked.state, shown(asked.dueBefore), shown(asked.askedDueAt), asked.actions]).toEqual([
      ...['asked', '2026-03-13', '2026-03-20'],
      ['withdraw'],
    ]);
    expect(await refusedToAsk(task.id, '2026-03-24')).toEqual([409, 'task.extensionPending']);
    const own = await clock(task.id, 'extension');
    expect([own.holder, own.unit, shown(own.dueAt), own.basis.profile]).toEqual([
      ...['bureau', null, '2026-03-05', 'county.supervision'],
    ]);
    expect(await story.told({ person: 'bureauHead' }, task.id)).toContain('extension.asked');
    const { items } = await world.as('officer').sees('/extensions?waiting=true');
    expect(items.find(({ id }: Json) => id === asked.id)?.actions).toEqual(['decide']);
    expect((await world.as('housingHead').sees('/extensions')).items).toEqual([]);
    await at('2026-03-05T16:00:00Z');
    await at('2026-03-06T01:00:00Z');
    expect(await story.told({ person: 'bureauHead' }, task.id)).toContain('clock.overdue');
    expect((await clock(task.id, 'answer')).state).toBe('running');
  });

  it('comes too late once the time is over', async () => {
    const task = await signed();
    await at('2026-03-13T16:00:00Z');
    expect(await refusedToAsk(task.id, '2026-03-20')).toEqual([409, 'task.extensionTooLate']);
    const { rooms } = await world.as('waterHead').sees(`/tasks/${task.id}/extensions`);
    expect(rooms.map(({ refusal }: Json) => refusal)).toEqual(['extensionTooLate']);
  });

  it('is capped by the law, in length and in number', async () => {
    await at(monday);
    const mandateId = await story.mandate();
    const kind = 'deputy_suggestion';
    await world.store.query('update standing_mandate set source_kind = $2 where id = $1', [mandateId, kind]);
    const { dueAt: _none, ...wanted } = story.aTask({ door: 'mandate', mandateId, kind, dispatch: true });
    const task = await world.as('officer').does('/tasks', wanted);
    await world.settles();
    const [room] = (await world.as('waterHead').sees(`/tasks/${task.id}/extensions`)).rooms;
    expect([shown(room.dueAt), shown(room.until), room.granted, room.most, room.basis.article]).toEqual([
      ...['2026-06-02', '2026-09-02', 0, 1, '第51条、第52条'],
    ]);
    expect(await refusedToAsk(task.id, '2026-09-03')).toEqual([422, 'task.extensionTooLong', 'dueAt']);
    const asked = await ask(task.id, '2026-09-02', 'waterHead');
    const tooLong = await decides('officer', asked, { decision: 'grant', dueAt: endOf('2026-09-05'), words: '从宽' });
    expect([tooLong.status, tooLong.body.code]).toEqual([422, 'task.extensionTooLong']);
    expect((await decides('officer', asked, { decision: 'grant' })).body.state).toBe('granted');
    expect(await refusedToAsk(task.id, '2026-09-02')).toEqual([409, 'task.extensionUsedUp']);
  });
});

describe('the decision', () => {
  it('keeps both dates, shows both, and both are in the timeliness report', async () => {
    const task = await signed({ lead: 'water', title: '延期报表' });
    const asked = await ask(task.id, '2026-03-20');
    const answer = await decides('officer', asked, { decision: 'grant', dueAt: endOf('2026-03-18') });
    expect([answer.status, answer.body.code]).toEqual([422, 'task.extensionWordsMissing']);
    const granted = await decides('officer', asked, {
      ...{ decision: 'grant', dueAt: endOf('2026-03-18'), words: '两个工作日足够' },
    });
    expect([granted.status, shown(granted.body.grantedDueAt), granted.body.decidedWords]).toEqual([
      ...[200, '2026-03-18', '两个工作日足够'],
    ]);
    const running = await clock(task.id, 'answer');
    expect([shown(running.originalDueAt), shown(running.dueAt), running.heldAt]).toEqual([
      ...['2026-03-13', '2026-03-18', null],
    ]);
    expect(running.changes.map(({ because }: Json) => because)).toEqual(['extension']);
    const [share, page] = [await story.assignment(task.id, 'water'), await story.page(task.id)];
    expect([shown(share.originalDueAt), shown(share.dueAt), shown(page.dueAt)]).toEqual([
      ...['2026-03-13', '2026-03-18', '2026-03-18'],
    ]);
    expect((await clock(task.id, 'extension')).state).toBe('met');
    expect(await story.told({ unit: 'water' }, task.id)).toContain('extension.granted');
    await at('2026-03-17T02:00:00Z');
    await story.answers(task.id, 'water');
    const { onTime, late } = await reported(task.id);
    expect([onTime, late]).toEqual([
      { original: 0, current: 1 },
      { original: 1, current: 0 },
    ]);
  });

  it('is never the asker’s own, in the database neither', async () => {
    const task = await signed();
    const asked = await ask(task.id, '2026-03-20');
    const own = world.store.query(
      `update extension set state = 'refused', ended_at = now(), decided_by = asked_by where id = $1`,
      [asked.id],
    );
    await expect(own).rejects.toThrow('task.extensionOwnRequest');
    expect((await decides('waterHead', asked, { decision: 'grant' })).status).toBe(403);
    expect((await decides('magistrate', asked, { decision: 'grant' })).status).toBe(403);
    const wrong = await decides('officer', { ...asked, id: asked.assignmentId }, { decision: 'grant' });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'task.extensionNotFound']);
  });

  it('is taken once by eight at the same time', async () => {
    const task = await signed();
    const asked = await ask(task.id, '2026-03-20');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        decides('officer', asked, n % 2 === 0 ? { decision: 'grant' } : { decision: 'refuse', words: '理由不足' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    const [row] = await world.store.query<{ n: number }>(
      `select count(*)::int as n from audit_row where about_id = $1 and act in ('assignment.grant_extension', 'assignment.refuse_extension')`,
      [task.id],
    );
    expect(row?.n).toBe(1);
  });
});

describe('while nobody has decided', () => {
  it('nothing is said on the unit’s clock; after a refusal what was missed is said once, and no earlier date held against it', async () => {
    const task = await signed();
    const asked = await ask(task.id, '2026-03-27');
    await at('2026-03-18T02:00:00Z');
    expect(await heard(task.id)).toEqual([]);
    const waiting = await story.assignment(task.id, 'water');
    expect([waiting.overdue, (await story.page(task.id)).overdue]).toEqual([false, false]);
    expect((await clock(task.id, 'answer')).breached).toBe(false);
    const refused = await decides('officer', asked, { decision: 'refuse', words: '工期可以追回' });
    expect(refused.body.state).toBe('refused');
    const running = await clock(task.id, 'answer');
    expect([shown(running.originalDueAt), shown(running.dueAt), running.breached]).toEqual([
      ...['2026-03-13', '2026-03-18', false],
    ]);
    expect(running.changes.map(({ because }: Json) => because)).toEqual(['waiting']);
    await at('2026-03-19T01:00:00Z');
    expect(await heard(task.id)).toEqual(['clock.overdue']);
    expect((await story.assignment(task.id, 'water')).overdue).toBe(true);
  });

  it('has a control: with the held mark taken away a rung speaks', async () => {
    const task = await signed();
    await ask(task.id, '2026-03-27');
    await world.store.query(`update clock set held_at = null where task_id = $1`, [task.id]);
    await at('2026-03-18T02:00:00Z');
    expect(await heard(task.id)).toEqual(['clock.overdue']);
  });

  it('a refusal in time changes nothing, a request taken back neither', async () => {
    const task = await signed();
    const first = await ask(task.id, '2026-03-27');
    await decides('officer', first, { decision: 'refuse', words: '理由不足' });
    const second = await ask(task.id, '2026-03-27');
    await at('2026-03-12T00:00:01Z');
    expect(await heard(task.id)).toEqual([]);
    const path = `/assignments/${second.assignmentId}/extensions/${second.id}/withdraw`;
    expect((await world.as('waterLiaison').does(path, {}, { ifMatch: second.version })).state).toBe('withdrawn');
    const again = await world.as('waterLiaison').post(path, {}, { ifMatch: 2 });
    expect([again.status, again.body.code]).toEqual([409, 'task.extensionMoveRefused']);
    await at('2026-03-12T00:00:02Z');
    expect(await heard(task.id)).toEqual(['clock.remind']);
    expect((await clock(task.id, 'answer')).changes).toEqual([]);
    expect((await clock(task.id, 'extension')).state).toBe('cancelled');
  });

  it('an answer given meanwhile is measured by what was asked for, and the request lapses', async () => {
    const task = await signed();
    await ask(task.id, '2026-03-27');
    await at('2026-03-17T02:00:00Z');
    await story.answers(task.id, 'water');
    const answer = await clock(task.id, 'answer');
    expect([answer.state, answer.breached, shown(answer.dueAt)]).toEqual(['met', false, '2026-03-17']);
    const { extensions } = await world.as('officer').sees(`/tasks/${task.id}/extensions`);
    expect(extensions.map(({ state }: Json) => state)).toEqual(['lapsed']);
    expect((await clock(task.id, 'extension')).state).toBe('cancelled');
  });
});

/** What the timeliness report says of one task’s unit, by subtracting what it says without it. */
async function reported(taskId: string): Promise<{ onTime: Json; late: Json }> {
  const read = async (): Promise<Json> => (await world.as('officer').sees('/reports/timeliness?by=unit')).all;
  const withIt = await read();
  await world.store.query(
    `update assignment set delivered_at = delivered_at + interval '10 years' where task_id = $1`,
    [taskId],
  );
  const without = await read();
  const diff = (field: string): Json => ({
    original: withIt.byOriginalDate[field] - without.byOriginalDate[field],
    current: withIt.byCurrentDate[field] - without.byCurrentDate[field],
  });
  return { onTime: diff('onTime'), late: diff('late') };
}
