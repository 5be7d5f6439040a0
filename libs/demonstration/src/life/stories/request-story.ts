import type { DeskRequest } from '../../data/desk-tasks.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter, nextMorning } from '../office-time.js';
import type { Scene } from '../scene.js';
import { reports, signs, type Work } from '../unit-work.js';

/** A unit asks for more time, says that a task is another unit's, or is late and gets a slip; some of it still waits for a decision. */
export async function* asks(scene: Scene, work: Work, request: DeskRequest): Story {
  yield scene.in(work.chance.between(1, 3));
  if (request.kind === 'time') yield* asksForTime(scene, work, request);
  else if (request.kind === 'dispute') yield* disputes(scene, work, request);
  else yield* isLate(scene, work, request);
}

async function* asksForTime(scene: Scene, work: Work, request: Extract<DeskRequest, { kind: 'time' }>): Story {
  const lead = await signs(scene, await scene.lead(work.taskId));
  yield scene.in(work.chance.between(12, 20));
  await reports(scene, work, lead, { stage: 'early', share: 0.5 });
  yield scene.in(2);
  const { progress, reason, days } = request;
  const liaison = scene.county.inUnit('unit_liaison', scene.county.unitKeyOf(lead.unitId));
  const dueAt = endOfDayAfter(scene.now, days);
  await scene.does.askExtension.run({ assignmentId: lead.id, reason, progress, dueAt, by: liaison });
}

async function* disputes(scene: Scene, work: Work, request: Extract<DeskRequest, { kind: 'dispute' }>): Story {
  const { ground, legalBasis, responsibleUnitKey, ruling } = request;
  const { id, version, unitId } = await scene.lead(work.taskId);
  const responsibleUnitId = scene.county.unit(responsibleUnitKey);
  const by = scene.county.inUnit('unit_head', scene.county.unitKeyOf(unitId));
  const raised = { assignmentId: id, version, ground, legalBasis, responsibleUnitId, by };
  const disputeId = await scene.does.dispute.run(raised);
  if (ruling === undefined) return;
  yield scene.in(work.chance.between(6, 10));
  const ruler = scene.county.actor('bureau.head', 'bureau_head');
  const ruled = { ruling: 'move' as const, toUnitIds: [responsibleUnitId], dueAt: null, reasons: ruling, by: ruler };
  await scene.does.rule.run({ assignmentId: id, disputeId, version: 1, ...ruled });
  await scene.deliver();
  yield scene.in(3);
  await signs(scene, await scene.lead(work.taskId));
}

/** Signed and begun, but not answered in time: the unit says something to the slip on the morning it finds it, or nothing yet. */
async function* isLate(scene: Scene, work: Work, { says }: Extract<DeskRequest, { kind: 'slip' }>): Story {
  const lead = await signs(scene, await scene.lead(work.taskId));
  yield scene.in(work.chance.between(20, 40));
  await reports(scene, work, lead, { stage: 'early', share: 0.5 });
  if (says === undefined) return;
  let slip = await scene.records.slipOf(lead.id);
  while (slip === undefined) {
    yield nextMorning(scene.now);
    slip = await scene.records.slipOf(lead.id);
  }
  yield scene.in(work.chance.between(1, 3));
  const [assignmentId, slipId] = [lead.id, slip.id];
  const by = scene.county.inUnit('unit_head', scene.county.unitKeyOf(lead.unitId));
  if (says.as === 'reply')
    await scene.does.replyToSlip.run({ assignmentId, slipId, version: slip.version }, says.words, by);
  else await scene.does.object.run({ assignmentId, slipId, words: says.words }, by);
}
