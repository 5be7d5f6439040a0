import type { Actor } from '@ducha/access';
import { patrolPlan, patrols, patrolVillages } from '../../data/patrol.js';
import type { Story } from '../chronicle.js';
import { dayOf, minutesAfter, nextMorning } from '../office-time.js';
import type { Scene } from '../scene.js';

/** How long the patrol and its roster last. */
const days = { plan: 90, roster: 30 };

/** A standing patrol: planned once, a roster by rotation, every group out and writing its log each day. @param standardId  what it checks by */
export async function* patrolStory(scene: Scene, standardId: string): Story {
  const work = new PatrolWork(scene);
  await work.starts(standardId);
  for (let day = 0; ; day += 1) {
    yield minutesAfter(scene.now, 20);
    for (const { leaderKey, logs } of patrols) {
      await work.looksAround(leaderKey);
      await work.writes(leaderKey, logs[day % logs.length] ?? '');
    }
    yield nextMorning(scene.now);
  }
}

/** The acts of the patrol, each in the name of whoever would do it. */
class PatrolWork {
  private id = '';
  private readonly officer: Actor;

  constructor(private readonly scene: Scene) {
    this.officer = scene.county.actor('bureau-first.officer', 'bureau_officer');
  }

  async starts(standardId: string): Promise<void> {
    const { county, does, now } = this.scene;
    const head = county.actor('bureau.head', 'bureau_head');
    await this.trains(head);
    this.id = await does.draftInspection.start(patrolPlan.name, true, this.officer);
    await does.draftInspection.plan(await this.as(this.officer), {
      ...patrolPlan,
      contentClass: 'key_deployments',
      type: 'daily',
      methods: ['unannounced_visit'],
      standard: { id: standardId, number: 1 },
      fromOn: dayOf(now),
      toOn: dayOf(now, days.plan),
      objects: patrolVillages.map(({ unitKey }) => ({ unitId: county.unit(unitKey), necessity: null })),
      sites: [],
      villagesPerUnit: null,
      householdsPerVillage: null,
      designation: null,
      groups: patrols.map(({ name, leaderKey, memberKey }) => ({
        ...{ name, charter: '按轮值表逐日巡查', leaderId: county.person(leaderKey) },
        ...{ memberIds: [county.person(memberKey)], invitedIds: [], unitIds: [] },
      })),
      supervisorIds: [],
    });
    await does.draftInspection.propose(await this.as(this.officer));
    const magistrate = county.actor('magistrate', 'principal');
    await does.openInspection.approve(await this.as(magistrate), '同意，常态化开展，发现一处办结一处。');
    await does.releaseInspection.run(await this.as(head));
    const span = { fromOn: dayOf(now), toOn: dayOf(now, days.roster), everyDay: true };
    await does.planRoster.run({ inspectionId: this.id, ...span }, this.officer);
  }

  /** Goes to the first village of the day's turn and finds nothing worth writing up. */
  async looksAround(leaderKey: string): Promise<void> {
    const { county, does, records } = this.scene;
    const by = county.actor(leaderKey);
    const siteId = await records.villageOfTurn(this.id, by.personId);
    if (siteId === undefined) return;
    const id = await does.addVisit.run({ inspectionId: this.id, siteId, by });
    await does.makeVisit.arrive({ id, version: 1, by });
    await does.makeVisit.end({ id, version: 2, by }, 'finish');
  }

  async writes(leaderKey: string, words: string): Promise<void> {
    await this.scene.does.writePatrolLog.run({ inspectionId: this.id, words }, this.scene.county.actor(leaderKey));
  }

  private async trains(by: Actor): Promise<void> {
    const { county, does, now } = this.scene;
    const valid = { kind: 'leading' as const, fromOn: dayOf(now), toOn: dayOf(now, 365), by };
    for (const key of patrols.flatMap(({ leaderKey, memberKey }) => [leaderKey, memberKey])) {
      await does.inspectors.train({ personId: county.person(key), ...valid });
      await does.inspectors.acknowledge(county.actor(key));
    }
  }

  private async as(by: Actor): Promise<{ id: string; version: number; by: Actor }> {
    return { id: this.id, version: await this.scene.records.versionOfInspection(this.id), by };
  }
}
