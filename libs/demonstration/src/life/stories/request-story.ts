import type { DeskRequest } from '../../data/desk-tasks.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter } from '../office-time.js';
import type { Scene } from '../scene.js';
import { reports, signs, type Work } from '../unit-work.js';

/** A unit asks for more time, or says that a task is another unit's; some of it still waits for a decision. */
export async function* asks(scene: Scene, work: Work, request: DeskRequest): Story {
  yield scene.in(work.chance.between(1, 3));
  if (request.kind === 'time') yield* asksForTime(scene, work, request);
  else yield* disputes(scene, work, request);
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
