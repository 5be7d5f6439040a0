import { errandWords } from '../data/errands.js';
import type { AssignmentNow } from './records.js';
import type { Scene } from './scene.js';

/** Which of the words are said: always the same ones to the same assignment, whatever else was drawn. */
const said = (words: readonly string[], { version, unitId }: AssignmentNow): string =>
  words[(version + unitId.charCodeAt(unitId.length - 1)) % words.length] ?? '';

/** Inside the unit that leads: the liaison gives it to a member of staff, who reports and finishes before the unit says so. */
export async function insideUnit(scene: Scene, lead: AssignmentNow, stage: keyof typeof errandWords): Promise<void> {
  const unitKey = scene.county.unitKeyOf(lead.unitId);
  const staff = scene.county.ofUnit('unit_staff', unitKey);
  if (staff === undefined) return;
  const words = said(errandWords[stage], lead);
  if (stage === 'early') {
    const by = scene.county.inUnit('unit_liaison', unitKey);
    if (by.personId === staff.personId || (await scene.records.errandOf(lead.id))) return;
    await scene.does.giveErrands.run({ assignmentId: lead.id, personIds: [staff.personId], note: words, by });
    return;
  }
  const errand = await scene.records.errandOf(lead.id);
  if (errand?.personId !== staff.personId) return;
  const seen = { assignmentId: lead.id, errandId: errand.id, version: errand.version, by: staff };
  await scene.does.moveErrand.report(seen, { words, finished: stage === 'late', evidenceIds: [] });
}
