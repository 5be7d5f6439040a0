import { setTimeout as pause } from 'node:timers/promises';
import { generalStory } from '../../data/story.js';
import { Chance } from '../../life/chance.js';
import type { AssignmentAnswer, TaskAnswer } from '../answers.js';
import type { Stage } from '../stage.js';

const lookEveryMs = 150;
const patienceMs = 60_000;
const changedHands = 10;
const substitutes = ['city', 'housing', 'transport', 'agriculture', 'lanyang', 'guyang'];

/** Waits until every assignment that was sent out lies in its unit's inbox. @throws Error after a minute */
export async function isDelivered(stage: Stage): Promise<void> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await pause(lookEveryMs)) {
    const all = await stage.assignments('all');
    const waiting = all.filter(({ state }) => state === 'queued').length;
    stage.progress(all.length - waiting, all.length);
    if (waiting === 0) return;
  }
  throw new Error('assignments were not delivered within a minute');
}

/** Some assignments went to the wrong unit: recalled and sent out anew, or given to another one. */
export async function goesElsewhere(stage: Stage): Promise<void> {
  const unsigned = (await stage.assignments('to_sign')).filter(
    ({ duty, task }) => duty === 'lead' && task.state === 'dispatched',
  );
  const step = Math.max(1, Math.floor(unsigned.length / (2 * changedHands)));
  const chosen = unsigned.filter((_, at) => at % step === 0).slice(0, 2 * changedHands);
  await stage.each(chosen, (assignment, at) =>
    at % 2 === 0 ? isRecalled(stage, assignment) : isReassigned(stage, assignment),
  );
  await isDelivered(stage);
}

async function isRecalled(stage: Stage, assignment: AssignmentAnswer): Promise<void> {
  const desk = await stage.desk();
  const reason = new Chance(assignment.task.title).pick(generalStory.recall);
  await desk.post(`/assignments/${assignment.id}/recall`, { reason }, assignment);
  const task = await desk.get<TaskAnswer>(`/tasks/${assignment.taskId}`);
  await desk.post(`/tasks/${task.id}/dispatch`, { leadUnitId: otherUnit(stage, task) }, task);
  stage.tally.recalled += 1;
}

async function isReassigned(stage: Stage, assignment: AssignmentAnswer): Promise<void> {
  const desk = await stage.desk();
  const task = await desk.get<TaskAnswer>(`/tasks/${assignment.taskId}`);
  const reason = new Chance(assignment.task.title).pick(generalStory.reassign);
  await desk.post(`/assignments/${assignment.id}/reassign`, { toUnitId: otherUnit(stage, task), reason }, assignment);
  stage.tally.reassigned += 1;
}

function otherUnit(stage: Stage, { leadUnit, assistUnits }: TaskAnswer): string {
  const taken = [leadUnit?.id, ...assistUnits.map(({ id }) => id)];
  return substitutes.map((key) => stage.crowd.unit(key)).find((id) => !taken.includes(id)) ?? '';
}
