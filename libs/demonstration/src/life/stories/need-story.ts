import type { DemoNeed } from '../../data/needs.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter } from '../office-time.js';
import type { AssignmentNow } from '../records.js';
import type { Scene } from '../scene.js';
import { signs } from '../unit-work.js';

const termDays = 20;

/** A unit asks above; the bureau passes it on within two days or says why not, and whoever holds it answers. */
export async function* needStory(scene: Scene, need: DemoNeed): Story {
  const { unitKey, asks, kind, title, body, holderKey, declined, progress, answer, solved } = need;
  const asker = scene.county.inUnit(asks, unitKey);
  const wantedBy = endOfDayAfter(scene.now, need.wantedInDays);
  const unitId = scene.county.unit(unitKey);
  const id = await scene.does.askNeed.run({ unitId, kind, title, body, wantedBy, by: asker });
  if (holderKey === undefined && declined === undefined) return;
  yield scene.in(30);
  const by = scene.county.actor('bureau-general.officer', 'bureau_officer');
  if (declined !== undefined) {
    await scene.does.triageNeed.decline(id, 1, declined, by);
    return;
  }
  const dueAt = endOfDayAfter(scene.now, termDays);
  const holderUnitId = scene.county.unit(holderKey ?? '');
  const asked = { id, version: 1, door: { mandateId: scene.mandates.needs }, holderUnitId, dueAt, category: null, by };
  const taskId = await scene.does.triageNeed.register(asked);
  await scene.deliver();
  yield scene.in(20);
  const lead = await signs(scene, await scene.lead(taskId));
  yield scene.in(80);
  if (solved !== undefined) await scene.does.solveNeed.run(id, 2, solved, asker);
  else yield* isAnswered(scene, lead, { progress, answer });
}

async function* isAnswered(
  scene: Scene,
  lead: AssignmentNow,
  { progress, answer }: Pick<DemoNeed, 'progress' | 'answer'>,
): Story {
  const unitKey = scene.county.unitKeyOf(lead.unitId);
  const liaison = scene.county.inUnit('unit_liaison', unitKey);
  if (progress !== undefined)
    await scene.does.report.run([{ assignmentId: lead.id, progress, problem: '', nextStep: '' }], liaison);
  if (answer === undefined) return;
  yield scene.in(100);
  const draft = { resultClass: 'A' as const, body: answer, evidenceIds: [] };
  await scene.does.submit.run(lead.id, lead.version, draft, liaison);
  yield scene.in(6);
  await scene.does.signOff.run(lead.id, lead.version + 1, scene.county.inUnit('unit_head', unitKey));
}
