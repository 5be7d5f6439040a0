import type { DemoDecision } from '../../data/types.js';
import { Chance } from '../chance.js';
import { Chronicle, type Story } from '../chronicle.js';
import { endOfDayAfter, hoursAfter, momentBefore } from '../office-time.js';
import type { Papers } from '../papers.js';
import type { Scene } from '../scene.js';
import { livesThrough } from '../task-life.js';
import type { Work } from '../unit-work.js';
import { Voice } from '../voice.js';

/** When the minutes reach the bureau. */
export function beginOf(decision: DemoDecision, present: Date): Date {
  return hoursAfter(momentBefore(present, decision.received), 16 + decision.item);
}

/** One item of the minutes: registered under its mandate, with its target, to one unit or to many by shares. */
export async function* decisionStory(
  scene: Scene,
  papers: Papers,
  chronicle: Chronicle,
  decision: DemoDecision,
): Story {
  const chance = new Chance(`life of ${decision.key}`);
  const taskId = await registers(scene, decision);
  yield scene.in(chance.between(0.5, 5));
  await names(scene, taskId, decision.target.value, decision.target.unit);
  const work = { chance, papers, voice: voiceOf(decision, chance), counted: countedOf(decision) };
  const termHours = decision.dueInDays * 24;
  if (isSplit(decision)) {
    const children = await isShared(scene, taskId, decision);
    const lives = children.map((child, at) =>
      childLife(
        scene,
        {
          ...work,
          ...child,
          chance: new Chance(`share ${at} of ${decision.key}`),
        },
        termHours,
      ),
    );
    for (const life of lives) chronicle.begin(scene.now, life);
    return;
  }
  const { version } = await scene.task(taskId);
  await scene.does.dispatchTask.run({ taskId, version, changes: {}, by: scene.officerOf(await scene.task(taskId)) });
  await scene.deliver();
  yield* livesThrough(scene, { ...work, taskId }, termHours);
}

async function* childLife(scene: Scene, work: Work, termHours: number): Story {
  yield* livesThrough(scene, work, termHours);
}

function voiceOf({ topic, title }: DemoDecision, chance: Chance): Voice {
  return new Voice('project', { topic, place: title }, chance);
}

function countedOf({ target: { measure, value, unit } }: DemoDecision): NonNullable<Work['counted']> {
  return { measure, target: value, unit };
}

/** Most leads of long lists keep the whole for themselves; one is cut into all its shares. */
function isSplit({ key, target: { shares = [] } }: DemoDecision): boolean {
  return shares.length > 0 && (shares.length <= 3 || key === 'decision-02');
}

const deskOfficer = (scene: Scene) => scene.county.actor('bureau-general.officer', 'bureau_officer');

async function registers(scene: Scene, decision: DemoDecision): Promise<string> {
  const { county } = scene;
  const receivedAt = momentBefore(scene.present, decision.received);
  const matterId = await scene.does.enterMatter.run({
    ...{
      kind: 'meeting_decision',
      title: decision.title,
      body: decision.text,
      categories: ['政府工作/重大项目/项目建设'],
      signatories: [],
    },
    ...{
      occurredAt: receivedAt,
      receivedAt,
      principalId: null,
      meeting: `${decision.meeting}第${decision.item}项`,
      foreignId: null,
    },
    ...{ evidenceIds: [], handlingProposal: null, by: county.actor('bureau-general.clerk-2', 'bureau_clerk') },
  });
  const { version } = await scene.matter(matterId);
  const draft = {
    leadUnitId: county.unit(decision.leadUnitKey),
    assistUnitIds: isSplit(decision) ? [] : decision.assistUnitKeys.map((key) => county.unit(key)),
    dueAt: endOfDayAfter(scene.now, decision.dueInDays),
    leadLeaderId: county.person(decision.leadLeaderKey),
  };
  const door = { door: 'mandate', recordId: scene.mandates.decisions } as const;
  return (
    await scene.does.registerMatter.run({ matterId, version, ...door, draft, dispatch: false, by: deskOfficer(scene) })
  ).id;
}

/** What is counted, and how far it is to go. */
async function names(scene: Scene, taskId: string, targetValue: number, targetUnit: string): Promise<void> {
  const task = await scene.task(taskId);
  const changes = { targetValue, targetUnit };
  await scene.does.correct.run({
    taskId,
    version: task.version,
    reason: '按会议纪要补充量化目标。',
    changes,
    by: scene.officerOf(task),
  });
}

/** The target is cut into the units' shares: one sub-task each, with a target of its own, all sent out in one act. */
async function isShared(scene: Scene, taskId: string, decision: DemoDecision) {
  const { measure, unit, shares = [] } = decision.target;
  const task = await scene.task(taskId);
  const by = scene.officerOf(task);
  const children = shares.map(({ unitKey, value }) => ({
    title: `${decision.title}（${measure}${value}${unit}）`,
    demand: decision.text,
    leadUnitId: scene.county.unit(unitKey),
    assistUnitIds: [],
    dueAt: null,
  }));
  const opened = await scene.does.splitTask.run({ taskId, version: task.version, children, dispatch: false, by });
  const counted = opened.map(({ id }, at) => ({
    taskId: id,
    counted: { measure, target: shares[at]?.value ?? 0, unit },
  }));
  for (const child of counted) await names(scene, child.taskId, child.counted.target, unit);
  await scene.does.dispatchTasks.run({ tasks: { ids: opened.map(({ id }) => id) }, by });
  await scene.deliver();
  return counted;
}
