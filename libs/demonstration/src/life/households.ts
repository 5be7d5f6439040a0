import type { Actor } from '@ducha/access';
import { calledOut, type DemoTalk, postedSince, postings, talks } from '../data/households.js';
import type { Scene } from './scene.js';

/** Tells the register who is posted to which village. */
export async function postsTeams({ does }: Scene, by: Actor): Promise<void> {
  const rows = postings.map(({ name, village, team, role }) => [name, village, team, role, postedSince].join(','));
  const sheet = ['姓名,驻村,派出单位,职务,起', ...rows].join('\n');
  await does.importPostings.run({ file: Buffer.from(`${sheet}\n`), by }, null);
}

/** Draws households on the spot and asks at the first doors who helps whom; the product compares by itself. */
export async function asksHouseholds(scene: Scene, inspectionId: string, village: string, by: Actor): Promise<void> {
  const { does, records } = scene;
  const siteId = (await records.villages()).find(({ name }) => name === village)?.id ?? '';
  const drawId = await does.drawSites.commit({ inspectionId, siteId, by });
  await does.drawSites.draw({ inspectionId, drawId, contribution: calledOut, by });
  const doors = await records.householdVisits(inspectionId, village);
  for (const [at, talk] of talks.entries()) {
    const door = doors[at];
    if (door === undefined) continue;
    await does.makeVisit.arrive({ ...door, by });
    await asks(scene, door.id, talk, by);
  }
}

async function asks({ does, now }: Scene, visitId: string, { household, team }: DemoTalk, by: Actor): Promise<void> {
  const asked = { visitId, clause: null, capturedAt: now.toISOString() };
  const lives = { incomes: ['farming', 'wages'] as const, policies: ['medical', 'pension'] as const };
  await does.askRecognition.run({ ...asked, ...lives, ...household, kind: 'household' }, by);
  if (team !== null)
    await does.askRecognition.run({ ...asked, ...lives, ...team, kind: 'team_member', knows: true }, by);
}
