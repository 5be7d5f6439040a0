import { randomIds } from '@ducha/kernel';
import type { Answer, Browser, Json, PersonKey, World } from '#test-kit';
import { CallUpStory, drawn } from './call-up-story.js';
import { plantRaiders, plantTown, plantVillages, publishChecklist, type Raider } from './raid-crew.js';
import { SealedPlanStory } from './sealed-story.js';

const groups = 16;
const perGroup = 3;
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Notes who asked something of the sealed plan with their passphrase, each time. */
class NotedSealedStory extends SealedPlanStory {
  readonly asked: PersonKey[] = [];

  override async posts(by: PersonKey, id: string, step: string, body: object = {}, version?: number): Promise<Answer> {
    const answer = await super.posts(by, id, step, body, version);
    if (answer.status < 300 && step !== 'join') this.asked.push(by);
    return answer;
  }
}

/** A night raid (暗访) told in steps: two towns, sixteen villages, sixteen groups, fifty people. */
export class RaidStory {
  readonly sealed: NotedSealedStory;
  readonly calls: CallUpStory;
  readonly towns: { readonly id: string; readonly name: string }[] = [];
  raiders: Raider[] = [];
  private standardId = '';
  private date = '';
  private readonly devices = new Map<string, Browser>();

  constructor(readonly world: World) {
    this.sealed = new NotedSealedStory(world);
    this.calls = new CallUpStory(world, this.sealed);
  }

  get id(): string {
    return this.calls.id;
  }

  /** Everything that stood before that evening: people, towns, villages, a checklist, training. */
  async begins(): Promise<void> {
    const { world } = this;
    this.date = await this.sealed.open.day(1);
    this.raiders = await plantRaiders(world, groups * perGroup);
    this.towns.push({ id: world.county.unit.town, name: '仪封镇' });
    this.towns.push({ id: await plantTown(world, '兰阳镇'), name: '兰阳镇' });
    for (const [i, town] of this.towns.entries()) await plantVillages(world, { ...town, code: `410225${100 + i}2` });
    this.standardId = await publishChecklist(world, await this.sealed.open.day(0));
    const [fromOn, toOn] = [await this.sealed.open.day(0), await this.sealed.open.day(300)];
    const personIds = [...this.raiders.map(({ personId }) => personId), ...this.supervisors()];
    await world.as('bureauHead').does('/trainings', { personIds, kind: 'leading', fromOn, toOn });
    for (const browser of this.everybody()) await browser.does('/secrecy-acknowledgements');
  }

  /** The clock of the county, at a time of that evening or of the day after it. */
  async clock(time: string, dayAfter = false): Promise<void> {
    const at = Date.parse(`${this.date}T${time}:00+08:00`) + (dayAfter ? 86_400_000 : 0);
    await this.world.clock.set(new Date(at).toISOString());
    await this.world.passes({ seconds: 0 });
  }

  /** The plan as the bureau's head writes it that night; where they go is drawn. */
  async plan(): Promise<Json> {
    const on = await this.sealed.open.day(1);
    return {
      ...{ name: '秋季夜查', contentClass: 'key_deployments', type: 'special', methods: ['unannounced_visit'] },
      ...{ purpose: '了解驻村帮扶真实情况', scope: '村容村貌、驻村帮扶', standard: { id: this.standardId, number: 1 } },
      ...{ fromOn: on, toOn: on, villagesPerUnit: groups / this.towns.length, householdsPerVillage: 3, sites: [] },
      objects: this.towns.map(({ id }) => ({ unitId: id })),
      groups: Array.from({ length: groups }, (_, n) => {
        const [leaderId, ...memberIds] = this.groupOf(n + 1).map(({ personId }) => personId);
        return { name: `第${n + 1}组`, charter: '先看村容，再入户，后查资料', leaderId, memberIds };
      }),
      supervisorIds: this.supervisors(),
    };
  }

  /** The three people of a group, its leader first. */
  groupOf(number: number): Raider[] {
    return this.raiders.slice((number - 1) * perGroup, number * perGroup);
  }

  /** The browsers of all fifty. */
  everybody() {
    const own = this.raiders.map(({ accountId }) => this.world.asAccount(accountId));
    return [...own, this.world.as('officer'), this.world.as('officer2')];
  }

  /** Two officers of the bureau patrol all villages. */
  supervisors(): string[] {
    return [this.calls.person('officer'), this.calls.person('officer2')];
  }

  /** Everybody is told to come at seven, and nothing else. */
  async callsUp(): Promise<void> {
    const start = Date.parse(`${await this.sealed.open.day(1)}T07:00:00+08:00`);
    await this.calls.does('', {
      personIds: [...this.raiders.map(({ personId }) => personId), ...this.supervisors()],
      ...{ startsAt: new Date(start).toISOString(), endsAt: new Date(start + 2 * 86_400_000).toISOString() },
      ...{ place: '县政府大礼堂', lasts: '两天', bring: '换洗衣物', words: '到后上交手机' },
    });
  }

  /** The list of who was called, by person. */
  async called(): Promise<Map<string, Json>> {
    const { people } = await this.calls.does('/read');
    return new Map(people.map((line: Json) => [line.personId, line]));
  }

  /** What happens to a called person at the desk in the hall, for everybody in turn. */
  async atDesk(step: string, body: object = {}, only?: (line: Json) => boolean): Promise<void> {
    for (const line of (await this.called()).values())
      if (only === undefined || only(line)) await this.calls.does(`/${line.id}/${step}`, body);
  }

  /** Telephones are handed in or come back, each with the owner's signature. */
  phones(step: 'hand_in' | 'return'): Promise<void> {
    return this.atDesk('phone', { step, description: step === 'return' ? '' : '手机', signature: drawn });
  }

  /** Somebody opens the link of their issued device. */
  async enrols({ personId }: Raider): Promise<void> {
    const line = (await this.called()).get(personId);
    const { token } = await this.calls.does(`/${line.id}/device`);
    const device = this.world.browser();
    must(await device.post('/issued-devices', { token }));
    this.devices.set(personId, device);
  }

  device({ personId }: Raider): Browser {
    const found = this.devices.get(personId);
    if (!found) throw new Error('this person holds no issued device');
    return found;
  }

  /** Whoever leads a group on the ground. */
  leader(number: number): Raider {
    const [leader] = this.groupOf(number);
    if (!leader) throw new Error(`there is no group ${number}`);
    return leader;
  }

  /** The visits of a group as the device of one of its people shows them. */
  async visits(by: Raider): Promise<Json[]> {
    return must(await this.device(by).get(`/visits?inspectionId=${this.id}&limit=200`)).items;
  }

  /** Something at a visit by an issued device, on the version of this moment. */
  async at(by: Raider, visitId: string, act: string, body: object = {}): Promise<Json> {
    const { version } = must(await this.device(by).get(`/visits/${visitId}`));
    return must(await this.device(by).post(`/visits/${visitId}/${act}`, body, { ifMatch: version }));
  }

  /** Households of the village are drawn on the spot; figures are called out. @returns the record of the draw */
  async drawsHouseholds(by: Raider, siteId: string): Promise<Json> {
    const draws = `/inspections/${this.id}/draws`;
    const { id } = must(await this.device(by).post(draws, { siteId }));
    must(await this.device(by).post(`${draws}/${id}/draw`, { contribution: '七 十三 二十二' }));
    return must(await this.device(by).get(`${draws}/${id}/record`));
  }

  /** A finding with a photograph, recorded by an issued device. */
  async finds(by: Raider, visitId: string, seen: object): Promise<Json> {
    const device = this.device(by);
    const { id } = must(await device.upload('/evidence', photo, '现场.png', { capturedAt: '2026-03-01T08:00:00Z' }));
    const finding = { severity: 'ordinary', conduct: 'delay', result: 'undone', evidenceIds: [id], ...seen };
    return must(await device.post(`/visits/${visitId}/findings`, { id: randomIds.next(), ...finding }));
  }

  /** Somebody of the bureau confirms a finding. */
  async confirms(id: string, by: PersonKey = 'bureauHead'): Promise<Json> {
    const { version } = await this.world.as(by).sees(`/findings/${id}`);
    return this.world.as(by).does(`/findings/${id}/confirm`, {}, { ifMatch: version });
  }

  /** A leader brings the group back. */
  async returns(number: number): Promise<Json> {
    const found = await this.world.as('bureauHead').sees(`/inspections/${this.id}/board`);
    const { id, version } = found.groups.find((one: Json) => one.number === number);
    const path = `/inspections/${this.id}/groups/${id}/finish`;
    return must(await this.device(this.leader(number)).post(path, {}, { ifMatch: version }));
  }
}

/** The answer's body, or the problem it tells of. */
export function must({ status, body, text }: Answer): Json {
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return body;
}
