import {
  raidCall,
  raidGroups,
  raidKeepers,
  raidPassphrase,
  raidPhones,
  raidPhonesReturned,
  raidPlan,
  raidRing,
} from '../data/raid.js';
import { dayOf } from '../life/office-time.js';
import { ApiClient } from './api-client.js';
import { Crowd, type MakeLinks } from './crowd.js';

/** Where the night raid is played: a running demonstration county that has lived. */
export interface RaidOptions {
  readonly address: string;
  readonly makeLinks: MakeLinks;
  /** The instant in the county. */
  readonly now: Date;
  /** Told before each step. */
  readonly report: (line: string) => void;
}

/** What the steps know of the sealed document. */
interface Sealed {
  readonly id: string;
  readonly version: number;
}

interface Called {
  readonly people: readonly { readonly id: string; readonly personId: string }[];
}

interface Found {
  readonly items: readonly {
    readonly id: string;
    readonly version: number;
    readonly name?: string;
    readonly code?: string;
  }[];
}

const hour = 3_600_000;
const members = raidGroups.flatMap(({ leaderKey, memberKey }) => [leaderKey, memberKey]);
/** The last of the called stays silent until somebody rings. */
const silent = members.at(-1) ?? '';

/**
 * A night raid (暗访), sealed and released, through the public HTTP API: plan, shares, call-ups, telephones in custody, issued
 * devices, release by two persons, an arrival. Not part of the loaded county: every opening costs the work of a passphrase.
 */
export class Raid {
  private sealed: Sealed = { id: '', version: 1 };
  private readonly crowd: Crowd;
  private readonly persons = new Map<string, string>();
  private device: ApiClient | undefined;

  constructor(private readonly options: RaidOptions) {
    this.crowd = new Crowd(new ApiClient(options.address, null), options.makeLinks);
  }

  /** From the first word to the first village. @returns the id of the inspection @throws ApiRefusal */
  async run(): Promise<string> {
    await this.seals();
    await this.calls();
    await this.releases();
    return this.sealed.id;
  }

  /** Drafted by the head, instructed by the principal, both shares taken, closed. */
  async seals(): Promise<void> {
    this.options.report('夜查：起草、领导批示、密封');
    await this.crowd.gather();
    await this.trains();
    const { planner, principal } = raidKeepers;
    const head = await this.crowd.as(planner);
    const started = { name: raidPlan.name, passphrase: raidPassphrase, least: 2, shares: 3 };
    this.sealed = { id: (await head.post<{ id: string }>('/sealed-inspections', started)).id, version: 1 };
    const { code } = await this.does<{ code: string }>(planner, 'invite', { personId: await this.person(principal) });
    await this.does(principal, 'join', { code });
    await this.moves(planner, 'plan', { plan: await this.plan() });
    await this.moves(principal, 'instruct', { words: '夜里看，才看得见真的。注意安全。' });
    for (const key of [planner, principal]) await this.does(key, 'share');
    await this.moves(planner, 'seal');
  }

  /** Everybody is called for this evening; one is rung up, telephones are handed in, the leaders get devices. */
  async calls(): Promise<void> {
    this.options.report('夜查：召集、手机代管、配发设备');
    const { planner } = raidKeepers;
    const personIds = await Promise.all(members.map((key) => this.person(key)));
    const now = this.options.now.getTime();
    const [startsAt, endsAt] = [new Date(now + hour), new Date(now + 24 * hour)];
    const period = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    const { people } = await this.does<Called>(planner, 'call-ups', { personIds, ...period, ...raidCall });
    const lineOf = (personId: string): string => people.find((one) => one.personId === personId)?.id ?? '';
    const at = async (key: string, step: string, body: object = {}): Promise<unknown> =>
      this.does(planner, `call-ups/${lineOf(await this.person(key))}/${step}`, body);
    for (const key of members)
      if (key !== silent)
        await (await this.crowd.as(key)).post(`/call-ups/${lineOf(await this.person(key))}/acknowledge`);
    await at(silent, 'ring', { words: raidRing });
    for (const { key, description, signature } of raidPhones) {
      await at(key, 'arrive');
      await at(key, 'phone', { step: 'hand_in', description, signature });
    }
    for (const { leaderKey } of raidGroups) await this.enrols(leaderKey, at);
  }

  /** Asked for by the one, confirmed by the other; the first group arrives, a device and a telephone come back. */
  async releases(): Promise<void> {
    this.options.report('夜查：两人启封，第一组到村');
    const { planner, principal } = raidKeepers;
    await this.moves(planner, 'ask-release');
    await this.moves(principal, 'confirm-release');
    const { items } = await this.issued().get<Found>(`/visits?inspectionId=${this.sealed.id}&limit=10`);
    const [visit] = items;
    if (visit === undefined) throw new Error('the first group of the raid goes nowhere');
    await this.issued().post(`/visits/${visit.id}/arrive`, {}, visit);
    await this.settles(planner);
  }

  private async settles(planner: string): Promise<void> {
    const { people } = await this.does<Called>(planner, 'call-ups/read');
    const lineOf = (personId: string): string => people.find((one) => one.personId === personId)?.id ?? '';
    for (const key of raidPhonesReturned) {
      const { signature } = raidPhones.find((one) => one.key === key) ?? raidPhones[0];
      const step = `call-ups/${lineOf(await this.person(key))}/phone`;
      await this.does(planner, step, { step: 'return', description: '', signature });
    }
    const last = raidGroups.at(-1)?.leaderKey ?? '';
    await this.does(planner, `call-ups/${lineOf(await this.person(last))}/device/return`);
  }

  private async enrols(key: string, at: (key: string, step: string) => Promise<unknown>): Promise<void> {
    // boundary: the API's own document says what this route answers
    const { token } = (await at(key, 'device')) as { token: string };
    const cookie = await this.crowd.stranger.enrol(token);
    this.device ??= this.crowd.stranger.signedIn(cookie);
  }

  private issued(): ApiClient {
    if (this.device === undefined) throw new Error('no device was issued');
    return this.device;
  }

  private async plan(): Promise<object> {
    const officer = await this.crowd.as(raidKeepers.planner);
    const { items: standards } = await officer.get<Found>('/standards');
    const today = dayOf(this.options.now);
    const { objects, sites, groups } = await this.goals(officer);
    const standard = { id: standards.find(({ code }) => code === 'village-environment')?.id ?? '', number: 1 };
    return { ...raidPlan, standard, fromOn: today, toOn: dayOf(this.options.now, 1), objects, sites, groups };
  }

  private async goals(officer: ApiClient): Promise<{ objects: object[]; sites: object[]; groups: object[] }> {
    const [objects, sites, groups]: [object[], object[], object[]] = [[], [], []];
    for (const [at, { name, charter, leaderKey, memberKey, village, unitKey }] of raidGroups.entries()) {
      const unitId = this.crowd.unit(unitKey);
      const { items } = await officer.get<Found>(`/sites?unitId=${unitId}&kind=village&limit=200`);
      objects.push({ unitId });
      sites.push({ siteId: items.find((site) => site.name === village)?.id ?? '', group: at + 1 });
      const [leaderId, memberId] = [await this.person(leaderKey), await this.person(memberKey)];
      groups.push({ name, charter, leaderId, memberIds: [memberId] });
    }
    return { objects, sites, groups };
  }

  /** Nobody goes without training and a word on secrecy. */
  private async trains(): Promise<void> {
    const today = this.options.now;
    const personIds = await Promise.all(members.map((key) => this.person(key)));
    const trained = { personIds, kind: 'leading', fromOn: dayOf(today), toOn: dayOf(today, 365) };
    await (await this.crowd.as(raidKeepers.planner)).post('/trainings', trained);
    for (const key of members) await (await this.crowd.as(key)).post('/secrecy-acknowledgements');
  }

  private async person(key: string): Promise<string> {
    const known = this.persons.get(key);
    if (known !== undefined) return known;
    const { person } = await (await this.crowd.as(key)).get<{ person: { id: string } }>('/session');
    this.persons.set(key, person.id);
    return person.id;
  }

  /** A step that leaves the document as it is. */
  private async does<T>(key: string, step: string, body: object = {}): Promise<T> {
    const said = { passphrase: raidPassphrase, ...body };
    return (await this.crowd.as(key)).post<T>(`/sealed-inspections/${this.sealed.id}/${step}`, said);
  }

  /** A step on the version of this moment, which it raises. */
  private async moves(key: string, step: string, body: object = {}): Promise<void> {
    const said = { passphrase: raidPassphrase, ...body };
    const path = `/sealed-inspections/${this.sealed.id}/${step}`;
    this.sealed = await (await this.crowd.as(key)).post<Sealed>(path, said, this.sealed);
  }
}
