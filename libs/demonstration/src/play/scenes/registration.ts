import { decisions } from '../../data/decisions.js';
import { dutyNamed, handlersOf, mandates } from '../../data/duties.js';
import { instructions } from '../../data/instructions.js';
import { messages } from '../../data/messages.js';
import { people } from '../../data/people.js';
import type { DemoDecision, DemoMessage } from '../../data/types.js';
import { divisionKeys, units } from '../../data/units.js';
import { endOfDayAfter } from '../../life/office-time.js';
import type { MatterAnswer, TaskAnswer, TrayAnswer } from '../answers.js';
import type { Stage } from '../stage.js';
import type { Seen } from '../api-client.js';
import { personId } from './intake.js';

const messageDays = 15;
const fanOutDays = 10;
const decisionByTitle = new Map(decisions.map((decision) => [decision.title, decision]));

/** The head of the bureau asks for standing mandates; principals approve them from their trays. */
export async function mandatesAreGiven(stage: Stage): Promise<void> {
  const head = await stage.crowd.as('bureau.head');
  for (const { kind, scope, validDays, approvedByKey } of mandates) {
    const period = { from: stage.began.toISOString(), to: endOfDayAfter(stage.began, validDays).toISOString() };
    const mandate = await head.post<Seen>('/mandates', {
      sourceKind: kind,
      categoryPrefix: '',
      ...period,
      reason: scope,
    });
    const principal = await stage.crowd.as(approvedByKey);
    const { items } = await principal.get<TrayAnswer>('/tray');
    const waiting = items.find(({ id }) => id === mandate.id);
    if (!waiting) throw new Error('the mandate does not lie in the tray');
    await principal.post(`/mandates/${mandate.id}/approve`, {}, waiting);
    stage.mandates.set(kind, mandate.id);
  }
}

/** Messages in one act under the mandate; those whose place says who leads, one by one before. */
export async function registersMessages(stage: Stage): Promise<void> {
  const desk = await stage.desk();
  const mandateId = stage.mandates.get('netizen_message');
  const received = await desk.all<MatterAnswer>('/matters?kind=netizen_message&state=received');
  const placed = messages.flatMap((message) => {
    const matter = received.find(({ title }) => title === message.title);
    return matter && leadsByPlace(message) ? [{ message, matter }] : [];
  });
  await stage.each(placed, async ({ message, matter }) => {
    const { lead, assists } = handlersOf(dutyNamed(message.duty), message.at);
    const plan = { leadUnitId: stage.crowd.unit(lead), assistUnitIds: assists.map((key) => stage.crowd.unit(key)) };
    const task = { ...plan, dueAt: endOfDayAfter(stage.began, messageDays).toISOString() };
    await desk.post(`/matters/${matter.id}/register`, { by: 'mandate', mandateId, task, dispatch: true }, matter);
  });
  const filter = { kind: 'netizen_message', state: 'received' };
  const many = await desk.post<{ skipped: unknown[] }>('/matters/register', {
    filter,
    mandateId,
    dueInDays: messageDays,
    dispatch: true,
  });
  if (many.skipped.length > 0) throw new Error(`${many.skipped.length} messages were not registered`);
}

function leadsByPlace(message: DemoMessage): boolean {
  return (
    message.triage === 'register' &&
    handlersOf(dutyNamed(message.duty), message.at).lead !== dutyNamed(message.duty).leadUnitKey
  );
}

/** Items of minutes under their mandate: to one unit, or cut into shares. */
export async function registersDecisions(stage: Stage): Promise<void> {
  const desk = await stage.desk();
  const received = await desk.all<MatterAnswer>('/matters?kind=meeting_decision&state=received');
  await stage.each(received, async (matter) => {
    const decision = decisionByTitle.get(matter.title);
    if (decision) await registersDecision(stage, matter, decision);
  });
}

async function registersDecision(stage: Stage, matter: MatterAnswer, decision: DemoDecision): Promise<void> {
  const desk = await stage.desk();
  const { shares = [], measure, unit, value } = decision.target;
  const task = {
    leadUnitId: stage.crowd.unit(decision.leadUnitKey),
    assistUnitIds: shares.length > 0 ? [] : decision.assistUnitKeys.map((key) => stage.crowd.unit(key)),
    dueAt: endOfDayAfter(stage.began, decision.dueInDays).toISOString(),
    leadLeaderId: await personId(stage, decision.leadLeaderKey),
  };
  const through = { by: 'mandate', mandateId: stage.mandates.get('meeting_decision') };
  const registered = await desk.post<{ task: Seen }>(`/matters/${matter.id}/register`, { ...through, task }, matter);
  const target = { reason: '按会议纪要补充量化目标。', targetValue: value, targetUnit: unit };
  const counted = await desk.post<Seen>(`/tasks/${registered.task.id}/correct`, target, registered.task);
  if (shares.length === 0) await desk.post(`/tasks/${counted.id}/dispatch`, {}, counted);
  else {
    const children = shares.map((share) => ({
      title: `${decision.title}（${measure}${share.value}${unit}）`,
      demand: decision.text,
      leadUnitId: stage.crowd.unit(share.unitKey),
    }));
    await desk.post(`/tasks/${counted.id}/split`, { children, dispatch: true }, counted);
  }
}

/** Leaders go through their trays; one in five is decided by the office in the leader's name. */
export async function proposalsAreDecided(stage: Stage): Promise<void> {
  const principals = people.filter(({ posts }) => posts.some(({ role }) => role === 'principal'));
  for (const { key } of principals) {
    const secretary = people.find(({ posts }) => posts.some(({ serves }) => serves === key));
    const { items } = await (await stage.crowd.as(key)).get<TrayAnswer>('/tray');
    await stage.each(
      items.filter(({ kind }) => kind === 'handling_proposal'),
      async (item, at) => {
        const decider = await stage.crowd.as(at % 5 === 4 ? (secretary?.key ?? key) : key);
        const weight = instructions.find(({ title }) => title === item.title)?.weight;
        const decision = weight === 'act' ? 'agree' : 'noted';
        await decider.post(`/handling-proposals/${item.id}/decide`, {
          decision,
          words: decision === 'agree' ? '同意，抓紧办理。' : '已阅。',
        });
      },
    );
  }
  await filesNoted(stage);
}

/** What a leader only took note of is filed. */
async function filesNoted(stage: Stage): Promise<void> {
  const desk = await stage.desk();
  const noted = await desk.all<MatterAnswer>('/matters?kind=instruction&state=received');
  await stage.each(noted, async (matter) => {
    await desk.post(`/matters/${matter.id}/file`, { reason: '领导已阅，存查。' }, matter);
  });
}

/** A principal gives one task to every division and to departments: each unit answers for itself. */
export async function fansOut(stage: Stage): Promise<void> {
  const departments = units.filter(({ kind }) => kind === 'department').slice(0, 24);
  const unitIds = [...divisionKeys, ...departments.map(({ key }) => key)].map((key) => stage.crowd.unit(key));
  const principal = await stage.crowd.as('magistrate');
  const words = '汛期将至，各单位把本辖区、本行业的风险点过一遍，列清单、定责任人，十日内报结。';
  await principal.post<{ tasks: TaskAnswer[] }>('/tasks/fan-out', {
    ...{ title: '汛前风险隐患自查', demand: words, kind: 'instruction', door: 'instruct', unitIds, dispatch: true },
    instruction: { kind: 'order', words },
    dueAt: endOfDayAfter(stage.began, fanOutDays).toISOString(),
  });
}
