import { countyDay } from '@ducha/kernel';
import { hasReplyDuty } from '@ducha/matter';
import type { DemoOther } from '../../data/other-kinds.js';
import { Chance } from '../chance.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter, hoursAfter, momentBefore } from '../office-time.js';
import type { Papers } from '../papers.js';
import type { Scene } from '../scene.js';
import { livesThrough } from '../task-life.js';
import { Voice } from '../voice.js';

const termDays = 45;
/** The deputy who follows his suggestions signed in. */
const proponent = '徐丰收';
const dayMs = 86_400_000;
const officerOf = (scene: Scene) => scene.county.actor('bureau-general.officer', 'bureau_officer');
const principalOf = (scene: Scene) => scene.county.actor('magistrate', 'principal');

/** When it reaches the intake desk. */
export const beginOf = ({ received }: DemoOther, present: Date): Date =>
  hoursAfter(momentBefore(present, received), 0.4);

/** One matter of another kind: entered with its own fields, then answered, sent elsewhere, worked on, or left to be sorted. */
export async function* otherStory(scene: Scene, papers: Papers, other: DemoOther): Story {
  const chance = new Chance(`life of ${other.title}`);
  const matterId = await enters(scene, other);
  if (other.fate === 'waits') return;
  yield scene.in(chance.between(2, 10));
  if (other.fate === 'answered') return yield* isAnswered(scene, matterId, other);
  if (other.fate !== 'worked') return yield* isSentAway(scene, matterId, other);
  const taskId = await isOrdered(scene, matterId, other);
  const voice = new Voice('project', { place: other.title, topic: other.title }, chance);
  yield* livesThrough(scene, { taskId, voice, chance, papers }, termDays * 24);
}

function enters(scene: Scene, other: DemoOther): Promise<string> {
  const { county } = scene;
  const { kind, title, text: body, category, fields, askers = [], foreignId = null, fate, leadUnitKey = '' } = other;
  const receivedAt = momentBefore(scene.present, other.received);
  const isAccusation = fate === 'accused';
  const signatories = askers.map((name) => {
    const personId = name === proponent ? county.person('congress-office.proponent') : null;
    return { name, contact: null, isProtected: isAccusation, personId };
  });
  const accused = {
    accusedUnitIds: [county.unit(leadUnitKey || 'city')],
    accusedPersonIds: [],
    keeperIds: [officerOf(scene).personId],
  };
  return scene.does.enterMatter.run({
    ...{
      kind,
      title,
      body,
      categories: [category],
      fields: dated(fields, receivedAt),
      signatories,
      foreignId,
      meeting: null,
      receivedAt,
    },
    ...{ occurredAt: null, evidenceIds: [], handlingProposal: null, declaredUnclassified: true },
    principalId: kind === 'field_visit' ? principalOf(scene).personId : null,
    restriction: isAccusation ? accused : null,
    sourceOfficerIds: isAccusation ? [officerOf(scene).personId, county.person('bureau.head')] : [],
    by: county.actor('bureau-general.clerk', 'bureau_clerk'),
  });
}

/** Days are told from the day on which the matter came in. */
function dated(fields: DemoOther['fields'], receivedAt: Date): DemoOther['fields'] {
  const dayOf = (text: string): string => countyDay(new Date(receivedAt.getTime() + Number(text.slice(1)) * dayMs));
  const told = Object.entries(fields).map(([name, value]): [string, string | number | boolean] => [
    name,
    typeof value === 'string' && value.startsWith('@') ? dayOf(value) : value,
  ]);
  return Object.fromEntries(told);
}

/** Answered at once (自办); where the kind asks, somebody calls back some days later. */
async function* isAnswered(scene: Scene, matterId: string, { kind, words = '' }: DemoOther): Story {
  const by = officerOf(scene);
  const seen = await scene.matter(matterId);
  const [sent] = await scene.does.replyToMatter.run({
    matterId,
    version: seen.version,
    body: words,
    signatoryIds: null,
    by,
  });
  if (kind !== 'hotline' || !sent || !hasReplyDuty(kind)) return;
  yield scene.in(20);
  const { version } = await scene.matter(matterId);
  const said = { reached: true, solved: true, feedback: 'satisfied', words: '已恢复，谢谢。' } as const;
  const { signatoryId } = sent;
  await scene.does.callBack.run({ matterId, version, signatoryId, contactedAt: scene.now, ...said, by });
}

/** Passed on or, an accusation, handed over; the receipt comes back some days later. */
async function* isSentAway(scene: Scene, matterId: string, { fate, words: to = '' }: DemoOther): Story {
  const by = officerOf(scene);
  const on = fate === 'accused' ? 'hand_over' : 'pass_on';
  const reason = fate === 'accused' ? '涉嫌职务违法，依规移送。' : '属其职责范围，转请办理并直接答复信访人。';
  const { version } = await scene.matter(matterId);
  await scene.does.settleMatter.run({ matterId, version, on, to, reason, by });
  yield scene.in(24);
  const seen = await scene.matter(matterId);
  const receipt = { receivedBy: '收文处', receiptNo: null, receivedAt: scene.now };
  await scene.does.recordReceipt.run({ matterId, version: seen.version, ...receipt, by });
}

/** A principal orders work on it, and the officer registers and sends it. */
async function isOrdered(scene: Scene, matterId: string, { leadUnitKey = 'city' }: DemoOther): Promise<string> {
  const order = { subject: { type: 'matter', id: matterId }, kind: 'order', words: '请抓紧办理，按时答复。' } as const;
  const { id: recordId } = await scene.does.instruct.run({ ...order, lineageId: null, by: principalOf(scene) });
  const { version } = await scene.matter(matterId);
  const draft = {
    leadUnitId: scene.county.unit(leadUnitKey),
    assistUnitIds: [],
    dueAt: endOfDayAfter(scene.now, termDays),
  };
  const by = officerOf(scene);
  const registered = { matterId, version, door: 'instruction', recordId, draft, dispatch: true, by } as const;
  const { id } = await scene.does.registerMatter.run(registered);
  await scene.deliver();
  return id;
}
