import { people } from '../data/people.js';
import type { DemoRole } from '../data/types.js';
import { units } from '../data/units.js';
import type { MeAnswer, UnitAnswer } from './answers.js';
import type { ApiClient } from './api-client.js';

/** Makes one-time sign-in links: paths such as `/sign-in?token=…`, in the order of the logins. */
export type MakeLinks = (logins: readonly string[]) => Promise<readonly { readonly path: string }[]>;

/** The people of the county at their screens: each signs in by a link the first time something is to be done. */
export class Crowd {
  private readonly sessions = new Map<string, Promise<ApiClient>>();
  private unitIds: ReadonlyMap<string, string> = new Map();

  constructor(
    readonly stranger: ApiClient,
    private readonly makeLinks: MakeLinks,
  ) {}

  /** Learns the ids of the units; first thing to be called. */
  async gather(): Promise<void> {
    const known = await (await this.as('bureau.head')).get<{ items: UnitAnswer[] }>('/units?all=true');
    const idOf = new Map(known.items.map(({ id, name }) => [name, id]));
    this.unitIds = new Map(units.map(({ key, name }) => [key, idOf.get(name) ?? '']));
  }

  /** @throws Error for a key the data does not have */
  unit(key: string): string {
    return found(this.unitIds.get(key), key);
  }

  unitKeyOf(id: string): string {
    return found([...this.unitIds].find(([, one]) => one === id)?.[0], id);
  }

  /** Somebody of the data by key, in the post of a role and unit when they hold several. */
  as(personKey: string, role?: DemoRole, unitKey?: string): Promise<ApiClient> {
    const name = `${personKey} ${role ?? ''} ${unitKey ?? ''}`;
    const known = this.sessions.get(name) ?? this.signIn(personKey, role, unitKey);
    this.sessions.set(name, known);
    return known;
  }

  /** Somebody by the name on the screen; people of the county have names of their own. */
  named(name: string, role: DemoRole): Promise<ApiClient> {
    return this.as(found(people.find((person) => person.name === name)?.key, name), role);
  }

  head(unitId: string): Promise<ApiClient> {
    return this.inUnit('unit_head', unitId);
  }

  liaison(unitId: string): Promise<ApiClient> {
    return this.inUnit('unit_liaison', unitId);
  }

  private inUnit(role: DemoRole, unitId: string): Promise<ApiClient> {
    const unitKey = this.unitKeyOf(unitId);
    const holder = people.find(({ posts }) =>
      posts.some((post) => post.role === role && post.unitKey === unitKey && !post.to),
    );
    return this.as(found(holder?.key, `${role} of ${unitKey}`), role, unitKey);
  }

  private async signIn(personKey: string, role?: DemoRole, unitKey?: string): Promise<ApiClient> {
    const { login } = found(
      people.find(({ key }) => key === personKey),
      personKey,
    );
    const [link] = await this.makeLinks([login]);
    const token = new URL(link?.path ?? '', 'http://localhost').searchParams.get('token') ?? '';
    const client = this.stranger.signedIn(await this.stranger.useLink(token));
    const me = await client.get<MeAnswer>('/session');
    const fits = (post: MeAnswer['posts'][number]): boolean =>
      (role === undefined || post.role === role) && (unitKey === undefined || post.unit.id === this.unit(unitKey));
    const post = found(me.posts.find(fits), `post of ${personKey}`);
    if (me.acting?.id !== post.id) await client.put('/session/post', { postId: post.id });
    return client;
  }
}

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`the demonstration county does not know ${key}`);
  return value;
}
