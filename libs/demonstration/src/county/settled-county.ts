import type { Actor, Role } from '@ducha/access';

/** A post as the loader gave it. */
export interface SettledPost {
  readonly id: string;
  readonly role: Role;
  readonly unitKey: string;
  readonly servesPersonId: string | null;
  readonly ended: boolean;
}

/** A person as the loader entered them. */
export interface SettledPerson {
  readonly id: string;
  readonly accountId: string;
  readonly posts: readonly SettledPost[];
}

/** What the loader gave out for the keys of the data. */
export interface Settled {
  readonly unitIds: ReadonlyMap<string, string>;
  /** The unit itself and everything below it, by its key. */
  readonly subtreeIds: ReadonlyMap<string, readonly string[]>;
  readonly people: ReadonlyMap<string, SettledPerson>;
}

/** The county in terms of the data's keys: ids, and people who act. */
export class SettledCounty {
  private readonly unitKeys: ReadonlyMap<string, string>;
  private readonly personKeys: ReadonlyMap<string, string>;

  constructor(
    private readonly settled: Settled,
    /** Stands where a browser's session would. */
    private readonly sessionId: string,
  ) {
    this.unitKeys = new Map([...settled.unitIds].map(([key, id]) => [id, key]));
    this.personKeys = new Map([...settled.people].map(([key, { id }]) => [id, key]));
  }

  /** @throws Error for a key the data does not have */
  unit(key: string): string {
    return found(this.settled.unitIds.get(key), 'unit', key);
  }

  /** @throws Error for a key the data does not have */
  person(key: string): string {
    return this.personNamed(key).id;
  }

  /** @throws Error for an id the loader did not give out */
  unitKeyOf(id: string): string {
    return found(this.unitKeys.get(id), 'unit', id);
  }

  /** @throws Error for an id the loader did not give out */
  personKeyOf(id: string): string {
    return found(this.personKeys.get(id), 'person', id);
  }

  /** Somebody who holds this role in this very unit today. @throws Error when nobody does */
  inUnit(role: Role, unitKey: string): Actor {
    return found(this.ofUnit(role, unitKey), role, unitKey);
  }

  /** The same, where a unit may have nobody. */
  ofUnit(role: Role, unitKey: string): Actor | undefined {
    const holds = (post: SettledPost): boolean => post.role === role && post.unitKey === unitKey && !post.ended;
    const [key, person] = [...this.settled.people].find(([, { posts }]) => posts.some(holds)) ?? [];
    if (key === undefined || person === undefined) return undefined;
    return this.acting(key, found(person.posts.find(holds), 'post', key));
  }

  /** The person in one of their posts of today: the one with this role, else the first. */
  actor(key: string, role?: Role): Actor {
    const person = this.personNamed(key);
    const held = person.posts.filter(({ ended }) => !ended);
    const post = held.find((one) => role === undefined || one.role === role);
    return this.acting(key, found(post, 'post', `${key} ${role ?? ''}`));
  }

  private acting(key: string, post: SettledPost): Actor {
    const person = this.personNamed(key);
    const inUnit = post.role.startsWith('unit_');
    return {
      personId: person.id,
      accountId: person.accountId,
      sessionId: this.sessionId,
      postId: post.id,
      role: post.role,
      unitId: this.unit(post.unitKey),
      unitIds: inUnit ? found(this.settled.subtreeIds.get(post.unitKey), 'unit', post.unitKey) : [],
      servesPersonId: post.servesPersonId,
    };
  }

  private personNamed(key: string): SettledPerson {
    return found(this.settled.people.get(key), 'person', key);
  }
}

function found<T>(value: T | undefined, what: string, key: string): T {
  if (value === undefined) throw new Error(`the demonstration county has no ${what} ${key}`);
  return value;
}
