import { people } from '../../data/people.js';
import { generalStory } from '../../data/story.js';
import type { DemoInstruction } from '../../data/types.js';
import { portfolios } from '../../data/coverage.js';
import { lookedBack } from '../bureau-work.js';
import { Chance } from '../chance.js';
import type { Story } from '../chronicle.js';
import { endOfDayAfter, hoursAfter, momentBefore } from '../office-time.js';
import type { Papers } from '../papers.js';
import type { Scene } from '../scene.js';
import { livesThrough } from '../task-life.js';
import { Voice } from '../voice.js';

const agreed = ['同意。', '同意，按拟办意见办理。', '请抓紧落实，按时报结果。', '同意，请分管同志盯住。'];
const noted = ['已阅，请有关单位参阅。', '有借鉴意义，送相关单位学习。'];
const disagreed = ['先摸清底数再提意见。'];

/** When a principal's paper reaches his office. */
export function beginOf(instruction: DemoInstruction, present: Date): Date {
  return hoursAfter(momentBefore(present, instruction.received), 0.3);
}

/** A principal's words on a paper: entered by the office with the original, proposed, decided, done, presented to him. */
export async function* instructionStory(scene: Scene, papers: Papers, instruction: DemoInstruction): Story {
  const chance = new Chance(`life of ${instruction.key}`);
  const matterId = await enters(scene, papers, instruction);
  yield scene.in(chance.between(3, instruction.received.daysAgo < 7 ? 160 : 50));
  const proposalId = await scene.records.proposal(matterId);
  if (proposalId === undefined) return;
  const by = scene.county.actor(instruction.principalKey, 'principal');
  const decision = instruction.weight === 'act' ? (chance.happens(0.93) ? 'agree' : 'disagree') : 'noted';
  const words = chance.pick({ agree: agreed, disagree: disagreed, noted }[decision]);
  await scene.does.decideProposal.run({
    proposalId,
    decision,
    words: chance.happens(0.7) ? words : null,
    changes: {},
    by,
  });
  await scene.deliver();
  if (decision === 'noted') return yield* isFiled(scene, matterId, chance);
  const task = await scene.records.taskOfMatter(matterId);
  if (!task) return;
  yield* hasLeadLeader(scene, task.id, instruction.proposal.leadUnitKey);
  const voice = new Voice(instruction.shelf, { place: instruction.place, topic: instruction.topic }, chance);
  const result = yield* livesThrough(
    scene,
    { taskId: task.id, voice, chance, papers },
    instruction.proposal.dueInDays * 24,
  );
  if (result === null) return;
  yield scene.in(chance.between(1, 20));
  const { version } = await scene.matter(matterId);
  await scene.does.settleMatter.run({ matterId, version, on: 'close', reason: null, by: deskOfficer(scene) });
  yield* lookedBack(scene, { taskId: task.id, chance });
}

const deskOfficer = (scene: Scene) => scene.county.actor('bureau-general.officer', 'bureau_officer');

async function enters(scene: Scene, papers: Papers, instruction: DemoInstruction): Promise<string> {
  const { principalKey, document, title, words, proposal } = instruction;
  const by = scene.county.actor(secretaryOf(principalKey), 'leader_office');
  const receivedAt = momentBefore(scene.present, instruction.received);
  const original = await papers.enclose(scene, document, `${title}\n${words}`, by);
  return scene.does.enterMatter.run({
    ...{
      kind: 'instruction',
      title,
      body: `${document}\n${words}`,
      categories: ['政府工作'],
      signatories: [],
      occurredAt: receivedAt,
      receivedAt,
    },
    ...{ principalId: scene.county.person(principalKey), meeting: null, foreignId: null, evidenceIds: [original], by },
    handlingProposal: {
      wording: proposal.text,
      leadUnitId: scene.county.unit(proposal.leadUnitKey),
      assistUnitIds: proposal.assistUnitKeys.map((key) => scene.county.unit(key)),
      dueAt: endOfDayAfter(scene.now, proposal.dueInDays + 7),
      forPersonId: scene.county.person(principalKey),
    },
  });
}

function secretaryOf(principalKey: string): string {
  const secretary = people.find(({ posts }) => posts.some(({ serves }) => serves === principalKey));
  if (!secretary) throw new Error(`nobody acts for ${principalKey}`);
  return secretary.key;
}

/** The bureau names the county leader in charge of the lead unit. */
async function* hasLeadLeader(scene: Scene, taskId: string, leadUnitKey: string): Story {
  yield scene.in(0.5);
  const leaderKey = portfolios.find(({ unitKeys }) => unitKeys.includes(leadUnitKey))?.leaderKey ?? 'executive';
  const task = await scene.task(taskId);
  const changes = { leadLeaderId: scene.county.person(leaderKey) };
  await scene.does.correct.run({
    taskId,
    version: task.version,
    reason: '明确牵头县领导。',
    changes,
    by: scene.officerOf(task),
  });
}

async function* isFiled(scene: Scene, matterId: string, chance: Chance): Story {
  yield scene.in(chance.between(2, 20));
  const { version } = await scene.matter(matterId);
  const reason = chance.pick(generalStory.circled);
  await scene.does.settleMatter.run({ matterId, version, on: 'file', reason, by: deskOfficer(scene) });
}
