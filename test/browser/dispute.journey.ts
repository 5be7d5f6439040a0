import { expect, type Locator } from '@playwright/test';
import { delivered, posts, unitNamed } from './kit/api.js';
import { emergencyName, unitName } from './kit/cast.js';
import { filled } from './kit/languages.js';
import { markOf, onEitherScreen, test } from './kit/journey.js';
import type { Visitor } from './kit/visitor.js';

const inTenDays = (): string => new Date(Date.now() + 10 * 24 * 3_600_000).toISOString();
const ground = '储备库大门及院内道路由应急部门自管，我局只管城市道路。';

/** What a unit's share of a task looks like on the task's page. */
const share = ({ page }: Visitor, unit: string): Locator => page.locator('.unit-line').filter({ hasText: unit });

onEitherScreen((language) => {
  test('a unit says that it is not its duty; it stays responsible until the next one has signed', async ({ enter }) => {
    const title = `救灾储备库门前道路破损 ${markOf(language)}`;
    const [magistrate, liaison, officer] = [await enter('magistrate'), await enter('liaison'), await enter('officer')];
    const other = await enter('emergencyHead');
    const { words } = liaison;
    const { assignmentState } = words.words;
    const order = { title, demand: '修复破损路面', dueAt: inTenDays(), door: 'instruct', dispatch: true };
    const { id } = await posts(magistrate, '/tasks', { ...order, leadUnitId: await unitNamed(magistrate, unitName) });
    await delivered(magistrate, id);
    await Promise.all([liaison.opens(`/tasks/${id}`), officer.opens(`/tasks/${id}`)]);

    await test.step('the unit is told until when, by which rule and who will rule; its own name is refused', async () => {
      const { dialog } = liaison;
      liaison.forgives(/status of 422/);
      await liaison.presses(words.request.dispute);
      await expect(dialog).toContainText(filled(words.request.ruler, { who: words.request.rulers.bureau }));
      await liaison.presses(words.request.dispute, dialog);
      for (const field of [words.request.responsible, words.request.ground, words.request.legalBasis])
        await expect(dialog).toContainText(filled(words.general.required, { what: field }));
      await liaison.picks(words.request.responsible, unitName, dialog);
      await dialog.getByLabel(words.request.ground).fill(ground);
      await dialog.getByLabel(words.request.legalBasis, { exact: true }).fill('城管局“三定”规定第四条');
      await liaison.presses(words.request.dispute, dialog);
      await expect(dialog.locator('.ant-form-item').filter({ hasText: words.request.responsible })).toHaveClass(
        /ant-form-item-has-error/,
      );
      await liaison.findsNoFault();
      await liaison.picks(words.request.responsible, emergencyName, dialog);
      await liaison.presses(words.request.dispute, dialog);
      await expect(dialog).toHaveCount(0);
    });

    await test.step('it is still the unit’s while it waits for the ruling', async () => {
      await expect(share(liaison, unitName)).toContainText(assignmentState.disputed);
      await expect(share(officer, unitName)).toContainText(assignmentState.disputed);
      await expect(liaison.page.getByRole('region', { name: words.request.title })).toContainText(
        `${unitName} → ${emergencyName}`,
      );
      await liaison.findsNoFault();
    });

    await test.step('the unit that was named reads the ground and says its word', async () => {
      const { dialog, page } = other;
      await other.opens('/requests');
      const line = page.getByRole('listitem').filter({ hasText: title });
      await expect(line).toContainText(ground);
      await other.presses(words.request.state, line);
      await dialog.getByLabel(words.request.stateWords).fill('院内道路属我局，门前道路不属。');
      await other.findsNoFault();
      await other.presses(words.request.state, dialog);
      await expect(line).toContainText('门前道路不属');
      await other.findsNoFault();
    });

    await test.step('whoever rules sees both words side by side', async () => {
      const { dialog, page } = officer;
      await officer.opens('/requests');
      const line = page.getByRole('listitem').filter({ hasText: title });
      await expect(line).toContainText(ground);
      await expect(line).toContainText('门前道路不属');
      await officer.presses(words.request.rule, line);
      await expect(dialog.getByText(emergencyName).first()).toBeVisible();
      await dialog.getByLabel(words.request.reasons).fill('破损处在储备库院墙以内，由应急局修复。');
      await officer.findsNoFault();
      await officer.presses(words.request.rule, dialog);
      await expect(line).toHaveCount(0);
    });

    await test.step('the first unit stays responsible until the next one has signed; both read the ruling', async () => {
      await expect(share(liaison, unitName)).toContainText(assignmentState.moving);
      await expect(liaison.page.getByRole('region', { name: words.request.title })).toContainText('院墙以内');
      await delivered(magistrate, id);
      await other.opens(`/tasks/${id}`);
      await expect(other.page.getByRole('region', { name: words.request.title })).toContainText('院墙以内');
      await other.presses(words.words.act.assignment.sign);
      await expect(share(other, emergencyName)).toContainText(assignmentState.signed);
      await expect(share(liaison, unitName)).toContainText(assignmentState.moved);
      await officer.opens(`/tasks/${id}`);
      await expect(share(officer, emergencyName)).toContainText(assignmentState.signed);
      await expect(share(officer, unitName)).toContainText(assignmentState.moved);
      for (const visitor of [liaison, other, officer]) await visitor.findsNoFault();
    });
  });
});
