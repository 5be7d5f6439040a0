import { verifierKeys } from '../../data/coverage.js';
import { generalStory } from '../../data/story.js';
import { Chance } from '../../life/chance.js';
import type { TaskAnswer } from '../answers.js';
import type { ApiClient } from '../api-client.js';
import type { Stage } from '../stage.js';

interface TaskPageAnswer extends TaskAnswer {
  readonly assignments: readonly { readonly id: string; readonly duty: string; readonly state: string }[];
}

/** Officers outside all doing units check the claims; some go back for redo, once. */
export async function isVerified(stage: Stage): Promise<void> {
  const answered = (await stage.tasks('answered')).filter(({ actions }) => actions.includes('verify'));
  await stage.each(answered, async (row, at) => {
    const verifier = await stage.crowd.as(verifierKeys[at % verifierKeys.length] ?? '');
    const isRedo = stage.firstTime(`claim ${stage.shareName(row, row.leadUnit?.id)}`, 0.1);
    const voice = stage.voice(row.title);
    const finding = isRedo
      ? { verdict: 'redo', words: voice.redo(), redoAssignmentIds: [await leadOf(verifier, row)] }
      : { verdict: 'pass', words: voice.pass() };
    await verifier.post(`/tasks/${row.id}/verify`, { manner: at % 3 === 0 ? 'on_site' : 'desk', ...finding }, row);
    if (isRedo) stage.tally.redone += 1;
  });
}

/** The assignment that claims for the task. */
async function leadOf(verifier: ApiClient, { id }: TaskAnswer): Promise<string | undefined> {
  const { assignments } = await verifier.get<TaskPageAnswer>(`/tasks/${id}`);
  return assignments.find(({ duty, state }) => duty === 'lead' && state === 'answered')?.id;
}

/** Case officers close what was verified, or lay it before the principal who asked. */
export async function isPresentedOrClosed(stage: Stage): Promise<void> {
  const verified = await stage.tasks('verified');
  await stage.each(verified, async (task) => {
    const officer = await officerOf(stage, task);
    if (task.principal === null) await officer.post(`/tasks/${task.id}/close`, {}, task);
    else {
      const summary = new Chance(task.title).pick(generalStory.presented);
      await officer.post(`/tasks/${task.id}/present`, { summary }, task);
      stage.tally.presented += 1;
    }
  });
}

/** Principals go through the results: 圈阅, or a further word that opens another round. */
export async function isDecided(stage: Stage): Promise<void> {
  const presented = await stage.tasks('presented');
  await stage.each(presented, async (task) => {
    const principal = await stage.crowd.named(task.principal?.name ?? '', 'principal');
    const wantsMore = task.title !== '汛前风险隐患自查' && stage.firstTime(`result ${task.title}`, 0.1);
    const chance = new Chance(task.title);
    const decision = wantsMore
      ? { decision: 'instruct', words: chance.pick(generalStory.instructions) }
      : { decision: 'close', words: chance.pick(generalStory.circled) };
    await principal.post(`/tasks/${task.id}/decide`, decision, task);
    if (wantsMore) stage.tally.instructedAgain += 1;
  });
}

/** What a principal sent into another round goes out again. */
export async function goesOutAgain(stage: Stage): Promise<void> {
  const registered = (await stage.tasks('registered')).filter(({ actions }) => actions.includes('dispatch'));
  if (registered.length === 0) return;
  const desk = await stage.desk();
  const { skipped } = await desk.post<{ skipped: unknown[] }>('/tasks/dispatch', {
    taskIds: registered.map(({ id }) => id),
  });
  if (skipped.length > 0) throw new Error(`${skipped.length} tasks could not be sent out again`);
}

function officerOf(stage: Stage, { officer }: TaskAnswer): Promise<ApiClient> {
  return officer === null ? stage.crowd.as('bureau.head') : stage.crowd.named(officer.name, 'bureau_officer');
}
