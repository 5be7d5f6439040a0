import { generalStory } from '../data/story.js';
import type { DemoResultClass } from '../data/types.js';
import type { Story } from './chronicle.js';
import { judged } from './bureau-work.js';
import type { AssignmentNow } from './records.js';
import type { Scene } from './scene.js';
import { answers, answersAgain, assists, reports, signs, type Work } from './unit-work.js';

/** How a task fares; most fare well. */
const fates = {
  prompt: 52,
  slow: 15,
  stuck: 9,
  silent: 3,
  suspended: 5,
  recalled: 5,
  reassigned: 6,
  cancelled: 3,
} as const;
type Fate = keyof typeof fates;

const results: Record<DemoResultClass, number> = { solved: 78, planned: 12, later: 3, reference: 4, referred: 3 };
const substitutes = ['city', 'housing', 'transport', 'agriculture', 'lanyang', 'guyang'];

/** From the delivery to the end, as far as it got. Answers with which result the task was closed; null when it was not. */
export async function* livesThrough(scene: Scene, work: Work, termHours: number): Story<DemoResultClass | null> {
  const { chance } = work;
  const fate = chance.weighed(fates);
  if (fate === 'silent') return null;
  if (fate === 'recalled') yield* isRecalled(scene, work);
  if (fate === 'reassigned') yield* isReassigned(scene, work);
  yield scene.in(chance.between(0.5, fate === 'slow' ? 40 : 14));
  const lead = await signs(scene, await scene.lead(work.taskId));
  if (fate === 'cancelled') return yield* isCancelled(scene, work);
  if (fate === 'suspended') yield* isSuspended(scene, work);
  yield* isWorkedOn(scene, work, lead, { termHours, fate });
  if (fate === 'stuck') return null;
  const result = work.counted ? 'solved' : chance.weighed(results);
  const now = fate === 'suspended' ? await scene.lead(work.taskId) : lead;
  yield* answers(scene, work, now, { result, body: work.voice.answer(result) });
  while ((yield* judged(scene, work, result)) === 'instructed') yield* startsAnew(scene, work, result);
  return result;
}

/** The next round after a principal's further words: everybody signs again, and the lead answers once more. */
async function* startsAnew(scene: Scene, work: Work, result: DemoResultClass): Story {
  yield scene.in(work.chance.between(1, 12));
  const lead = await signs(scene, await scene.lead(work.taskId));
  for (const assist of await openAssists(scene, work.taskId)) yield* assists(scene, work, lead, assist);
  yield* answersAgain(scene, work, result);
}

async function* isWorkedOn(
  scene: Scene,
  work: Work,
  lead: AssignmentNow,
  { termHours, fate }: { termHours: number; fate: Fate },
): Story {
  const { chance } = work;
  const pace = fate === 'slow' ? 0.42 : fate === 'stuck' ? 0.35 : 0.22;
  yield scene.in(termHours * pace * chance.between(0.6, 1));
  await reports(scene, work, lead, { stage: 'early', share: chance.between(0.1, 0.3) });
  for (const assist of await openAssists(scene, work.taskId)) yield* assists(scene, work, lead, assist);
  yield scene.in(termHours * pace * chance.between(0.6, 1.2));
  await reports(scene, work, lead, { stage: 'middle', share: chance.between(0.35, 0.6) });
  yield scene.in(termHours * pace * chance.between(0.6, 1.2));
  if (fate !== 'stuck') await reports(scene, work, lead, { stage: 'late', share: 1 });
}

async function openAssists(scene: Scene, taskId: string) {
  return (await scene.records.assignments(taskId)).filter(
    ({ duty, state }) => duty === 'assist' && state === 'delivered',
  );
}

async function* isRecalled(scene: Scene, { taskId, chance }: Work): Story {
  yield scene.in(chance.between(3, 20));
  const lead = await scene.lead(taskId);
  const task = await scene.task(taskId);
  const officer = scene.officerOf(task);
  await scene.does.recall.run(lead.id, lead.version, chance.pick(generalStory.recall), officer);
  yield scene.in(chance.between(0.5, 3));
  const { version } = await scene.task(taskId);
  await scene.does.dispatchTask.run({ taskId, version, changes: { leadUnitId: otherUnit(scene, task) }, by: officer });
  await scene.deliver();
}

async function* isReassigned(scene: Scene, { taskId, chance }: Work): Story {
  yield scene.in(chance.between(3, 20));
  const lead = await scene.lead(taskId);
  const task = await scene.task(taskId);
  const reason = chance.pick(generalStory.reassign);
  await scene.does.reassign.run(lead.id, lead.version, otherUnit(scene, task), reason, scene.officerOf(task));
  await scene.deliver();
}

/** A unit that does not have the task yet. */
function otherUnit(
  scene: Scene,
  { leadUnitId, assistUnitIds }: { leadUnitId: string | null; assistUnitIds: readonly string[] },
): string {
  const taken = [leadUnitId, ...assistUnitIds];
  return (
    substitutes.map((key) => scene.county.unit(key)).find((id) => !taken.includes(id)) ??
    scene.county.unit('government-office')
  );
}

async function* isSuspended(scene: Scene, { taskId, chance }: Work): Story {
  yield scene.in(chance.between(10, 60));
  const task = await scene.task(taskId);
  const officer = scene.officerOf(task);
  const reason = chance.pick(generalStory.suspend);
  await scene.does.suspend.run({ taskId, version: task.version, on: 'suspend', reason, by: officer });
  yield scene.in(chance.between(8, 30) * 24);
  const { version } = await scene.task(taskId);
  await scene.does.suspend.run({ taskId, version, on: 'resume', reason: null, by: officer });
  yield scene.in(2);
}

async function* isCancelled(scene: Scene, { taskId, chance }: Work): Story<null> {
  yield scene.in(chance.between(20, 70));
  const { version } = await scene.task(taskId);
  const by = scene.county.actor('bureau.head', 'bureau_head');
  await scene.does.cancel.run({ taskId, version, reason: chance.pick(generalStory.cancel), by });
  return null;
}
