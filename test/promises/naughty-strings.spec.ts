import { isStorable } from '@ducha/http';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { type Agent, type Json, World } from '#test-kit';
import { tokenOf } from '../flows/stories/matter-story.js';
import { Door, inParallel } from './kit/door.js';
import { Findings, naughtyStrings, type Said, taken } from './kit/naughty.js';
import { inDays } from './kit/planted.js';
import { freshCookie } from './kit/readers.js';

/** ExcelJS leaves the escapes that OOXML uses for what XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The string, where the field takes one so long; the longer fields are tried all the same. */
const fitted = (text: string, longest: number): string => (text.length > longest ? '短的' : text);

const width = 8;

const entry = { declaredUnclassified: true };

describe('naughty strings', () => {
  let world: World;
  let texts: string[];
  const findings = new Findings();

  beforeAll(async () => {
    world = await World.open({ env: { DUCHA_FRESH_MINUTES: '60' } });
    texts = naughtyStrings();
  }, 180_000);
  afterAll(() => world.close());

  it('come back from a message, its reply and the feedback on it', async () => {
    const officer = world.as('officer');
    await findings.tell(texts, width, async (text): Promise<Said[]> => {
      const [title, name] = [fitted(text, 200), fitted(text, 100)];
      const fields = { platform: fitted(text, 200), place: '幸福路' };
      const body = {
        ...entry,
        kind: 'netizen_message',
        title,
        body: text,
        fields,
        foreignId: name,
        signatories: [{ name }],
      };
      const entered = await officer.post('/matters', body);
      const entering = { where: 'message', longest: 20_000, answer: entered };
      if (!taken(entered)) return [entering];
      const at = `/matters/${entered.body.id}`;
      const replied = await officer.post(`${at}/reply`, { body: text }, { ifMatch: entered.body.version });
      const said = {
        token: taken(replied) ? tokenOf(replied.body.replies[0]) : '',
        feedback: 'satisfied',
        words: text,
      };
      const judged = await world.stranger().post('/replies/feedback', said);
      const page = await officer.sees(at);
      const [reply] = page.replies;
      const named = { foreignId: page.foreignId, name: page.signatories[0]?.name };
      const back = { body: page.body, ...(title === text && { title: page.title }), ...(name === text && named) };
      return [
        { ...entering, back },
        { where: 'reply', longest: 20_000, answer: replied, back: { reply: reply?.body } },
        { where: 'feedback', longest: 2_000, answer: judged, back: { feedback: reply?.feedbackWords } },
      ];
    });
    expect(findings.wrong).toEqual([]);
  }, 600_000);

  it('come back from a meeting’s decision and its handling proposal', async () => {
    const officer = world.as('officer');
    const forPersonId = world.county.person.magistrate;
    await findings.tell(texts, width, async (text): Promise<Said[]> => {
      const decision = { ...entry, kind: 'meeting_decision', title: '一项决定', body: '正文', meeting: text };
      const answer = await officer.post('/matters', { ...decision, handlingProposal: { wording: text, forPersonId } });
      const where = { where: 'decision', longest: 200, answer };
      if (!taken(answer)) return [where];
      const { meeting, proposals } = answer.body;
      return [{ ...where, back: { meeting, wording: proposals[0]?.wording } }];
    });
    expect(findings.wrong).toEqual([]);
  }, 600_000);

  it('come back from a task, its instructions and the reason of its end', async () => {
    const officer = world.as('officer');
    await findings.tell(
      texts,
      width,
      async (text): Promise<Said[]> => {
        const [title, category] = [fitted(text, 200), fitted(text, 200)];
        const opened = await officer.post('/tasks', { title, demand: text, category });
        const opening = { where: 'task', longest: 10_000, answer: opened };
        if (!taken(opened)) return [opening];
        const { id, version } = opened.body;
        const words = { subjectType: 'task', subjectId: id, kind: 'guidance', words: text };
        const told = await world.as('magistrate').post('/instructions', words);
        const ended = await world.as('bureauHead').post(`/tasks/${id}/cancel`, { reason: text }, { ifMatch: version });
        const page = taken(ended) ? ended.body : await officer.sees(`/tasks/${id}`);
        const short = { taskTitle: page.title, category: page.category };
        const [last] = (await officer.sees(`/tasks/${id}/timeline`)).items;
        return [
          { ...opening, back: { demand: page.demand, ...(title === text && short) } },
          { where: 'instruction', longest: 4_000, answer: told, back: { instruction: page.instructions[0]?.words } },
          { where: 'cancel', longest: 2_000, answer: ended, back: { reason: last?.words } },
        ];
      },
      { taskTitle: (text) => text.trim() },
    );
    expect(findings.wrong).toEqual([]);
  }, 600_000);

  it('come back from a unit’s report, its answer and its head’s reason', async () => {
    const [liaison, head] = [world.as('waterLiaison'), world.as('waterHead')];
    const orders = await signedOrders(liaison);
    await findings.tell(texts, orders.length, async (text, lane): Promise<Said[]> => {
      const at = `/assignments/${orders[lane].id}`;
      const reported = await liaison.post(`${at}/report`, { progress: text, problem: text, nextStep: text });
      const { version } = taken(reported) ? reported.body : await liaison.sees(at);
      const submitted = await liaison.post(`${at}/submit`, { resultClass: 'A', body: text }, { ifMatch: version });
      if (!taken(submitted)) return [said(reported), { where: 'answer', longest: 20_000, answer: submitted }];
      const sentBack = await head.post(`${at}/return`, { reason: text }, { ifMatch: submitted.body.version });
      const page = taken(sentBack) ? sentBack.body : await liaison.sees(at);
      const { progress, problem, nextStep } = page.lastReport ?? {};
      return [
        said(reported, { progress, problem, nextStep }),
        { where: 'answer', longest: 20_000, answer: submitted, back: { answer: submitted.body.answer?.body } },
        { where: 'return', longest: 2_000, answer: sentBack, back: { reason: page.returnWords } },
      ];
    });
    expect(findings.wrong).toEqual([]);
  }, 600_000);

  it('may be searched for, and name files', async () => {
    const door = new Door(world, width);
    const cookie = await freshCookie(world, 'officer');
    const wrong: string[] = [];
    await inParallel(texts.filter(isStorable), width, async (text) => {
      for (const path of ['/tasks', '/matters', '/persons']) {
        const { status } = await door.send({ method: 'GET', path: `${path}?q=${encodeURIComponent(text)}`, cookie });
        if (status >= 500) wrong.push(`${path} ${JSON.stringify(text).slice(0, 60)}: ${status}`);
      }
    });
    door.close();
    const officer = world.as('officer');
    const nameable = texts.filter(
      (text) => /\S/u.test(text) && isStorable(text) && !/[\p{Cc}"\\/:*?<>|]/u.test(text) && text.length < 100,
    );
    await inParallel(nameable, width, async (text) => {
      const { status, body } = await officer.upload('/evidence', Buffer.from('%PDF-1.4\n%%EOF\n'), `${text}.pdf`);
      if (status !== 201 || body.fileName !== `${text}.pdf`)
        wrong.push(
          `file ${JSON.stringify(text).slice(0, 60)} -> ${status} ${JSON.stringify(body.fileName)?.slice(0, 60)}`,
        );
    });
    console.info(`search: ${texts.length} strings by 3 lists; file names: ${nameable.length}; ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 600_000);

  it('stand in the exports', async () => {
    const titles = (
      await world.store.query<{ title: string }>("select title from task where title <> '' order by id desc")
    ).map(({ title }) => title);
    const csv = await world.as('officer').post(await approvedExport('csv'));
    const rows = parse<Record<string, string>>(csv.text, { bom: true, columns: true });
    const inCsv = new Set(rows.map(({ 事项 }) => 事项 ?? ''));
    const lostInCsv = titles.filter((title) => !inCsv.has(title) && !inCsv.has(`'${title}`));
    const inXlsx = await titlesOfXlsx();
    const lostInXlsx = titles.filter((title) => !inXlsx.has(title) && !inXlsx.has(`'${title}`));
    console.info(
      `${texts.length} strings: ${findings.kept} times kept in a field, ${findings.refused} times refused; exports: ${titles.length} titles, ${lostInCsv.length} altered in CSV, ${lostInXlsx.length} in XLSX`,
    );
    expect(findings.kept).toBeGreaterThan(texts.length * 10);
    expect(titles.length).toBeGreaterThan(texts.length * 0.8);
    expect(lostInCsv).toEqual([]);
    expect(lostInXlsx).toEqual([]);
  }, 300_000);

  const said = (answer: Said['answer'], back: Said['back'] = {}): Said => ({
    where: 'report',
    longest: 4_000,
    answer,
    back,
  });

  /** Where the officer takes a file of more rows than one person may export alone. */
  async function approvedExport(format: string): Promise<string> {
    const { id, version } = await world.as('officer').does('/export-requests', { format, reason: '核对导出' });
    await world.as('bureauHead').does(`/export-requests/${id}/approve`, {}, { ifMatch: version });
    return `/export-requests/${id}/take`;
  }

  async function titlesOfXlsx(): Promise<Set<string>> {
    const door = new Door(world);
    const answer = await door.sendForBytes({
      method: 'POST',
      path: await approvedExport('xlsx'),
      cookie: await freshCookie(world, 'officer'),
    });
    door.close();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    const titles = new Set<string>();
    sheet?.eachRow((row) => titles.add(unescaped(row.getCell(5).text)));
    return titles;
  }

  /** One assignment for each lane, signed by the water bureau. */
  async function signedOrders(liaison: Agent): Promise<Json[]> {
    const order = { demand: '办好', leadUnitId: world.county.unit.water, dueAt: inDays(9), door: 'instruct' };
    for (let lane = 0; lane < width; lane += 1)
      await world.as('magistrate').does('/tasks', { ...order, title: `第${lane}件事`, dispatch: true });
    await world.settles();
    const { items } = await liaison.sees('/assignments?box=to_sign');
    for (const { id, version } of items) await liaison.does(`/assignments/${id}/sign`, {}, { ifMatch: version });
    return items;
  }
});
