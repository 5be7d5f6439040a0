import { generalStory } from '../../data/story.js';
import { Chance } from '../../life/chance.js';
import { paperOf } from '../../life/paper.js';
import type { AssignmentAnswer } from '../answers.js';
import type { ApiClient } from '../api-client.js';
import type { Stage } from '../stage.js';

const reportsAtOnce = 200;

/** Every unit takes what lies before it, in one act. */
export async function unitsSign(stage: Stage): Promise<void> {
  const byUnit = groupedByUnit(await stage.assignments('to_sign'));
  await stage.each([...byUnit], async ([unitId, assignments]) => {
    const liaison = await stage.crowd.liaison(unitId);
    const { skipped } = await liaison.post<{ skipped: unknown[] }>('/assignments/sign', {
      ids: assignments.map(({ id }) => id),
    });
    if (skipped.length > 0) throw new Error(`${skipped.length} assignments could not be signed for`);
  });
}

/** Every unit reports on all it has in hand, in one table. */
export async function unitsReport(stage: Stage): Promise<void> {
  const byUnit = groupedByUnit((await inHand(stage)).filter(({ duty }) => duty === 'lead'));
  await stage.each([...byUnit], async ([unitId, assignments]) => {
    const liaison = await stage.crowd.liaison(unitId);
    const reports = assignments.slice(0, reportsAtOnce).map(({ id, task: { title, targetValue } }) => {
      const voice = stage.voice(title);
      const texts = { progress: voice.progress('middle'), problem: voice.problem(), nextStep: voice.nextStep() };
      return { assignmentId: id, ...texts, ...(targetValue !== null && { value: Math.round(targetValue * 0.6) }) };
    });
    const { rejected } = await liaison.post<{ rejected: unknown[] }>('/assignments/reports', { reports });
    if (rejected.length > 0) throw new Error(`${rejected.length} reports were rejected`);
  });
}

/** Assisting units answer, and the leads accept what they did. */
export async function assistsAnswer(stage: Stage): Promise<void> {
  const open = (await inHand(stage)).filter(({ duty }) => duty === 'assist');
  const leads = await leadUnits(stage, open);
  await stage.each(open, async (assist) => {
    const text = new Chance(`assist ${assist.task.title}`).pick(generalStory.assistAnswers);
    const submitted = await submits(stage, assist, text);
    const head = await stage.crowd.head(assist.unit.id);
    const answered = await head.post<AssignmentAnswer>(`/assignments/${assist.id}/sign-off`, {}, submitted);
    const lead = await stage.crowd.liaison(leads.get(assist.taskId) ?? '');
    await lead.post(`/assignments/${assist.id}/accept`, {}, answered);
  });
}

async function leadUnits(stage: Stage, open: readonly AssignmentAnswer[]): Promise<Map<string, string>> {
  const all = open.length === 0 ? [] : await inHand(stage);
  return new Map(all.filter(({ duty }) => duty === 'lead').map(({ taskId, unit }) => [taskId, unit.id]));
}

/** Leading units answer; their heads send some drafts back before they sign them off. */
export async function leadsAnswer(stage: Stage): Promise<void> {
  const open = (await inHand(stage)).filter(({ duty }) => duty === 'lead');
  await stage.each(open, async (assignment) => {
    const { title } = assignment.task;
    const voice = stage.voice(title);
    const head = await stage.crowd.head(assignment.unit.id);
    let submitted = await submits(stage, assignment, voice.answer('solved'));
    if (stage.firstTime(`draft ${stage.shareName(assignment.task, assignment.unit.id)}`, 0.09)) {
      const reason = new Chance(title).pick(generalStory.returned);
      const returned = await head.post<AssignmentAnswer>(`/assignments/${assignment.id}/return`, { reason }, submitted);
      submitted = await submits(stage, returned, voice.answer('solved'));
      stage.tally.returned += 1;
    }
    await head.post(`/assignments/${assignment.id}/sign-off`, {}, submitted);
  });
}

async function submits(stage: Stage, assignment: AssignmentAnswer, body: string): Promise<AssignmentAnswer> {
  const liaison = await stage.crowd.liaison(assignment.unit.id);
  const evidenceIds = stage.firstTime(`evidence ${stage.shareName(assignment.task, assignment.unit.id)}`, 0.15)
    ? [await encloses(liaison, stage, assignment)]
    : [];
  return liaison.post<AssignmentAnswer>(
    `/assignments/${assignment.id}/submit`,
    { resultClass: 'A', body, evidenceIds },
    assignment,
  );
}

async function encloses(liaison: ApiClient, stage: Stage, { task: { title } }: AssignmentAnswer): Promise<string> {
  const name = stage.voice(title).paper();
  const { id } = await liaison.upload<{ id: string }>('/evidence', paperOf(name, [title]), `${name}.pdf`);
  return id;
}

/** What units have signed for and not answered, also what came back to them. */
async function inHand(stage: Stage): Promise<AssignmentAnswer[]> {
  return [...(await stage.assignments('to_do')), ...(await stage.assignments('returned'))];
}

function groupedByUnit(assignments: readonly AssignmentAnswer[]): Map<string, AssignmentAnswer[]> {
  const byUnit = new Map<string, AssignmentAnswer[]>();
  for (const assignment of assignments)
    byUnit.set(assignment.unit.id, [...(byUnit.get(assignment.unit.id) ?? []), assignment]);
  return byUnit;
}
