import { generalStory } from '../../data/story.js';
import { Chance } from '../../life/chance.js';
import type { MatterPageAnswer, SentReplyAnswer } from '../answers.js';
import type { Stage } from '../stage.js';

const readers = 40;
const moods = { satisfied: 'satisfied', basically_satisfied: 'fairlySatisfied' } as const;

/** Keeps the one-time links that a reply showed. */
export function keepsLinks(stage: Stage, { replies }: { readonly replies: readonly SentReplyAnswer[] }): void {
  stage.tally.replies += replies.length;
  stage.links.push(...replies.map(({ link }) => link));
}

/** Every asker is answered, those of merged matters too; what owes nobody a reply is closed. */
export async function isReplied(stage: Stage): Promise<void> {
  const desk = await stage.desk();
  const sent = await desk.post<{ replies: SentReplyAnswer[]; skipped: unknown[] }>('/matters/replies', {
    filter: { kind: 'netizen_message', state: 'registered' },
  });
  if (sent.skipped.length > 0) throw new Error(`${sent.skipped.length} matters were not replied to`);
  keepsLinks(stage, sent);
  for (const kind of ['instruction', 'meeting_decision']) {
    const done = await desk.all<MatterPageAnswer>(`/matters?kind=${kind}&state=registered`);
    await stage.each(done, async (matter) => {
      await desk.post(`/matters/${matter.id}/close`, {}, matter);
    });
  }
}

/** Some askers open their link and say what they think; one is not content and gets a second answer. */
export async function isRead(stage: Stage): Promise<void> {
  const chosen = stage.links.filter((_, at) => at % Math.max(1, Math.floor(stage.links.length / readers)) === 0);
  await stage.each(chosen, async (link, at) => {
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? '';
    await stage.crowd.stranger.post('/replies/read', { token });
    stage.tally.repliesRead += 1;
    if (at % 3 === 2) return;
    const chance = new Chance(`asker ${at}`);
    const feedback = at === 0 ? 'dissatisfied' : chance.weighed({ satisfied: 3, basically_satisfied: 1 });
    const words =
      feedback === 'dissatisfied'
        ? '答复的和实际不一样，请来现场看。'
        : chance.pick(generalStory.feedback[moods[feedback]]);
    await stage.crowd.stranger.post('/replies/feedback', { token, feedback, words });
    stage.tally.feedback += 1;
  });
  await answersAgain(stage);
}

async function answersAgain(stage: Stage): Promise<void> {
  const desk = await stage.desk();
  const unhappy = await desk.all<MatterPageAnswer>('/matters?kind=netizen_message&state=registered');
  await stage.each(unhappy, async (matter) => {
    const body = `${stage.voice(matter.title).reply('solved')}\n我们已再次到现场核实，并与您电话沟通。`;
    keepsLinks(stage, await desk.post(`/matters/${matter.id}/reply`, { body }, matter));
  });
}
