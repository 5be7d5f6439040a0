import { randomUUID } from 'node:crypto';
import type { Answer, Json, PersonKey, World } from '#test-kit';
import { InspectionStory } from './inspection-story.js';

/** What a person chose as their passphrase in every sealed plan. */
export const passphraseOf = (person: PersonKey): string => `夜里十点半下雨 ${person} 42`;

/** A sealed plan told in steps; every step is a request that a named person makes with their passphrase. */
export class SealedPlanStory {
  constructor(
    readonly world: World,
    readonly open = new InspectionStory(world),
  ) {}

  person(key: PersonKey): string {
    return this.world.county.person[key];
  }

  /** A step that changes nothing of the document, or whose version the test does not care about. */
  posts(by: PersonKey, id: string, step: string, body: object = {}, version?: number): Promise<Answer> {
    const said = { passphrase: passphraseOf(by), ...body };
    // the web sends a key with every write: of a sealed one nothing may be kept under it
    const options = { key: randomUUID(), ...(version !== undefined && { ifMatch: version }) };
    return this.world.as(by).post(`/sealed-inspections/${id}/${step}`, said, options);
  }

  /** A step on the version of this moment. */
  async acts(by: PersonKey, id: string, step: string, body: object = {}): Promise<Answer> {
    return this.posts(by, id, step, body, await this.version(id));
  }

  async does(by: PersonKey, id: string, step: string, body: object = {}): Promise<Json> {
    const answer = await this.acts(by, id, step, body);
    if (answer.status >= 300) throw new Error(`${step} of ${by} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  async version(id: string): Promise<number> {
    const [row] = await this.world.store.query<{ version: number }>(
      'select version from sealed_inspection where id = $1',
      [id],
    );
    return row?.version ?? 0;
  }

  /** A draft with the usual plan, and the shares taken by whoever is named. */
  async started(
    change: object = {},
    others: readonly PersonKey[] = ['magistrate'],
    by: PersonKey = 'bureauHead',
  ): Promise<string> {
    const { id } = await this.world
      .as(by)
      .does(
        '/sealed-inspections',
        { name: '夜查', passphrase: passphraseOf(by), least: 2, shares: 3 },
        { key: randomUUID() },
      );
    for (const key of others) await this.joins(id, key, by);
    await this.does(by, id, 'plan', { plan: await this.open.plan(change) });
    return id;
  }

  /** Invited by somebody who is named, joined with a passphrase of their own. */
  async joins(id: string, key: PersonKey, by: PersonKey = 'bureauHead'): Promise<void> {
    const { code } = await this.does(by, id, 'invite', { personId: this.person(key) });
    await this.does(key, id, 'join', { code });
  }

  /** Everybody's share, as it was written down. */
  async takesShares(id: string, ...people: PersonKey[]): Promise<string[]> {
    const shares: string[] = [];
    for (const key of people) shares.push((await this.does(key, id, 'share')).text);
    return shares;
  }

  /** Planned, its shares taken, and sealed. */
  async sealed(change: object = {}, others: readonly PersonKey[] = ['magistrate']): Promise<string> {
    const id = await this.started(change, others);
    await this.does('bureauHead', id, 'propose');
    await this.does('magistrate', id, 'approve');
    await this.takesShares(id, 'bureauHead', 'magistrate');
    await this.does('bureauHead', id, 'seal');
    return id;
  }
}
