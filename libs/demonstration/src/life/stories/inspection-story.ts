import type { Actor } from '@ducha/access';
import { randomIds } from '@ducha/kernel';
import {
  confirmedFindings,
  type DemoFinding,
  findings,
  groups,
  objectKeys,
  plan,
  standard,
  villages,
} from '../../data/inspection.js';
import { patrolVillages } from '../../data/patrol.js';
import type { Chronicle, Story } from '../chronicle.js';
import { asksHouseholds, postsTeams } from '../households.js';
import { dayOf, minutesAfter } from '../office-time.js';
import type { Papers } from '../papers.js';
import type { Scene } from '../scene.js';
import { patrolStory } from './patrol-story.js';

/**
 * An inspection that is on site today: planned, released, half of its visits made, households asked, one conclusion served and under
 * review. Beside it a standing patrol begins by the same standard.
 */
export async function* inspectionStory(scene: Scene, papers: Papers, chronicle: Chronicle): Story {
  const work = new InspectionWork(scene, papers);
  await work.keepsFrame();
  yield minutesAfter(scene.now, 90);
  const standardId = await work.foundsStandard();
  chronicle.begin(scene.in(2), patrolStory(scene, standardId));
  await work.trains();
  yield scene.in(6);
  await work.plans(standardId);
  yield scene.in(3);
  await work.goesOut();
  yield scene.in(1);
  const seen: string[] = [];
  for (const place of ['琴坊村', '北岗村', '柳园滩村']) await work.arrives(place);
  for (const finding of findings) {
    yield minutesAfter(scene.now, 12);
    seen.push(await work.finds(finding));
  }
  yield scene.in(1);
  await work.talks();
  yield scene.in(1);
  await work.judges(seen);
  yield scene.in(1);
  await work.concludes(seen.slice(3, 4));
  yield scene.in(1);
  await work.sendsForCheck(seen.slice(0, 3));
}

/** The acts of the inspection, each in the name of whoever would do it. */
class InspectionWork {
  private id = '';
  private readonly head: Actor;
  private readonly officer: Actor;
  private readonly drafter: Actor;
  private readonly magistrate: Actor;

  constructor(
    private readonly scene: Scene,
    private readonly papers: Papers,
  ) {
    const { county } = scene;
    this.head = county.actor('bureau.head', 'bureau_head');
    this.officer = county.actor('bureau-second.officer', 'bureau_officer');
    this.drafter = county.actor('bureau-second.officer-3', 'bureau_officer');
    this.magistrate = county.actor('magistrate', 'principal');
  }

  async keepsFrame(): Promise<void> {
    const families = [...'张王李赵刘陈杨黄周吴'];
    const rows = villages.flatMap(({ name, unitName }, village) => [
      `村,410225${String(900_000 + village)},${name},${unitName},`,
      ...families.map((family, house) => `户,${String(house + 1).padStart(3, '0')},${family}某某,,${name}`),
    ]);
    const onPatrol = patrolVillages.map(
      ({ name, unitName }, at) => `村,410225${String(900_100 + at)},${name},${unitName},`,
    );
    const sheet = ['类别,编号,名称,责任单位,所在村', ...rows, ...onPatrol].join('\n');
    await this.scene.does.importSites.run({ file: Buffer.from(`${sheet}\n`), by: this.officer }, null);
    await postsTeams(this.scene, this.officer);
  }

  /** Answers its id; its first version holds from today. */
  async foundsStandard(): Promise<string> {
    const { keepStandards } = this.scene.does;
    const { code, name, passMark } = standard;
    const clauses = standard.clauses.map((one) => ({ limit: null, ...one }));
    const id = await keepStandards.found(code, name, this.officer);
    const effectiveFrom = dayOf(this.scene.now);
    await keepStandards.draft({ id, version: 1, effectiveFrom, passMark, clauses, by: this.officer });
    await keepStandards.publish({ id, version: 2, by: this.head });
    return id;
  }

  async trains(): Promise<void> {
    const { county, does, now } = this.scene;
    for (const key of groups.flatMap(({ leaderKey, memberKey }) => [leaderKey, memberKey])) {
      const trained = { personId: county.person(key), kind: 'leading' as const, by: this.head };
      await does.inspectors.train({ ...trained, fromOn: dayOf(now), toOn: dayOf(now, 365) });
      await does.inspectors.acknowledge(county.actor(key));
    }
  }

  /** Drafted, proposed by the officer, approved by the magistrate. */
  async plans(standardId: string): Promise<void> {
    const { county, does, now } = this.scene;
    const sites = new Map((await this.scene.records.villages()).map(({ name, id }) => [name, id]));
    this.id = await does.draftInspection.start(plan.name, false, this.officer);
    await does.draftInspection.plan(await this.as(this.officer), {
      ...plan,
      contentClass: 'key_deployments',
      type: 'special',
      methods: ['unannounced_visit', 'check_and_interview'],
      standard: { id: standardId, number: 1 },
      fromOn: dayOf(now),
      toOn: dayOf(now, 6),
      objects: objectKeys.map((key) => ({ unitId: county.unit(key), necessity: null })),
      sites: groups.flatMap(({ places }, i) => places.map((name) => ({ siteId: sites.get(name) ?? '', group: i + 1 }))),
      villagesPerUnit: null,
      householdsPerVillage: 3,
      designation: null,
      groups: groups.map(({ name, charter, leaderKey, memberKey, unitKeys }) => ({
        ...{ name, charter, leaderId: county.person(leaderKey), memberIds: [county.person(memberKey)] },
        ...{ invitedIds: [], unitIds: unitKeys.map((key) => county.unit(key)) },
      })),
      supervisorIds: [],
    });
    await does.draftInspection.propose(await this.as(this.officer));
    await does.openInspection.approve(await this.as(this.magistrate), '同意。不打招呼，直奔现场。');
  }

  async goesOut(): Promise<void> {
    await this.scene.does.releaseInspection.run(await this.as(this.head));
  }

  async arrives(place: string): Promise<void> {
    const group = groups.find(({ places }) => places.includes(place));
    const { id, version } = await this.scene.records.visit(this.id, place);
    const by = this.scene.county.actor(group?.leaderKey ?? '');
    await this.scene.does.makeVisit.arrive({ id, version, by });
  }

  /** Households of a village are drawn on the spot and asked about their team. */
  async talks(): Promise<void> {
    await asksHouseholds(this.scene, this.id, '琴坊村', this.scene.county.actor('bureau-second.officer'));
  }

  /** Answers the finding's id; the clause is answered with it. */
  async finds({ place, byKey, clause, ...seen }: DemoFinding): Promise<string> {
    const { county, does, records, now } = this.scene;
    const by = county.actor(byKey);
    const [visitId, id] = [(await records.visit(this.id, place)).id, randomIds.next()];
    const paper = await this.papers.enclose(this.scene, `现场记录_${place}`, seen.words, by);
    const capturedAt = now.toISOString();
    await does.answerClause.run({ id: null, visitId, clause, found: false, capturedAt }, by);
    const known = { ...seen, id, visitId, clause, unitId: null, happenedAt: null, capturedAt };
    await does.recordFinding.run({ ...known, encounter: 'found', evidenceIds: [paper] }, null, by);
    return id;
  }

  /** The head confirms what is clear; the first is ordered to be put right; two visits end. */
  async judges(ids: readonly string[]): Promise<void> {
    const { does, county, now } = this.scene;
    for (const id of ids.slice(0, confirmedFindings)) await does.confirmFinding.run({ id, version: 1, by: this.head });
    const [first = ''] = ids;
    const dueAt = new Date(now.getTime() + 5 * 86_400_000);
    const demand = '三日内清运坑塘边垃圾，并建立日巡查台账';
    await does.orderRectification.run({ id: first, version: 2, demand, dueAt, by: this.officer });
    await this.scene.deliver();
    for (const [place, key] of [
      ['琴坊村', 'bureau-second.officer'],
      ['柳园滩村', 'bureau-verify.officer'],
    ] as const) {
      const { id, version } = await this.scene.records.visit(this.id, place);
      await does.makeVisit.end({ id, version, by: county.actor(key) }, 'finish');
    }
    await this.arrives('桐林村');
  }

  /** The second township agrees to the facts, is served, and wants the conclusion looked at again. */
  async concludes(findingIds: readonly string[]): Promise<void> {
    const { county, does } = this.scene;
    const words = '东坝头镇总体落实，柳园滩村有垃圾积存，清运不及时。';
    const object = county.inUnit('unit_head', 'dongbatou');
    const id = await this.drafts('dongbatou', words, findingIds);
    await does.checkFacts.state({ id, version: 2, words: '', evidenceIds: [], points: [], by: object });
    await does.issueConclusion.issue({ id, version: 3, by: this.magistrate });
    await does.issueConclusion.receive({ id, version: 4, by: object });
    const grounds = '砖窑属邻乡管辖，已附权属材料，请求复核。';
    await does.applyForReview.run({ id, version: 5, grounds, evidenceIds: [], by: object });
  }

  async sendsForCheck(findingIds: readonly string[]): Promise<void> {
    await this.drafts('guyang', '堌阳镇两村存在垃圾积存、公厕停用应付检查等问题。', findingIds);
    await this.blames('guyang', '琴坊村公厕锁门、台账照填，属应付检查，建议对分管负责人批评。');
  }

  /** Proposed by an officer; the magistrate has not said anything yet. */
  private async blames(unitKey: string, words: string): Promise<void> {
    const { county, does } = this.scene;
    const about = { inspectionId: this.id, conclusionId: null, unitId: county.unit(unitKey) };
    await does.proposeOutcome.run({ ...about, kind: 'criticism', words }, this.drafter);
  }

  private async drafts(unitKey: string, words: string, findingIds: readonly string[]): Promise<string> {
    const { county, does } = this.scene;
    const draft = { inspectionId: this.id, unitId: county.unit(unitKey), words, findingIds, cleared: false };
    const id = await does.draftConclusion.run(draft, this.drafter);
    await does.checkFacts.send({ id, version: 1, by: this.drafter });
    return id;
  }

  private async as(by: Actor): Promise<{ id: string; version: number; by: Actor }> {
    return { id: this.id, version: await this.scene.records.versionOfInspection(this.id), by };
  }
}
