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
  constructor(
    private readonly settled: Settled,
    /** Stands where a browser's session would. */
    private readonly sessionId: string,
  ) {}

  /** @throws Error for a key the data does not have */
  unit(key: string): string {
    return found(this.settled.unitIds.get(key), 'unit', key);
  }

  /** @throws Error for a key the data does not have */
  person(key: string): string {
    return this.personNamed(key).id;
  }

  /** The person in one of their posts of today: the one with this role, else the first. */
  actor(key: string, role?: Role): Actor {
    const person = this.personNamed(key);
    const held = person.posts.filter(({ ended }) => !ended);
    const post = found(
      held.find((one) => role === undefined || one.role === role),
      'post',
      `${key} ${role ?? ''}`,
    );
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
