import type { Actor } from '@ducha/access';
import { generalStory } from '../data/story.js';
import type { DemoResultClass } from '../data/types.js';
import type { Chance } from './chance.js';
import type { Story } from './chronicle.js';
import type { Papers } from './papers.js';
import { endOfDayAfter } from './office-time.js';
import type { AssignmentNow } from './records.js';
import type { Scene } from './scene.js';
import type { Voice } from './voice.js';

/** One task as its units live through it. */
export interface Work {
  readonly taskId: string;
  readonly voice: Voice;
  readonly chance: Chance;
  readonly papers: Papers;
  /** What counts: value reached against a target; absent where nothing is counted. */
  readonly counted?: { readonly measure: string; readonly target: number; readonly unit: string };
}

/** Result classes as the engine writes them. */
const classOf = { solved: 'A', planned: 'B', later: 'C', reference: 'D', referred: 'referred' } as const;

/** Who acts for a unit. */
function deskOf(scene: Scene, unitId: string): { head: Actor; liaison: Actor } {
  const unitKey = scene.county.unitKeyOf(unitId);
  return { head: scene.county.inUnit('unit_head', unitKey), liaison: scene.county.inUnit('unit_liaison', unitKey) };
}

/** The unit signs for its assignment. */
export async function signs(scene: Scene, { id, unitId }: AssignmentNow): Promise<void> {
  await scene.does.sign.run([id], deskOf(scene, unitId).liaison);
}

/** The unit reports where it stands. @param share how much of a counted target is reached, 0 to 1 */
export async function reports(
  scene: Scene,
  work: Work,
  stage: 'early' | 'middle' | 'late',
  share: number,
): Promise<void> {
  const lead = await scene.lead(work.taskId);
  const { voice, counted } = work;
  const value = counted && roundTo(counted.target * share, counted.target);
  const progress = counted && value !== undefined ? countedProgress(work, counted, value) : voice.progress(stage);
  const problem = stage === 'middle' ? voice.problem() : '';
  const line = { assignmentId: lead.id, progress, problem, nextStep: stage === 'late' ? '' : voice.nextStep() };
  await scene.does.report.run([{ ...line, ...(value !== undefined && { value }) }], deskOf(scene, lead.unitId).liaison);
}

function countedProgress(
  { voice }: Work,
  { measure, target, unit }: NonNullable<Work['counted']>,
  done: number,
): string {
  return voice.say(generalStory.counted, { measure, target, unit, done, step: roundTo(done / 3, target) });
}

/** Whole numbers for large targets, one decimal for small ones. */
const roundTo = (value: number, target: number): number =>
  target >= 100 ? Math.round(value) : Math.round(value * 10) / 10;

/** The unit's claim goes to its head, sometimes comes back once, and is signed off. */
export async function* answers(scene: Scene, work: Work, id: string, result: DemoResultClass, body: string): Story {
  const { chance, papers } = work;
  const { head, liaison } = deskOf(scene, (await scene.records.assignment(id)).unitId);
  const submit = async (): Promise<void> => {
    const { version } = await scene.records.assignment(id);
    const resultClass = classOf[result];
    const promised = resultClass === 'B' || resultClass === 'C';
    const evidenceIds = chance.happens(0.3) ? [await papers.enclose(scene, work.voice.paper(), body, liaison)] : [];
    const followUpAt = promised ? endOfDayAfter(scene.now, 60).toISOString() : undefined;
    await scene.does.submit.run(id, version, { resultClass, body, evidenceIds, followUpAt }, liaison);
  };
  await submit();
  yield scene.in(chance.between(1, 6));
  if (chance.happens(0.12)) {
    const { version } = await scene.records.assignment(id);
    await scene.does.returnAnswer.run(id, version, chance.pick(generalStory.returned), head);
    yield scene.in(chance.between(2, 20));
    await submit();
    yield scene.in(chance.between(1, 5));
  }
  await scene.does.signOff.run(id, (await scene.records.assignment(id)).version, head);
}

/** An assisting unit signs, does its part and is accepted by the lead; now and then the lead goes on without it. */
export async function* assists(scene: Scene, work: Work, assist: AssignmentNow): Story {
  const { chance, taskId } = work;
  yield scene.in(chance.between(2, 26));
  await signs(scene, assist);
  yield scene.in(chance.between(8, 40));
  const lead = deskOf(scene, (await scene.lead(taskId)).unitId).liaison;
  if (chance.happens(0.1)) {
    const { version } = await scene.records.assignment(assist.id);
    await scene.does.judgeAssist.run(assist.id, version, 'waive', chance.pick(generalStory.waiveAssist), lead);
    return;
  }
  yield* answers(scene, work, assist.id, 'solved', chance.pick(generalStory.assistAnswers));
  yield scene.in(chance.between(1, 8));
  const { version } = await scene.records.assignment(assist.id);
  await scene.does.judgeAssist.run(assist.id, version, 'accept', null, lead);
}

/** After a redo or further words: one more report, and the answer once more. */
export async function* answersAgain(scene: Scene, work: Work, result: DemoResultClass): Story {
  yield scene.in(work.chance.between(16, 60));
  const lead = await scene.lead(work.taskId);
  await reports(scene, work, 'late', 1);
  yield scene.in(work.chance.between(2, 24));
  yield* answers(scene, work, lead.id, result, work.voice.answer(result));
}
