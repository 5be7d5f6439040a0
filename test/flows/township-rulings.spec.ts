import { FoundUnits } from '@ducha/org';
import { type Answer, type Json, type PersonKey, type UnitKey, World } from '#test-kit';
import { inDays, matterStory } from './stories/matter-story.js';
import { TaskStory } from './stories/task-story.js';

jest.setTimeout(60_000);
let world: World;
let story: TaskStory;
const withdrawn = '执法/违建';
const assisting = '水利/灌溉';
const own = '环境/保洁';
beforeAll(async () => {
  world = await World.open();
  story = new TaskStory(world);
  const { water, city, town } = world.county.unit;
  const line = (category: string, leadUnitId: string, townshipList: 'withdrawn' | 'assisting' | 'basic') => ({
    ...{ category, leadUnitId, assistUnitIds: [], townshipList },
  });
  const duties = [line(withdrawn, city, 'withdrawn'), line(assisting, water, 'assisting'), line(own, town, 'basic')];
  const register = world.app.get(FoundUnits, { strict: false });
  await world.store.transaction((tx) => register.assignDuties(tx, duties, null));
});
afterAll(() => world.close());

const { mandate } = matterStory(() => world);
const unit = (key: UnitKey): string => world.county.unit[key];
const refusal = ({ status, body }: Answer): unknown[] => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ path }: Json) => path),
];

/** A task of the city's unit that it says is the township's. */
async function disputed(category: string, changes: object = {}, by: PersonKey = 'cityHead'): Promise<Json> {
  const task = await story.mandated({ lead: 'city', category, ...changes });
  const mine = await story.assignment(task.id, by === 'townHead' ? 'town' : 'city');
  const said = { ground: '属镇政府职责', legalBasis: '县政府三定方案第五条' };
  return world
    .as(by)
    .does(
      `/assignments/${mine.id}/disputes`,
      { ...said, responsibleUnitId: unit(by === 'townHead' ? 'city' : 'town') },
      { ifMatch: mine.version },
    );
}
const rules = ({ id, assignmentId, version }: Json, ruling: string, to: readonly UnitKey[]): Promise<Answer> =>
  world
    .as('officer')
    .post(
      `/assignments/${assignmentId}/disputes/${id}/rule`,
      { ruling, toUnitIds: to.map(unit), reasons: '依三定方案' },
      { ifMatch: version },
    );
const decides = (taskId: string, key: UnitKey): Promise<Json> =>
  world.as('magistrate').does('/instructions', {
    ...{ subjectType: 'task', subjectId: taskId, kind: 'order', words: '经研究同意' },
    unitIds: [unit(key)],
  });
const isOpen = async (dispute: Json): Promise<boolean> => {
  const shares = (await story.page(dispute.taskId)).assignments;
  return shares.some(({ id, state }: Json) => id === dispute.assignmentId && state === 'disputed');
};

describe('a ruling that gives a township what its lists bar', () => {
  it.each([
    ['move', withdrawn, ['town'], 'task.withdrawnItem', 'toUnitIds[0]'],
    ['split', withdrawn, ['housing', 'town'], 'task.withdrawnItem', 'toUnitIds[1]'],
    ['move', assisting, ['town'], 'task.assistingItem', 'toUnitIds[0]'],
  ] as const)(
    '%s of %s is refused, and passes with the principal’s written decision',
    async (ruling, category, to, code, path) => {
      const dispute = await disputed(category);
      expect(refusal(await rules(dispute, ruling, to))).toEqual([422, code, path]);
      expect(await isOpen(dispute)).toBe(true);
      await decides(dispute.taskId, 'housing');
      expect(refusal(await rules(dispute, ruling, to))).toEqual([422, code, path]);
      await decides(dispute.taskId, 'town');
      expect((await rules(dispute, ruling, to)).status).toBe(200);
    },
  );

  it('passes where no list bars it', async () => {
    for (const category of [own, '民政/救助'])
      expect((await rules(await disputed(category), 'move', ['town'])).status).toBe(200);
    expect((await rules(await disputed(assisting), 'split', ['housing', 'town'])).status).toBe(200);
  });

  it.each([
    ['the lead says it is the assist’s', 'cityHead', 'town'],
    ['the assist says it should lead', 'townHead', 'city'],
  ] as const)('swap: %s, and the township would lead what it only assists in', async (_what, by, to) => {
    const dispute = await disputed(assisting, { assists: ['town'] }, by);
    expect(refusal(await rules(dispute, 'swap', [to]))).toEqual([422, 'task.assistingItem', 'toUnitIds[0]']);
    expect(await isOpen(dispute)).toBe(true);
    await decides(dispute.taskId, 'town');
    expect((await rules(dispute, 'swap', [to])).status).toBe(200);
  });
});

describe('an upward need that a township would hold', () => {
  const asks = (): Promise<Json> =>
    world.as('villageSecretary').does('/needs', { kind: 'other', title: '拆除违建', body: '村口违建需拆除。' });
  const registers = async (need: Json, category: string | null, holder: UnitKey = 'town'): Promise<Answer> => {
    const door = await mandate({ sourceKind: 'upward_need' });
    const body = { mandateId: door.id, holderUnitId: unit(holder), dueAt: inDays(20) };
    return world
      .as('officer')
      .post(`/needs/${need.id}/register`, { ...body, ...(category !== null && { category }) }, { ifMatch: 1 });
  };

  it('is refused where the lists bar it, and nothing is opened', async () => {
    for (const [category, code] of [
      [withdrawn, 'task.withdrawnItem'],
      [assisting, 'task.assistingItem'],
    ] as const) {
      const need = await asks();
      expect(refusal(await registers(need, category))).toEqual([422, code, 'holderUnitId']);
      expect((await world.as('villageSecretary').sees(`/needs/${need.id}`)).state).toBe('asked');
      const [row] = await world.store.query<{ n: number }>(
        `select count(*)::int as n from task where kind = 'upward_need' and category = $1`,
        [category],
      );
      expect(row?.n).toBe(0);
      expect((await registers(need, category, 'city')).status).toBe(200);
    }
  });

  it('passes where no list bars it', async () => {
    for (const category of [own, null]) expect((await registers(await asks(), category)).status).toBe(200);
  });
});
