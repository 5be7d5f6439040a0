import { generalStory } from '../../data/story.js';
import { duties, dutyNamed, handlersOf } from '../../data/duties.js';
import type { DemoMessage, DemoResultClass } from '../../data/types.js';
import { lookedBack } from '../bureau-work.js';
import { Chance } from '../chance.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter, hoursAfter, minutesAfter, momentBefore, nextBatch } from '../office-time.js';
import type { Papers } from '../papers.js';
import type { Scene } from '../scene.js';
import { livesThrough } from '../task-life.js';
import { Voice } from '../voice.js';

/** Days that a unit has for a citizen's message. */
export const messageDays = 12;
const messageHours = messageDays * 24;

/** What the stories of messages share. */
export interface MessageDesk {
  readonly scene: Scene;
  readonly papers: Papers;
  /** Matter ids by the word that messages about one thing share. */
  readonly firstAlike: Map<string, string>;
  /** Matters that the next batch registers. */
  readonly waiting: string[];
}

interface Case {
  readonly message: DemoMessage;
  readonly matterId: string;
  readonly voice: Voice;
  readonly chance: Chance;
}

/** When a message's story begins: a clerk enters it some office hours after it was written. */
export function beginOf(message: DemoMessage, present: Date): Date {
  return hoursAfter(momentBefore(present, message.received), new Chance(message.key).between(0.5, 8));
}

/** One citizen's message from the inbox of the county's board to the feedback on its reply. */
export async function* messageStory(desk: MessageDesk, message: DemoMessage): Story {
  const chance = new Chance(`life of ${message.key}`);
  const voice = new Voice(message.shelf, { place: message.place, topic: message.topic }, chance);
  const matterId = await enters(desk, message);
  const one = { message, matterId, voice, chance };
  if (message.alike !== undefined && !desk.firstAlike.has(message.alike)) desk.firstAlike.set(message.alike, matterId);
  yield desk.scene.in(chance.between(1, 16));
  await isTriaged(desk.scene, one);
  if (message.triage === 'reply') return yield* isReplied(desk.scene, one, 'reference');
  if (message.triage === 'merge') return await isMerged(desk, one);
  if (message.triage !== 'register') return await isPutAside(desk.scene, one);
  const taskId = yield* isRegistered(desk, one);
  if (taskId === undefined) return;
  const result = yield* livesThrough(desk.scene, { taskId, voice, chance, papers: desk.papers }, messageHours);
  if (result === null) return;
  yield* isReplied(desk.scene, one, result);
  yield* lookedBack(desk.scene, { taskId, chance });
}

/** A message that could mean several units comes in under several categories and waits for triage. */
async function enters({ scene }: MessageDesk, message: DemoMessage): Promise<string> {
  const others = (message.unclear ?? []).flatMap((key) => duties.find(({ leadUnitKey }) => leadUnitKey === key) ?? []);
  const receivedAt = momentBefore(scene.present, message.received);
  return scene.does.enterMatter.run({
    kind: 'netizen_message',
    title: message.title,
    body: message.text,
    categories: [dutyNamed(message.duty), ...others].map(({ path }) => path.join('/')),
    signatories: message.askers.map(({ name, phone }) => ({ name, contact: phone })),
    occurredAt: receivedAt,
    receivedAt,
    principalId: null,
    meeting: null,
    foreignId: message.foreignId,
    evidenceIds: [],
    handlingProposal: null,
    by: scene.county.actor('bureau-general.clerk', 'bureau_clerk'),
  });
}

async function isTriaged(scene: Scene, { message, matterId }: Case): Promise<void> {
  const { needsTriage, version } = await scene.matter(matterId);
  const category = dutyNamed(message.duty).path.join('/');
  if (needsTriage)
    await scene.does.triageMatter.run({ matterId, version, category, categories: [category], by: deskOfficer(scene) });
}

const deskOfficer = (scene: Scene) => scene.county.actor('bureau-general.officer', 'bureau_officer');

/** Most wait for the next batch; where the place says who leads, the officer names the division. Answers the task. */
async function* isRegistered(desk: MessageDesk, { message, matterId, chance }: Case): Story<string | undefined> {
  const { scene } = desk;
  const { lead, assists } = handlersOf(dutyNamed(message.duty), message.at);
  const byPlace = lead !== dutyNamed(message.duty).leadUnitKey;
  if (byPlace || chance.happens(0.06)) {
    const { version } = await scene.matter(matterId);
    const dueAt = endOfDayAfter(scene.now, messageDays);
    const draft = {
      leadUnitId: scene.county.unit(lead),
      assistUnitIds: assists.map((key) => scene.county.unit(key)),
      dueAt,
    };
    const door = { door: 'mandate', recordId: scene.mandates.messages } as const;
    await scene.does.registerMatter.run({ matterId, version, ...door, draft, dispatch: true, by: deskOfficer(scene) });
    await scene.deliver();
  } else {
    desk.waiting.push(matterId);
    yield minutesAfter(nextBatch(scene.now), 5);
  }
  const task = await scene.records.taskOfMatter(matterId);
  // the last batch leaves some that somebody has yet to send out: nothing more happens to them
  return task?.state === 'registered' ? undefined : task?.id;
}

async function isMerged({ scene, firstAlike }: MessageDesk, { message, matterId }: Case): Promise<void> {
  const intoId = firstAlike.get(message.alike ?? '');
  const isOpen =
    intoId !== undefined &&
    intoId !== matterId &&
    ['received', 'registered'].includes((await scene.matter(intoId)).state);
  const { version } = await scene.matter(matterId);
  if (isOpen) await scene.does.mergeMatter.run({ matterId, version, intoId, by: deskOfficer(scene) });
}

const asides = {
  file: { on: 'file', reason: '建议类来信，已转有关单位参考，存查。' },
  hand_over: { on: 'hand_over', reason: '涉及党员干部作风问题，按程序移送。', to: '县纪委监委' },
} as const;

async function isPutAside(scene: Scene, { message, matterId, chance }: Case): Promise<void> {
  const { version } = await scene.matter(matterId);
  const decline = { on: 'decline', reason: '来信未反映具体诉求，不予立项，已电话说明。' } as const;
  const aside = message.triage === 'hand_over' ? asides.hand_over : chance.happens(0.4) ? decline : asides.file;
  await scene.does.settleMatter.run({ matterId, version, ...aside, by: deskOfficer(scene) });
}

/** Every asker is answered, those of merged matters too; some say what they think of it. */
async function* isReplied(scene: Scene, { matterId, voice, chance }: Case, result: DemoResultClass): Story {
  yield scene.in(chance.between(2, 30));
  const { version } = await scene.matter(matterId);
  const body = voice.reply(result);
  const sent = await scene.does.replyToMatter.run({
    matterId,
    version,
    body,
    signatoryIds: null,
    by: deskOfficer(scene),
  });
  for (const { link } of sent) {
    if (!chance.happens(0.65)) continue;
    yield minutesAfter(scene.now, chance.between(60, 4_000));
    const mood = chance.weighed({ satisfied: 66, basically_satisfied: 24, dissatisfied: 10 });
    const said = {
      satisfied: 'satisfied',
      basically_satisfied: 'fairlySatisfied',
      dissatisfied: 'dissatisfied',
    } as const;
    const words = chance.happens(0.5) ? chance.pick(generalStory.feedback[said[mood]]) : null;
    await scene.does.giveFeedback.run({ token: tokenOf(link), feedback: mood, words });
    if (mood === 'dissatisfied') return yield* isReopened(scene, matterId, chance);
  }
}

const tokenOf = (link: string): string => new URL(link, 'http://localhost').searchParams.get('token') ?? '';

/** A dissatisfied asker brings the task back: another round, at least until the units have it again. */
async function* isReopened(scene: Scene, matterId: string, chance: Chance): Story {
  yield scene.in(chance.between(2, 12));
  const task = await scene.records.taskOfMatter(matterId);
  if (task?.state !== 'closed') return;
  const by = scene.officerOf(task);
  await scene.does.lookBack.run({
    taskId: task.id,
    version: task.version,
    on: 'reopen',
    words: chance.pick(generalStory.reopen),
    by,
  });
  yield scene.in(chance.between(1, 8));
  const { version } = await scene.task(task.id);
  const dueAt = endOfDayAfter(scene.now, messageDays);
  await scene.does.dispatchTask.run({ taskId: task.id, version, changes: { dueAt }, by });
  await scene.deliver();
}
