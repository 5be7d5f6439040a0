import { FoundUnits } from '@ducha/org';
import type { Answer, Json, World } from '#test-kit';

const dayMs = 86_400_000;

/** An instant so many days from now, as a body takes it. */
export const inDays = (days: number): string =>
  new Date(performance.timeOrigin + performance.now() + days * dayMs).toISOString();

/** The token in the link of a reply that was just sent. */
export const tokenOf = (sent: Json): string => new URL(sent.link, 'http://x').searchParams.get('token') ?? '';

/** The body of a whole message. */
export const aMessage = (changes: object = {}): object => ({
  declaredUnclassified: true,
  kind: 'netizen_message',
  title: '幸福路路灯不亮',
  body: '从仪封镇中心小学到幸福路口，路灯一个月不亮，孩子放学看不清路。',
  category: '城乡建设/市政设施/路灯照明',
  signatories: [{ name: '王先生', contact: '13812341234' }],
  ...changes,
});

/** Tells stories about matters through HTTP: valid defaults, one verb a step. The world may open later. */
export function matterStory(world: () => World) {
  let entered = 0;
  const officer = () => world().as('officer');

  const message = (changes: object = {}): Promise<Json> => {
    entered += 1;
    const text = { title: `留言${entered}`, body: `第${entered}件事` };
    const body = {
      kind: 'netizen_message',
      declaredUnclassified: true,
      ...text,
      category: '水利',
      signatories: [{ name: `网友${entered}` }],
    };
    return officer().does('/matters', { ...body, ...changes });
  };
  const meetingDecision = (): Promise<Json> =>
    officer().does('/matters', {
      kind: 'meeting_decision',
      title: '清淤',
      body: '年内完成',
      meeting: '常务会议',
      declaredUnclassified: true,
    });
  const read = (matter: Json): Promise<Json> => officer().sees(`/matters/${matter.id}`);
  const tries = async (matter: Json, route: string, body: object = {}): Promise<Answer> =>
    officer().post(`/matters/${matter.id}/${route}`, body, { ifMatch: (await read(matter)).version });
  const act = async (matter: Json, route: string, body: object = {}): Promise<Json> =>
    officer().does(`/matters/${matter.id}/${route}`, body, { ifMatch: (await read(matter)).version });
  const refused = async (matter: Json, route: string, body: object = {}): Promise<Json> => {
    const answer = await tries(matter, route, body);
    if (answer.status < 400) throw new Error(`${route} was not refused: ${answer.text}`);
    return answer.body;
  };
  const says = (sent: Json, feedback: string, words?: string): Promise<Answer> =>
    world()
      .stranger()
      .post('/replies/feedback', { token: tokenOf(sent), feedback, words });

  const proposal = (changes: object = {}): object => {
    const { unit, person } = world().county;
    const units = { leadUnitId: unit.water, assistUnitIds: [unit.town] };
    const plan = { wording: '拟请水利局牵头，仪封镇协办', ...units, dueAt: inDays(10), forPersonId: person.magistrate };
    return { handlingProposal: { ...plan, ...changes } };
  };
  const propose = async (matter: Json, changes: object = {}): Promise<Json> =>
    (await act(matter, 'propose', proposal(changes))).proposals[0];

  const mandate = async (changes: object = {}, approvedBy: 'magistrate' | null = 'magistrate'): Promise<Json> => {
    const scope = { sourceKind: 'netizen_message', categoryPrefix: '', from: inDays(-1), to: inDays(100) };
    const asked = await officer().does('/mandates', { ...scope, reason: '网民留言批量交办', ...changes });
    if (approvedBy === null) return asked;
    return world().as(approvedBy).does(`/mandates/${asked.id}/approve`, {}, { ifMatch: asked.version });
  };

  /** Registered with a task that went the whole way to closed. */
  const workedOff = async (matter: Json): Promise<Json> => {
    const order = { subjectType: 'matter', subjectId: matter.id, kind: 'order', words: '请办' };
    const { id: instructionId } = await world().as('magistrate').does('/instructions', order);
    const task = { leadUnitId: world().county.unit.water, dueAt: inDays(99) };
    const done = await act(matter, 'register', { by: 'instruction', instructionId, task, dispatch: true });
    await world().settles();
    await answerIt(world());
    await closeIt(world(), done.task.id);
    return read(matter);
  };

  return { message, meetingDecision, read, tries, act, refused, says, proposal, propose, mandate, workedOff };
}

/** The duty register of the test county. */
export async function plantDuties(world: World): Promise<void> {
  const { water, town, housing, city } = world.county.unit;
  const duties = [
    { category: '水利', leadUnitId: water, assistUnitIds: [town] },
    { category: '水利/灌溉', leadUnitId: town, assistUnitIds: [] },
    { category: '城乡建设', leadUnitId: housing, assistUnitIds: [city] },
  ];
  const register = world.app.get(FoundUnits, { strict: false });
  await world.store.transaction((tx) => register.assignDuties(tx, duties, null));
}

/** The water bureau signs, submits and signs off the only assignment in its boxes. */
async function answerIt(world: World): Promise<void> {
  const does = async (
    who: 'waterLiaison' | 'waterHead',
    box: string,
    route: string,
    body: object = {},
  ): Promise<void> => {
    const [share] = (await world.as(who).sees(`/assignments?box=${box}`)).items;
    await world.as(who).does(`/assignments/${share.id}/${route}`, body, { ifMatch: share.version });
  };
  await does('waterLiaison', 'to_sign', 'sign');
  await does('waterLiaison', 'to_do', 'submit', { resultClass: 'A', body: '渠道已修复，水已通。' });
  await does('waterHead', 'to_sign_off', 'sign-off');
}

/** The officer verifies and presents, the magistrate closes. */
async function closeIt(world: World, taskId: string): Promise<void> {
  const does = async (who: 'officer' | 'magistrate', route: string, body: object): Promise<void> => {
    const { version } = await world.as('officer').sees(`/tasks/${taskId}`);
    await world.as(who).does(`/tasks/${taskId}/${route}`, body, { ifMatch: version });
  };
  await does('officer', 'verify', { verdict: 'pass', manner: 'desk', words: '属实' });
  await does('officer', 'present', { summary: '已修复' });
  await does('magistrate', 'decide', { decision: 'close' });
}
