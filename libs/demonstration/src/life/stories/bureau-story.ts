import type { Story } from '../chronicle.js';
import { nextBatch } from '../office-time.js';
import { type MessageDesk, messageDays } from './message-story.js';

/** Three times a week the bureau registers in one act what has come in, under the standing mandate, and sends it out. */
export async function* batchStory({ scene, waiting }: MessageDesk): Story {
  const by = scene.county.actor('bureau-general.officer', 'bureau_officer');
  for (;;) {
    const ids = waiting.splice(0);
    // the last of the present week still wait for somebody to send them out
    const isLast = nextBatch(scene.now) >= scene.present;
    const held = isLast ? ids.splice(0, Math.ceil(ids.length / 3)) : [];
    const act = { mandateId: scene.mandates.messages, dueInDays: messageDays, by };
    if (ids.length > 0) await scene.does.registerMatters.run({ ...act, matters: { ids }, dispatch: true });
    if (held.length > 0) await scene.does.registerMatters.run({ ...act, matters: { ids: held }, dispatch: false });
    await scene.deliver();
    yield nextBatch(scene.now);
  }
}
