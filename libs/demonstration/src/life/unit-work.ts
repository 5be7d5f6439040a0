import type { Actor } from '@ducha/access';
import { generalStory } from '../data/story.js';
import type { DemoResultClass } from '../data/types.js';
import type { Chance } from './chance.js';
import type { Story } from './chronicle.js';
import type { Papers } from './papers.js';
import { endOfDayAfter } from './office-time.js';
import { insideUnit } from './inside-unit.js';
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

/** The assignment after so many moves: every move raises its version by one. */
const moved = (assignment: AssignmentNow, moves = 1): AssignmentNow => ({
  ...assignment,
  version: assignment.version + moves,
});

/** The unit signs for its assignment; answers it as it is then. */
export async function signs(scene: Scene, assignment: AssignmentNow): Promise<AssignmentNow> {
  await scene.does.sign.run([assignment.id], deskOf(scene, assignment.unitId).liaison);
  return moved(assignment);
}

/** How far a report says the work is. */
export interface Standing {
  readonly stage: 'early' | 'middle' | 'late';
  /** How much of a counted target is reached, 0 to 1. */
  readonly share: number;
}

/** The leading unit reports where it stands. */
export async function reports(
  scene: Scene,
  work: Work,
  lead: AssignmentNow,
  { stage, share }: Standing,
): Promise<void> {
  const { voice, counted } = work;
  await insideUnit(scene, lead, stage);
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

/** What a unit claims. */
export interface Claim {
  readonly result: DemoResultClass;
  readonly body: string;
}

/** The unit's claim goes to its head, sometimes comes back once, and is signed off. Answers the assignment as it is then. */
export async function* answers(
  scene: Scene,
  work: Work,
  assignment: AssignmentNow,
  claim: Claim,
): Story<AssignmentNow> {
  const { chance } = work;
  const { id, unitId } = assignment;
  const { head } = deskOf(scene, unitId);
  let now = await submits(scene, work, assignment, claim);
  yield scene.in(chance.between(1, 6));
  if (chance.happens(0.12)) {
    await scene.does.returnAnswer.run(id, now.version, chance.pick(generalStory.returned), head);
    yield scene.in(chance.between(2, 20));
    now = await submits(scene, work, moved(now), claim);
    yield scene.in(chance.between(1, 5));
  }
  await scene.does.signOff.run(id, now.version, head);
  return moved(now);
}

async function submits(
  scene: Scene,
  { papers, voice, chance }: Work,
  assignment: AssignmentNow,
  { result, body }: Claim,
): Promise<AssignmentNow> {
  const { liaison } = deskOf(scene, assignment.unitId);
  const resultClass = classOf[result];
  const isPromise = resultClass === 'B' || resultClass === 'C';
  const evidenceIds = chance.happens(0.25) ? [await papers.enclose(scene, voice.paper(), body, liaison)] : [];
  const followUpAt = isPromise ? endOfDayAfter(scene.now, 60).toISOString() : undefined;
  const draft = { resultClass, body, evidenceIds, followUpAt };
  await scene.does.submit.run(assignment.id, assignment.version, draft, liaison);
  return moved(assignment);
}

/** An assisting unit signs, does its part and is accepted by the lead; now and then the lead goes on without it. */
export async function* assists(scene: Scene, work: Work, lead: AssignmentNow, assist: AssignmentNow): Story {
  const { chance } = work;
  yield scene.in(chance.between(2, 26));
  const signed = await signs(scene, assist);
  yield scene.in(chance.between(8, 40));
  const by = deskOf(scene, lead.unitId).liaison;
  if (chance.happens(0.1)) {
    await scene.does.judgeAssist.run(assist.id, signed.version, 'waive', chance.pick(generalStory.waiveAssist), by);
    return;
  }
  const claim = { result: 'solved', body: chance.pick(generalStory.assistAnswers) } as const;
  const answered = yield* answers(scene, work, signed, claim);
  yield scene.in(chance.between(1, 8));
  await scene.does.judgeAssist.run(assist.id, answered.version, 'accept', null, by);
}

/** After a redo or further words: one more report, and the answer once more. */
export async function* answersAgain(scene: Scene, work: Work, result: DemoResultClass): Story {
  yield scene.in(work.chance.between(16, 60));
  const lead = await scene.lead(work.taskId);
  await reports(scene, work, lead, { stage: 'late', share: 1 });
  yield scene.in(work.chance.between(2, 24));
  yield* answers(scene, work, lead, { result, body: work.voice.answer(result) });
}
