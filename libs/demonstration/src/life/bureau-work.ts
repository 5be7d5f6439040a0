import { generalStory } from '../data/story.js';
import type { DemoResultClass } from '../data/types.js';
import type { Story } from './chronicle.js';
import type { Scene } from './scene.js';
import { answersAgain, type Work } from './unit-work.js';

/** A claim is checked by somebody outside, returned or passed, presented where a principal asked, and closed. */
export async function* judged(scene: Scene, work: Work, result: DemoResultClass): Story<'closed' | 'instructed'> {
  const { taskId, chance } = work;
  for (let redos = 0; redos < 2 && chance.happens(redos === 0 ? 0.2 : 0.1); redos += 1) {
    yield scene.in(chance.between(4, 30));
    await verifies(scene, work, 'redo');
    yield* answersAgain(scene, work, result);
  }
  yield scene.in(chance.between(4, 40));
  await verifies(scene, work, 'pass');
  yield scene.in(chance.between(0.5, 30));
  const task = await scene.task(taskId);
  if (task.principalId !== null) return yield* presented(scene, work, task.principalId);
  await scene.does.close.run({ taskId, version: task.version, by: scene.officerOf(task) });
  return 'closed';
}

async function verifies(scene: Scene, { taskId, voice, chance }: Work, verdict: 'pass' | 'redo'): Promise<void> {
  const { version } = await scene.task(taskId);
  const lead = await scene.lead(taskId);
  const manner = chance.happens(0.45) ? 'on_site' : 'desk';
  const words = verdict === 'pass' ? voice.pass() : voice.redo();
  const redoAssignmentIds = verdict === 'redo' ? [lead.id] : [];
  await scene.does.verify.run({
    taskId,
    version,
    verdict,
    manner,
    words,
    redoAssignmentIds,
    evidenceIds: [],
    by: scene.verifier(chance),
  });
}

/** The principal who asked sees the result: 圈阅 closes, and now and then he wants more. */
async function* presented(scene: Scene, { taskId, chance }: Work, principalId: string): Story<'closed' | 'instructed'> {
  const task = await scene.task(taskId);
  const officer = scene.officerOf(task);
  await scene.does.present.run({
    taskId,
    version: task.version,
    summary: chance.pick(generalStory.presented),
    by: officer,
  });
  yield scene.in(chance.between(4, 70));
  const { version } = await scene.task(taskId);
  const by = scene.county.actor(scene.county.personKeyOf(principalId), 'principal');
  if (chance.happens(0.85)) {
    const words = chance.happens(0.6) ? chance.pick(generalStory.circled) : null;
    await scene.does.decide.run({ taskId, version, decision: 'close', words, by });
    return 'closed';
  }
  await scene.does.decide.run({
    taskId,
    version,
    decision: 'instruct',
    words: chance.pick(generalStory.instructions),
    by,
  });
  yield scene.in(chance.between(1, 6));
  const again = await scene.task(taskId);
  const dueAt = new Date(scene.now.getTime() + 12 * 86_400_000);
  await scene.does.dispatchTask.run({ taskId, version: again.version, changes: { dueAt }, by: officer });
  await scene.deliver();
  return 'instructed';
}

const effective = [
  '回访来信人并到现场复看，问题未反弹。',
  '随机复查三处点位，管护到位，见效。',
  '调取近两周记录，未见同类反映，见效。',
];
const relapsed = '回头看发现同一点位问题重现，退回重新办理。';

/** Some time after closing somebody outside looks again: it holds, or it came back. */
export async function* lookedBack(scene: Scene, { taskId, chance }: Pick<Work, 'taskId' | 'chance'>): Story {
  if (!chance.happens(0.5)) return;
  yield scene.in(chance.between(5, 15) * 24);
  const { version, state } = await scene.task(taskId);
  if (state !== 'closed') return;
  const on = chance.happens(0.9) ? 'confirm' : 'relapse';
  const words = on === 'confirm' ? chance.pick(effective) : relapsed;
  await scene.does.lookBack.run({ taskId, version, on, words, by: scene.verifier(chance) });
}
