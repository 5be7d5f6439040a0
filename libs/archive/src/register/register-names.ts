import type { Store } from '@ducha/store';

/** Why a name in the file means nobody here. */
export type NameFault = 'unknownUnit' | 'ambiguousUnit' | 'unknownPerson' | 'ambiguousPerson';

const withoutAccount = '（无账号）';
const unitMark = 'ducha-unit:';
const personMark = 'ducha-person:';

/** Units and persons as the file speaks of them, both ways: the other instance has ids of its own. */
export class RegisterNames {
  private constructor(
    private readonly units: Names,
    private readonly people: Names,
  ) {}

  /** What units and persons are called today. Units that ended are meant only where no other one has the name. */
  static async of(store: Store): Promise<RegisterNames> {
    const units = await store.query<{ id: string; name: string; past: boolean }>(
      'select id, name, to_at is not null and to_at <= now() as past from unit',
    );
    const people = await store.query<{ id: string; name: string; login: string | null }>(
      `select p.id, p.name, (select a.login from account a where a.person_id = p.id order by a.created_at, a.id limit 1) as login from person p`,
    );
    return new RegisterNames(
      new Names(units.map(({ id, name, past }) => ({ id, name, second: past }))),
      new Names(
        people.map(({ id, name, login }) => ({ id, name: login ?? `${name}${withoutAccount}`, second: false })),
      ),
    );
  }

  /** @throws Error for an id of nobody: foreign keys allow none */
  unit(id: string): string {
    return this.units.nameOf(id);
  }

  person(id: string): string {
    return this.people.nameOf(id);
  }

  unitNamed(name: string): { id: string } | { fault: NameFault } {
    const ids = this.units.idsOf(name);
    if (ids[0] === undefined) return { fault: 'unknownUnit' };
    return ids.length > 1 ? { fault: 'ambiguousUnit' } : { id: ids[0] };
  }

  personNamed(name: string): { id: string } | { fault: NameFault } {
    const ids = this.people.idsOf(name);
    if (ids[0] === undefined) return { fault: 'unknownPerson' };
    return ids.length > 1 ? { fault: 'ambiguousPerson' } : { id: ids[0] };
  }

  /** Every id of a unit or person inside the value becomes its name, marked. */
  spoken(value: unknown): unknown {
    return mapped(value, (text) => {
      if (this.units.knows(text)) return `${unitMark}${this.units.nameOf(text)}`;
      return this.people.knows(text) ? `${personMark}${this.people.nameOf(text)}` : text;
    });
  }

  /** The inverse of `spoken`; names that mean nobody here are told to `refuse`. */
  meant(value: unknown, refuse: (fault: NameFault) => void): unknown {
    return mapped(value, (text) => {
      const found = text.startsWith(unitMark)
        ? this.unitNamed(text.slice(unitMark.length))
        : text.startsWith(personMark)
          ? this.personNamed(text.slice(personMark.length))
          : { id: text };
      if ('id' in found) return found.id;
      refuse(found.fault);
      return text;
    });
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
  /** Meant only where no other one is called so. */
  readonly second: boolean;
}

class Names {
  private readonly names = new Map<string, string>();
  private readonly ids = new Map<string, string[]>();

  constructor(all: readonly Named[]) {
    for (const { id, name } of all) this.names.set(id, name);
    const first = new Set(all.filter(({ second }) => !second).map(({ name }) => name));
    for (const { id, name, second } of all)
      if (!second || !first.has(name)) this.ids.set(name, [...(this.ids.get(name) ?? []), id]);
  }

  knows(id: string): boolean {
    return this.names.has(id);
  }

  nameOf(id: string): string {
    const name = this.names.get(id);
    if (name === undefined) throw new Error(`nobody has the id ${id}`);
    return name;
  }

  idsOf(name: string): readonly string[] {
    return this.ids.get(name) ?? [];
  }
}

function mapped(value: unknown, text: (text: string) => string): unknown {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, text));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, text)]));
}
