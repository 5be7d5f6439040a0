import { type Json, World } from '#test-kit';
import { matterStory, plantDuties } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
  await plantDuties(s);
});
afterAll(() => s.close());

const { message, read, propose, refused } = matterStory(() => s);

/** The office agrees in the magistrate's name; the units have their assignments. */
async function agreedByOffice(): Promise<{ matter: Json; instructionId: string; task: Json }> {
  const put = await propose(await message());
  const matter = await s.as('clerkOfMagistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'agree' });
  await s.settles();
  const task = await s.as('officer').sees(`/tasks/${matter.tasks[0].id}`);
  return { matter, instructionId: matter.instructions[0].id, task };
}

const disown = (instructionId: string, who: 'magistrate' | 'secretary' = 'magistrate') =>
  s.as(who).post(`/instructions/${instructionId}/disown`);
const leadShareOf = (task: Json): Json => task.assignments.find(({ duty }: Json) => duty === 'lead');
const sign = ({ id, version }: Json) => s.as('waterLiaison').post(`/assignments/${id}/sign`, {}, { ifMatch: version });
const told = async (who: 'bureauHead' | 'waterLiaison', taskId: string): Promise<string[]> =>
  (await s.as(who).sees('/notices?limit=200')).items
    .filter((one: Json) => one.taskId === taskId)
    .map(({ kind }: Json) => kind);

describe('what the office agreed to in the leader’s name', () => {
  it('is undone when the leader disowns it before a unit has signed', async () => {
    const { matter, instructionId, task } = await agreedByOffice();
    expect([matter.state, task.state]).toEqual(['registered', 'dispatched']);
    expect((await disown(instructionId, 'secretary')).body.code).toBe('task.instructionNotYours');
    expect((await read(matter)).state).toBe('registered');
    expect((await disown(instructionId)).status).toBe(204);
    expect(await read(matter)).toMatchObject({
      state: 'received',
      number: null,
      registeredAt: null,
      proposals: [{ decision: 'disowned', decidedBy: { name: '文秘书' } }],
      instructions: [{ disownedAt: expect.any(String) }],
    });
    const page = await s.as('officer').sees(`/tasks/${task.id}`);
    expect([page.state, page.number, leadShareOf(page).state]).toEqual(['cancelled', matter.number, 'recalled']);
    await s.settles();
    expect(await told('waterLiaison', task.id)).toContain('task.cancelled');
    expect((await disown(instructionId)).body.code).toBe('task.instructionDisowned');
  });

  it('opens nothing any more, and the matter is put before the leader again', async () => {
    const { matter, instructionId } = await agreedByOffice();
    await disown(instructionId);
    const [{ id: proposalId }] = (await read(matter)).proposals;
    expect((await refused(matter, 'register', { by: 'approved_proposal', proposalId })).code).toBe(
      'matter.proposalNotAgreed',
    );
    const again = await propose(matter);
    const decided = await s.as('magistrate').does(`/handling-proposals/${again.id}/decide`, { decision: 'agree' });
    expect([decided.state, decided.tasks.map(({ state }: Json) => state).sort()]).toEqual([
      'registered',
      ['cancelled', 'dispatched'],
    ]);
    expect(decided.number).not.toBe(matter.number);
  });

  it('goes on, marked, when a unit is at work; the head of the bureau is told', async () => {
    const { matter, instructionId, task } = await agreedByOffice();
    expect((await sign(leadShareOf(task))).status).toBe(200);
    expect((await disown(instructionId)).status).toBe(204);
    expect(await read(matter)).toMatchObject({
      state: 'registered',
      number: matter.number,
      proposals: [{ decision: 'disowned' }],
    });
    expect((await s.as('officer').sees(`/tasks/${task.id}`)).state).toBe('under_way');
    const timeline = (await s.as('officer').sees(`/tasks/${task.id}/timeline`)).items;
    expect(timeline[0]).toMatchObject({ act: 'task.basis_disowned', person: { name: '程远' } });
    expect(await told('bureauHead', task.id)).toContain('task.basis_disowned');
  });

  it('leaves the matter alone when the office only noted it', async () => {
    const put = await propose(await message());
    const noted = await s.as('clerkOfMagistrate').does(`/handling-proposals/${put.id}/decide`, { decision: 'noted' });
    expect((await disown(noted.instructions[0].id)).status).toBe(204);
    const { state, version, proposals } = await read(noted);
    expect([state, version, proposals[0].decision]).toEqual(['received', noted.version, 'noted']);
  });

  it('is either signed for or undone when both happen at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { matter, instructionId, task } = await agreedByOffice();
      const [signed, disowned] = await Promise.all([sign(leadShareOf(task)), disown(instructionId)]);
      const ends = [(await read(matter)).state, (await s.as('officer').sees(`/tasks/${task.id}`)).state];
      expect(disowned.status).toBe(204);
      expect(ends).toEqual(signed.status === 200 ? ['registered', 'under_way'] : ['received', 'cancelled']);
    }
  });
});
