import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeXlsx } from '@ducha/spreadsheet';
import { decisions } from '../../data/decisions.js';
import { duties } from '../../data/duties.js';
import { instructions } from '../../data/instructions.js';
import { messages } from '../../data/messages.js';
import { people } from '../../data/people.js';
import type { DemoDecision, DemoInstruction, DemoMessage } from '../../data/types.js';
import { endOfDayAfter, momentBefore } from '../../life/office-time.js';
import { paperOf } from '../../life/paper.js';
import type { Seen } from '../api-client.js';
import { categoryOf, type Stage } from '../stage.js';

interface SheetRow {
  readonly message: DemoMessage;
  readonly category: readonly string[];
}

interface ImportAnswer extends Seen {
  readonly counts: {
    readonly rows: number;
    readonly imported: number;
    readonly duplicates: number;
    readonly rejected: number;
  };
}

/** A sheet names one asker a row; messages that several people signed are entered by hand. */
const bySheet = messages.filter(({ askers }) => askers.length === 1);
const byHand = messages.filter(({ askers }) => askers.length > 1);

/** How many matters there must be at the end. */
export const matterCount = messages.length + instructions.length + decisions.length;

/** Everything comes in: a sheet of messages, signed letters by hand, leaders' papers with the original, minutes. */
export async function takesIn(stage: Stage): Promise<void> {
  await importsSheet(stage);
  await stage.each(byHand, (message) => entersMessage(stage, message));
  await stage.each(instructions, (instruction) => entersInstruction(stage, instruction));
  await stage.each(decisions, (decision) => entersDecision(stage, decision));
}

/** A message that could mean several units stands in the sheet once per category, as the county's board exports it. */
function sheetRows(): SheetRow[] {
  return bySheet.flatMap((message) => {
    const meant = duties
      .filter(({ leadUnitKey, path }) => message.unclear?.includes(leadUnitKey) && path.length === 1)
      .slice(0, 1);
    const categories = [categoryOf(message.duty), ...meant.map(({ path }) => path)];
    return [...new Set(categories.map((path) => path.join('/')))].map((category) => ({
      message,
      category: category.split('/'),
    }));
  });
}

async function importsSheet(stage: Stage): Promise<void> {
  const clerk = await stage.crowd.as('bureau-general.clerk');
  const rows = sheetRows();
  const file = await sheetOf(rows, stage.began);
  const preview = await clerk.upload<ImportAnswer>('/imports', file, '留言板导出.xlsx', {
    sourceKind: 'netizen_message',
  });
  const { counts } = await clerk.post<ImportAnswer>(
    `/imports/${preview.id}/commit`,
    { mode: 'all_or_nothing' },
    preview,
  );
  if (counts.imported !== bySheet.length)
    throw new Error(`${counts.imported} of ${bySheet.length} messages were imported`);
}

async function sheetOf(rows: readonly SheetRow[], began: Date): Promise<Buffer> {
  const stream = new PassThrough();
  const written = buffer(stream);
  await writeXlsx<SheetRow>(
    stream,
    [
      { title: '留言编号', value: ({ message }) => message.foreignId },
      { title: '留言用户', value: ({ message }) => message.askers[0]?.name },
      { title: '联系方式', value: ({ message }) => message.askers[0]?.phone },
      { title: '留言主题', value: ({ message }) => message.title },
      { title: '留言时间', value: ({ message }) => momentBefore(began, message.received) },
      { title: '留言详情', value: ({ message }) => message.text },
      { title: '一级标签', value: ({ category }) => category[0] },
      { title: '二级标签', value: ({ category }) => category[1] },
      { title: '三级标签', value: ({ category }) => category[2] },
    ],
    rows,
    { sheet: '留言' },
  );
  return written;
}

async function entersMessage(stage: Stage, message: DemoMessage): Promise<void> {
  const clerk = await stage.crowd.as('bureau-general.clerk-2');
  await clerk.post('/matters', {
    kind: 'netizen_message',
    declaredUnclassified: true,
    title: message.title,
    body: message.text,
    category: categoryOf(message.duty).join('/'),
    signatories: message.askers.map(({ name, phone }) => ({ name, contact: phone })),
    occurredAt: momentBefore(stage.began, message.received).toISOString(),
    foreignId: message.foreignId,
  });
}

async function entersInstruction(
  stage: Stage,
  { principalKey, document, title, words, proposal, received }: DemoInstruction,
): Promise<void> {
  const { crowd, began } = stage;
  const secretary = people.find(({ posts }) => posts.some(({ serves }) => serves === principalKey));
  const office = await crowd.as(secretary?.key ?? '');
  const original = await office.upload<{ id: string }>(
    '/evidence',
    paperOf(document, [title, words]),
    `${document}.pdf`,
  );
  const principalId = await personId(stage, principalKey);
  await office.post('/matters', {
    ...{
      kind: 'instruction',
      declaredUnclassified: true,
      title,
      body: `${document}\n${words}`,
      category: '政府工作',
      signatories: [],
      principalId,
    },
    receivedAt: momentBefore(began, received).toISOString(),
    evidenceIds: [original.id],
    handlingProposal: {
      wording: proposal.text,
      leadUnitId: crowd.unit(proposal.leadUnitKey),
      assistUnitIds: proposal.assistUnitKeys.map((key) => crowd.unit(key)),
      dueAt: endOfDayAfter(began, proposal.dueInDays).toISOString(),
      forPersonId: principalId,
    },
  });
}

/** A leader's id as the pickers of the screen find it. */
export async function personId(stage: Stage, personKey: string): Promise<string> {
  const name = people.find(({ key }) => key === personKey)?.name ?? '';
  const found = await (await stage.desk()).get<{ items: { id: string }[] }>(`/persons?q=${encodeURIComponent(name)}`);
  return found.items[0]?.id ?? '';
}

async function entersDecision(stage: Stage, decision: DemoDecision): Promise<void> {
  const clerk = await stage.crowd.as('bureau-general.clerk-3');
  await clerk.post('/matters', {
    ...{
      kind: 'meeting_decision',
      declaredUnclassified: true,
      title: decision.title,
      body: decision.text,
      category: '政府工作/重大项目/项目建设',
      signatories: [],
    },
    receivedAt: momentBefore(stage.began, decision.received).toISOString(),
    meeting: `${decision.meeting}第${decision.item}项`,
  });
}
