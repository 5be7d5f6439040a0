import { expect } from '@playwright/test';
import { asks, posts, puts, type Row, unitNamed } from './api.js';
import { emergencyName } from './cast.js';
import type { Visitor } from './visitor.js';

interface Ladder {
  code: string;
  retired: boolean;
}

interface Calendar extends Row {
  id: string;
  unit: { id: string } | null;
}

interface Year {
  days: { day: string; name: string; working: boolean }[];
}

const ladder = 'browser_slips';
const day = { from: '00:00', to: '24:00' };

/**
 * A unit that works day and night, and a ladder that serves a slip at the very end of a time limit: what is said on office
 * days in office hours only, is said there whenever the journeys run. Made once; for important decisions of meetings alone,
 * so that nothing else in the county moves.
 * @returns the unit’s id
 */
export async function worksRoundTheClock(head: Visitor): Promise<string> {
  const unitId = await unitNamed(head, emergencyName);
  const calendars = await asks<Calendar[]>(head, '/calendars');
  const county = calendars.find(({ unit }) => unit === null);
  if (!calendars.some(({ unit }) => unit?.id === unitId)) await openDayAndNight(head, unitId, county?.id ?? '');
  const ladders = await asks<Ladder[]>(head, '/ladders');
  if (!ladders.some(({ code, retired }) => code === ladder && !retired)) await posts(head, '/ladders', text);
  return unitId;
}

const text = {
  ...{ code: ladder, title: 'At once', titleZh: '到期即发', clock: 'answer' },
  ...{ kinds: ['meeting_decision'], importance: 'important' },
  rungs: [{ offset: 0, unit: 'working_day', action: 'slip', level: 1, audience: ['unit_head'], template: 'slip' }],
};

/** Every day of the week, every hour, and on the festivals of this year too. */
async function openDayAndNight(head: Visitor, unitId: string, countyId: string): Promise<void> {
  const { id, version } = await posts(head, '/calendars', { unitId });
  const week = { week: Array.from({ length: 7 }, () => true), officeHours: [day] };
  const own = await puts(head, `/calendars/${id}/week`, week, version);
  expect(own['week']).toEqual(week.week);
  const year = new Date().getFullYear();
  const { days } = await asks<Year>(head, `/calendars/${countyId}/years/${year}`);
  const festivals = days
    .filter(({ working }) => !working)
    .map(({ day: on, name }) => ({ day: on, name, working: true }));
  await puts(head, `/calendars/${id}/years/${year}`, { days: festivals, addresses: [], origin: 'form' }, 0);
}

/** Tasks of that unit that `officer` follows and whose time is over in a moment. */
export async function overdueInAMoment(
  magistrate: Visitor,
  officer: Visitor,
  unitId: string,
  titles: readonly string[],
): Promise<void> {
  const { person } = await asks<{ person: Row }>(officer, '/session');
  for (const title of titles)
    await posts(magistrate, '/tasks', {
      ...{
        title,
        demand: '逐项落实并反馈',
        leadUnitId: unitId,
        caseOfficerId: person.id,
        door: 'instruct',
        dispatch: true,
      },
      ...{ kind: 'meeting_decision', importance: 'important', dueAt: new Date(Date.now() + 4_000).toISOString() },
    });
}
