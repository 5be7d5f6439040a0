import type { AssignmentAnswer, MatterAnswer, MatterPageAnswer, TaskAnswer } from './answers.js';
import { matterCount } from './scenes/intake.js';
import type { Stage, Tally } from './stage.js';

const fewestUnits = 40;
/** States in which nobody waits for an answer any more. */
const repliedStates = ['replied', 'closed'];

/** What happened, as the API tells it at the end. */
export interface Outcome {
  readonly matters: Readonly<Record<string, number>>;
  readonly tasks: Readonly<Record<string, number>>;
  readonly assignments: number;
  readonly deliveries: number;
  readonly units: number;
  readonly tally: Tally;
  /** Expectations that failed, in words; empty when all is well. */
  readonly failures: readonly string[];
}

/** Reads everything back and compares it with what must have come of it. */
export async function outcomeOf(stage: Stage): Promise<Outcome> {
  const desk = await stage.desk();
  const matters = await desk.all<MatterAnswer>('/matters');
  const tasks = await desk.all<TaskAnswer>('/tasks');
  const assignments = await stage.assignments('all');
  const unanswered = await withoutReply(stage, matters);
  const units = new Set(assignments.map(({ unit }) => unit.id)).size;
  const { tally } = stage;
  return {
    ...{ matters: counted(matters), tasks: counted(tasks), assignments: assignments.length, units, tally },
    deliveries: assignments.filter(({ deliveredAt }) => deliveredAt !== null).length,
    failures: [
      ...expected(matters.length === matterCount, `${matters.length} matters, not ${matterCount}`),
      ...expected(units >= fewestUnits, `only ${units} units were involved`),
      ...expected(
        tally.redone > 0 && tally.recalled > 0 && tally.reassigned > 0,
        'nothing was redone, recalled or reassigned',
      ),
      ...expected(
        unanswered.length === 0,
        `${unanswered.length} matters without a reply: ${unanswered.slice(0, 5).join(', ')}`,
      ),
      ...tasks.filter(({ state }) => state !== 'closed').map(({ state, title }) => `task ${title} is ${state}`),
      ...undelivered(assignments),
    ].slice(0, 20),
  };
}

function expected(holds: boolean, otherwise: string): string[] {
  return holds ? [] : [otherwise];
}

function undelivered(assignments: readonly AssignmentAnswer[]): string[] {
  return assignments
    .filter(({ deliveredAt }) => deliveredAt === null)
    .map(({ task: { title } }) => `an assignment of ${title} was not delivered`);
}

/** Titles of messages some of whose signatories have no reply. */
async function withoutReply(stage: Stage, matters: readonly MatterAnswer[]): Promise<string[]> {
  const desk = await stage.desk();
  const owing: string[] = [];
  const asked = matters.filter(
    ({ kind, state }) => kind === 'netizen_message' && !['filed', 'handed_over'].includes(state),
  );
  await stage.each(asked, async ({ id, state, title }) => {
    const page = await desk.get<MatterPageAnswer>(`/matters/${id}`);
    const answered = new Set(page.replies.map(({ signatoryId }) => signatoryId));
    const isDone = repliedStates.includes(state) && page.signatories.every((signatory) => answered.has(signatory.id));
    if (!isDone) owing.push(title);
  });
  return owing;
}

function counted(records: readonly { readonly state: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
