import { expect } from '@playwright/test';
import { asks, delivered, posts, type Row, unitNamed } from './kit/api.js';
import { unitName } from './kit/cast.js';
import { filled } from './kit/languages.js';
import { markOf, onEitherScreen, test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const town = '东坝头镇';
const inTenDays = (): string => new Date(Date.now() + 10 * 24 * 3_600_000).toISOString();

/** A sheet of people of one unit; the named row is of a unit that nobody knows. */
function sheetOf(names: readonly string[], unit: string, badRow?: number): Buffer {
  const rows = names.map((name, at) => [name, at + 2 === badRow ? '没有的单位' : unit, '承办人', '科员']);
  return Buffer.from([['姓名', '单位', '角色', '职务'], ...rows].map((row) => row.join(',')).join('\r\n'));
}

/** The unit's share of a task. */
async function shareOf(visitor: Visitor, taskId: string): Promise<Row> {
  const { assignments } = await asks<{ assignments: Row[] }>(visitor, `/tasks/${taskId}`);
  const [share] = assignments;
  if (share === undefined) throw new Error('nothing was sent out');
  return share;
}

/** The unit has it in its hands: sent out, delivered and signed. */
async function signed(liaison: Visitor, principal: Visitor, taskId: string): Promise<void> {
  await delivered(principal, taskId);
  const { id, version } = await shareOf(liaison, taskId);
  await posts(liaison, `/assignments/${id}/sign`, {}, version);
}

onEitherScreen((language) => {
  test('a sheet of people: its bad cell is named, then all of it is written', async ({ enter }) => {
    const mark = markOf(language).replace(/[^\p{L}\p{N}]/gu, '');
    const people = [`甄甲${mark}`, `甄乙${mark}`, `甄丙${mark}`];
    const sysadmin = await enter('sysadmin');
    const { page, words, dialog } = sysadmin;
    const { items } = await asks<{ items: { name: string; shortName: string }[] }>(sysadmin, '/units?all=true');
    const unit = items.find(({ shortName }) => shortName === unitName)?.name ?? '';
    const sends = (buffer: Buffer) =>
      dialog.locator('input[type=file]').setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer });
    await sysadmin.opens('/people');
    await sysadmin.presses(words.roster.menu);
    await page.getByRole('menuitem', { name: words.roster.importPeople }).click();

    await test.step('the refused cell is named by row, column and reason, and nothing can be written', async () => {
      await sends(sheetOf(people, unit, 3));
      const refused = dialog.getByRole('region', { name: words.importing.rejected, exact: true }).locator('tbody tr');
      await expect(refused).toHaveCount(1);
      await expect(refused.locator('td').nth(1)).toHaveText('3');
      await expect(refused.locator('td').nth(2)).toHaveText(/^B.*单位/);
      await expect(sysadmin.button(filled(words.roster.commit, { count: 0 }), dialog)).toBeDisabled();
      await sysadmin.findsNoFault();
    });

    await test.step('the corrected sheet is shown, then written as a whole', async () => {
      await sysadmin.presses(words.roster.again, dialog);
      await sends(sheetOf(people, unit));
      for (const name of people) await expect(dialog.getByRole('cell', { name, exact: true })).toBeVisible();
      await sysadmin.findsNoFault();
      await sysadmin.presses(filled(words.roster.commit, { count: people.length }), dialog);
      await expect(dialog.getByText(filled(words.roster.done, { count: people.length }))).toBeVisible();
      await dialog.locator('.dialog-acts').getByRole('button', { name: words.roster.close }).click();
      await sysadmin.opens(`/people?q=${encodeURIComponent(mark)}`);
      for (const name of people) await expect(page.getByText(name, { exact: true })).toBeVisible();
    });
  });

  test('work is given out inside the unit, reported and signed off', async ({ enter }) => {
    const title = `夜市占道整治 ${markOf(language)}`;
    const [magistrate, liaison] = [await enter('magistrate'), await enter('liaison')];
    const [head, staff, officer] = [await enter('unitHead'), await enter('staff'), await enter('officer')];
    const { words } = head;
    const leadUnitId = await unitNamed(magistrate, unitName);
    const order = { title, demand: '每晚巡查并登记', dueAt: inTenDays(), leadUnitId, door: 'instruct', dispatch: true };
    const { id } = await posts(magistrate, '/tasks', order);
    await signed(liaison, magistrate, id);
    const { person } = await asks<{ person: { name: string } }>(staff, '/session');
    const inside = ({ page }: Visitor) => page.getByRole('region', { name: words.errand.title });

    await test.step('the head gives it to somebody', async () => {
      const { dialog } = head;
      await head.opens(`/tasks/${id}`);
      await head.presses(words.errand.give);
      await head.picks(words.errand.giveTo, person.name, dialog);
      await dialog.getByLabel(words.errand.note, { exact: true }).fill('本周每晚八点起巡查，周五汇总。');
      await head.findsNoFault();
      await head.presses(words.errand.give, dialog);
      await expect(inside(head)).toContainText(person.name);
      await head.findsNoFault();
    });

    await test.step('who has it finds it in the own list and reports', async () => {
      const { dialog, page } = staff;
      await staff.opens('/inbox?box=to_do');
      await page.getByRole('link', { name: title }).first().click();
      await staff.isThere();
      await staff.presses(words.errand.report, inside(staff));
      await dialog.getByLabel(words.errand.words, { exact: true }).fill('五晚共劝离流动摊点二十三处。');
      await dialog.getByText(words.errand.finished).click();
      await staff.findsNoFault();
      await staff.presses(words.errand.report, dialog);
      await expect(inside(staff)).toContainText(words.errand.state.finished);
      await staff.findsNoFault();
    });

    await test.step('the head sees it come, and signs off what the liaison hands up', async () => {
      await expect(inside(head)).toContainText('二十三处');
      const { id: share, version } = await shareOf(liaison, id);
      const answer = { resultClass: 'A', body: '流动摊点已全部规范。', evidenceIds: [] };
      await posts(liaison, `/assignments/${share}/submit`, answer, version);
      await head.opens('/inbox');
      const act = words.words.act.assignment.sign_off;
      await head.presses(act, head.page.getByRole('listitem').filter({ hasText: title }));
      await head.presses(act, head.dialog);
      await expect(head.page.getByRole('listitem').filter({ hasText: title })).toHaveCount(0);
      await officer.opens(`/tasks/${id}`);
      await expect(officer.page.locator('.page-head')).toContainText(words.words.taskState.answered);
    });
  });

  test('what was withdrawn from the townships goes to one only by a principal’s written decision', async ({
    enter,
  }) => {
    const mark = markOf(language).replace(/[^\p{L}\p{N}]/gu, '');
    const item = `环境保护/大气污染/露天烧烤${mark}`;
    const [head, magistrate] = [await enter('bureauHead'), await enter('magistrate')];
    const [officer, township] = [await enter('officer'), await enter('object')];
    const { words } = head;
    let task = '';

    await test.step('the item gets its line: who leads, who assists, on which list', async () => {
      const { dialog, page } = head;
      await head.opens(`/duties?q=${encodeURIComponent(mark)}`);
      await head.presses(words.duty.new);
      await head.presses(words.duty.new, dialog);
      await expect(dialog).toContainText(filled(words.general.required, { what: words.duty.item }));
      await dialog.getByLabel(words.duty.item, { exact: true }).fill(item);
      await head.picks(words.duty.lead, '城市管理', dialog);
      await head.picks(`${words.duty.assists}${words.general.optional}`, '应急', dialog);
      await page.keyboard.press('Escape');
      await dialog.getByLabel(words.duty.list, { exact: true }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: words.duty.lists.withdrawn }).click();
      await dialog.getByLabel(words.people.reason, { exact: true }).fill('省定清单收回');
      await head.findsNoFault();
      await head.presses(words.duty.new, dialog);
      const line = page.getByRole('listitem').filter({ hasText: item });
      await expect(line).toContainText(words.duty.lists.withdrawn);
      await expect(line).toContainText(`${words.duty.lead} ${unitName}`);
      await head.findsNoFault();
    });

    const sends = async (): Promise<void> => {
      const { dialog } = officer;
      const act = words.words.act.task.dispatch;
      await officer.opens(`/tasks/${task}`);
      await officer.presses(act);
      await officer.picks(words.task.field.leadUnit, town, dialog);
      await officer.presses(act, dialog);
    };

    await test.step('sending it to a township is refused, with item, list, unit and the way out', async () => {
      officer.forgives(/status of 422/);
      const order = { demand: '取缔露天烧烤', dueAt: inTenDays(), door: 'instruct', category: item };
      const leadUnitId = await unitNamed(magistrate, unitName);
      task = (await posts(magistrate, '/tasks', { ...order, title: `露天烧烤 ${mark}`, leadUnitId })).id;
      await sends();
      const refusal = officer.dialog.getByRole('alert');
      for (const told of [item, words.duty.lists.withdrawn, town]) await expect(refusal).toContainText(told);
      await officer.findsNoFault();
    });

    await test.step('a principal decides so in writing and names the township', async () => {
      const { dialog, page } = magistrate;
      await magistrate.opens(`/tasks/${task}`);
      await magistrate.presses(words.task.giveInstruction);
      await dialog.getByLabel(words.task.field.words, { exact: true }).fill('经研究，由东坝头镇先行取缔。');
      await magistrate.picks(`${words.duty.allow}${words.general.optional}`, town, dialog);
      await page.keyboard.press('Escape');
      await magistrate.findsNoFault();
      await magistrate.presses(words.task.giveInstruction, dialog);
      await expect(page.getByText(filled(words.duty.allowed, { units: town }))).toBeVisible();
    });

    await test.step('now it goes, and the township reads on whose decision', async () => {
      await sends();
      await expect(officer.dialog).toHaveCount(0);
      await expect(officer.page.locator('.unit-line').filter({ hasText: town })).toBeVisible();
      await delivered(magistrate, task);
      await township.opens(`/tasks/${task}`);
      const ground = township.page.locator('.unit-line').filter({ hasText: words.duty.ground });
      const { person } = await asks<{ person: { name: string } }>(magistrate, '/session');
      for (const told of [item, words.duty.lists.withdrawn, person.name]) await expect(ground).toContainText(told);
      await township.findsNoFault();
    });
  });
});
