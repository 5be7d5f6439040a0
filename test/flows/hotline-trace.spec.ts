import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, World } from '#test-kit';
import { matterStory } from './stories/matter-story.js';
import { TaskStory } from './stories/task-story.js';

const traceFile = join(__dirname, '../../../shared/data/proposals/taian_12345_one_case.json');
const isThere = existsSync(traceFile);
const withReal = isThere ? describe : describe.skip;
if (!isThere) console.warn('SKIPPED: the real hotline trace, ../shared/data is absent');

jest.setTimeout(60_000);
let s: World;
let real: Json;
let tasks: TaskStory;
beforeAll(async () => {
  s = await World.open();
  tasks = new TaskStory(s);
  // the ticket is older than the test county's units
  await s.store.query(`update unit set from_at = '2020-01-01T00:00:00Z'`);
  real = isThere ? JSON.parse(readFileSync(traceFile, 'utf8')) : {};
});
afterAll(() => s.close());
const story = matterStory(() => s);

/** The county's hour of a step, as an instant. */
const instantOf = ({ at }: Json): string => new Date(`${at.replace(' ', 'T')}+08:00`).toISOString();
const ms = (instant: string): number => Date.parse(instant);
const step = (name: string): Json => real.trace.find((one: Json) => one.step === name);

/** It is the hour of a step, and stands there, until everything was told. */
async function comes(one: Json): Promise<string> {
  await s.clock.stand(instantOf(one));
  await s.settles();
  return instantOf(one);
}

withReal('the real hotline trace', () => {
  let ticket: Json;
  let taskId: string;

  it('has five steps in order of time; its form’s fields are own fields, evidence or the contact', async () => {
    expect(real.trace.map((one: Json) => one.step)).toEqual(['受理', '预审', '处置', '回访', '结案']);
    const hours = real.trace.map((one: Json) => ms(instantOf(one)));
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    const kinds = await s.as('officer').sees('/matter-kinds');
    const own = kinds.find(({ kind }: Json) => kind === 'hotline').fields.map(({ label }: Json) => label.zh);
    // the files of the form are evidence, and the caller's number is the signatory's contact: both are kept in one place only
    expect(real.disposal_fields.filter((name: string) => !own.includes(name))).toEqual([
      '附件(证件附件/联系证据/办理附件)',
      '联系号码',
    ]);
  });

  it('受理: the ticket is taken in, at its hour, by its group', async () => {
    const accepted = step('受理');
    const receivedAt = await comes(accepted);
    ticket = await s.as('clerk').does('/matters', {
      ...{ kind: 'hotline', title: '一件真实工单', body: accepted.result, category: '水利', receivedAt },
      declaredUnclassified: true,
      signatories: [{ name: '来电人', contact: '13900001111' }],
      fields: { acceptedBy: accepted.dept, ticketType: 'request' },
    });
    expect(ticket).toMatchObject({ state: 'received', receivedAt, fields: { acceptedBy: accepted.dept } });
  });

  it('预审: the reviewing group sends it to the linked unit, by a standing mandate, and the unit has it at that hour', async () => {
    const reviewed = step('预审');
    const at = await comes(reviewed);
    const period = { from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    const mandate = await story.mandate({ sourceKind: 'hotline', ...period });
    const task = { leadUnitId: s.county.unit.water, dueAt: '2025-09-18T15:59:59.999Z' };
    const done = await story.act(ticket, 'register', { by: 'mandate', mandateId: mandate.id, task, dispatch: true });
    taskId = done.task.id;
    await s.settles();
    expect(await tasks.assignment(taskId, 'water')).toMatchObject({ state: 'delivered', deliveredAt: at });
    expect(await story.read(ticket)).toMatchObject({ state: 'registered', registeredAt: at });
    expect(reviewed).toMatchObject({ from: '待派遣', to: '已派遣' });
  });

  it('a further dispatch (加派) names two more units with days of their own', async () => {
    const { type, to, expires_days: days } = real.reassign;
    expect([type, to.length]).toEqual(['加派', 2]);
    const dueAt = new Date(ms(instantOf(step('预审'))) + days * 86_400_000).toISOString();
    const unitIds = [s.county.unit.housing, s.county.unit.city];
    await tasks.does('officer', taskId, 'assists', { unitIds, dueAt });
    await s.settles();
    for (const unit of ['housing', 'city'] as const)
      expect(await tasks.assignment(taskId, unit)).toMatchObject({ state: 'delivered', duty: 'assist', dueAt });
  });

  it('处置: the units answer at that hour; somebody outside checks before it counts, which the hotline did not', async () => {
    const handled = step('处置');
    const at = await comes(handled);
    // 签收 is no step of the hotline: here a person of the unit signs for it before the answer, the lead before its assists
    await tasks.unitDoes('waterLiaison', taskId, 'water', 'sign');
    for (const unit of ['housing', 'city'] as const) {
      await tasks.answers(taskId, unit, { body: '已配合处置' });
      await tasks.unitDoes('waterLiaison', taskId, unit, 'accept');
    }
    await tasks.answers(taskId, 'water', { body: handled.result });
    const answered = await tasks.assignment(taskId, 'water');
    expect(answered).toMatchObject({ state: 'answered', answeredAt: at });
    expect(ms(answered.answeredAt)).toBeLessThan(ms(answered.dueAt));
    expect((await story.refused(ticket, 'reply', { body: '过早的答复' })).code).toBe('matter.tasksOpen');
    await tasks.passes(taskId);
    await tasks.does('officer', taskId, 'close');
    expect(await tasks.page(taskId)).toMatchObject({ state: 'closed' });
  });

  it('回访, 结案: the caller is answered and called back, and that closes it within the same second', async () => {
    const called = step('回访');
    const at = await comes(called);
    const { replies } = await story.act(ticket, 'reply', { body: '已处置' });
    expect(replies).toHaveLength(1);
    expect((await story.read(ticket)).replies).toMatchObject([{ repliedAt: at, body: '已处置' }]);
    const [{ id: signatoryId }] = ticket.signatories;
    const back = { signatoryId, contactedAt: at, reached: true, solved: true, feedback: 'satisfied' };
    // in the trace two rows of one second; here one act of the calling group is both
    expect(await story.act(ticket, 'call-backs', back)).toMatchObject({
      state: 'closed',
      callBacks: [{ solved: true, contactedAt: expect.anything() }],
    });
    expect(step('结案').at).toBe(called.at);
    expect((await story.read(ticket)).closedAt).toBe(at);
  });

  it('leaves the acts of its steps in their order on the record', async () => {
    const rows = await s.store.query<{ act: string; at: Date }>(
      `select act, at from audit_row where act = any($2) and (subject_id = $1 or about_id in ($1, $3)) order by at, id`,
      [
        ticket.id,
        ['matter.enter', 'matter.register', 'assignment.sign_off', 'matter.reply', 'matter.call_back'],
        taskId,
      ],
    );
    const firsts = [...new Map([...rows].reverse().map(({ act, at }) => [act, at.toISOString()])).entries()].reverse();
    expect(firsts).toEqual([
      ['matter.enter', instantOf(step('受理'))],
      ['matter.register', instantOf(step('预审'))],
      ['assignment.sign_off', instantOf(step('处置'))],
      ['matter.reply', instantOf(step('回访'))],
      ['matter.call_back', instantOf(step('结案'))],
    ]);
  });
});
