import { messages } from '../../data/messages.js';
import type { DemoMessage } from '../../data/types.js';
import type { MatterAnswer } from '../answers.js';
import { categoryOf, type Stage } from '../stage.js';
import { keepsLinks } from './replies.js';

const messageByTitle = new Map(messages.map((message) => [message.title, message]));

/** Officers look at what came in: which unit is meant, what belongs together, what is answered at once or put aside. */
export async function triages(stage: Stage): Promise<void> {
  const desk = await stage.desk();
  const received = await desk.all<MatterAnswer>('/matters?kind=netizen_message&state=received');
  const idByWord = firstByWord(received);
  await stage.each(received, async (matter) => {
    const message = messageByTitle.get(matter.title);
    if (message) await settles(stage, matter, message, idByWord);
  });
}

/** The first of the messages that write about one thing: the others are merged into it. */
function firstByWord(received: readonly MatterAnswer[]): Map<string, string> {
  const idByWord = new Map<string, string>();
  for (const { alike, title, triage } of messages) {
    const id = received.find((matter) => matter.title === title)?.id;
    if (alike !== undefined && triage === 'register' && id !== undefined) idByWord.set(alike, id);
  }
  return idByWord;
}

async function settles(
  stage: Stage,
  matter: MatterAnswer,
  message: DemoMessage,
  idByWord: ReadonlyMap<string, string>,
): Promise<void> {
  const desk = await stage.desk();
  const path = `/matters/${matter.id}`;
  const category = categoryOf(message.duty).join('/');
  // merging into a matter moves its version on, so a matter is read again before it is changed
  const seen = await desk.get<MatterAnswer>(path);
  const now = seen.needsTriage
    ? await desk.patch<MatterAnswer>(path, { category, categories: [category] }, seen)
    : seen;
  const acts: Record<DemoMessage['triage'], () => Promise<unknown>> = {
    register: () => Promise.resolve(),
    merge: () => desk.post(`${path}/merge`, { intoId: idByWord.get(message.alike ?? '') }, now),
    file: () => desk.post(`${path}/file`, { reason: '建议类来信，已转有关单位参考，存查。' }, now),
    hand_over: () =>
      desk.post(`${path}/hand-over`, { reason: '涉及党员干部作风问题，按程序移送。', to: '县纪委监委' }, now),
    reply: async () =>
      keepsLinks(stage, await desk.post(`${path}/reply`, { body: stage.voice(matter.title).reply('reference') }, now)),
  };
  await acts[message.triage]();
}
