import type { DeskTask } from '../../data/desk-tasks.js';
import { people } from '../../data/people.js';
import { Chance } from '../chance.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter } from '../office-time.js';
import type { Papers } from '../papers.js';
import type { Scene } from '../scene.js';
import { livesThrough } from '../task-life.js';
import { Voice } from '../voice.js';
import { asks } from './request-story.js';

/** A task that a leader assigned in a few words, or that the bureau proposed: some still lie on a desk or in a tray. */
export async function* deskStory(scene: Scene, papers: Papers, task: DeskTask): Story {
  const chance = new Chance(`life of ${task.key}`);
  const taskId = await opens(scene, task);
  await scene.deliver();
  if (task.stage === 'sent') {
    const voice = new Voice(task.shelf, { place: task.place, topic: task.topic }, chance);
    const work = { taskId, voice, chance, papers };
    if (task.request) yield* asks(scene, work, task.request);
    else yield* livesThrough(scene, work, (task.dueInDays ?? 15) * 24);
    return;
  }
  if (task.stage === 'left') return;
  yield scene.in(chance.between(2, 8));
  await isProposed(scene, task, taskId);
  if (task.stage === 'proposed') return;
  yield scene.in(chance.between(4, 20));
  const { version } = await scene.task(taskId);
  const by = scene.county.actor(task.forKey ?? task.byKey, 'principal');
  const agrees = task.stage === 'approved';
  const words = agrees ? '同意，抓紧组织。' : '先统计破损数量和经费来源再报。';
  await scene.does.approveTask.run({ taskId, version, decision: agrees ? 'agree' : 'disagree', words, by });
}

/** A principal's own word sends a complete task out at once; with something left empty it goes to the office to complete. */
async function opens(scene: Scene, task: DeskTask): Promise<string> {
  const { county } = scene;
  const isOwn = task.forKey === undefined;
  const asWord = isOwn && task.stage !== 'proposed';
  const by = county.actor(task.byKey, isOwn ? 'principal' : 'bureau_officer');
  const isComplete = task.stage === 'sent';
  const opening = {
    ...{ title: task.title, demand: task.demand, category: null, matterId: null, parentId: null, number: null },
    kind: isOwn ? ('instruction' as const) : ('registration_proposal' as const),
    leadUnitId: task.leadUnitKey === undefined || (isOwn && !isComplete) ? null : county.unit(task.leadUnitKey),
    assistUnitIds: isComplete ? (task.assistUnitKeys ?? []).map((key) => county.unit(key)) : [],
    dueAt: isComplete ? endOfDayAfter(scene.now, task.dueInDays ?? 15) : null,
    ...{
      leadLeaderId: null,
      principalId: isOwn ? null : county.person(task.forKey ?? ''),
      caseOfficerId: null,
      targetValue: null,
      targetUnit: null,
      reportEvery: null,
      reportWhy: null,
    },
  };
  const instruction = asWord && task.demand !== '' ? { kind: 'order' as const, words: task.demand } : null;
  const door = {
    door: asWord ? ('instruct' as const) : ('draft' as const),
    mandateId: null,
    instruction,
    dispatch: isComplete,
    by,
  };
  const [opened] = await scene.does.openByDoor.run([opening], door);
  if (!opened) throw new Error('a task was neither opened nor refused');
  return opened.id;
}

/** The leader's office completes what he left empty; an officer proposes his own. */
async function isProposed(scene: Scene, task: DeskTask, taskId: string): Promise<void> {
  const { county } = scene;
  const secretary = people.find(({ posts }) => posts.some(({ serves }) => serves === task.byKey));
  const by =
    task.forKey === undefined ? county.actor('bureau.head', 'bureau_head') : county.actor(task.byKey, 'bureau_officer');
  const completed = {
    ...(task.leadUnitKey !== undefined && { leadUnitId: county.unit(task.leadUnitKey) }),
    assistUnitIds: (task.assistUnitKeys ?? []).map((key) => county.unit(key)),
    dueAt: endOfDayAfter(scene.now, task.dueInDays ?? 15),
    ...(secretary && task.forKey === undefined && { principalId: county.person(task.byKey) }),
  };
  const { version } = await scene.task(taskId);
  await scene.does.proposeTask.run({ taskId, version, completed, by });
}
