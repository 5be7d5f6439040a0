import { groupedBy, nameKey } from './names.js';
import type { KnownPerson, PersonLine } from './person-line.js';
import { isSamePhone } from './phone.js';
import type { BadCell, CellFault } from './report.js';
import type { KnownUnit, UnitDirectory } from './unit-directory.js';

/** All rows about one person, and who of the county it is; null: nobody yet. */
export interface PersonGroup {
  readonly first: PersonLine;
  readonly lines: readonly PersonLine[];
  readonly login: string | null;
  readonly phone: string | null;
  readonly known: KnownPerson | null;
}

const keyOf = ({ key, login, name, phone }: PersonLine): string =>
  key !== null ? `k ${key}` : login !== null ? `l ${login}` : `n ${nameKey(name)} ${phone ?? ''}`;

/** Puts the rows of a sheet together by person and finds each person in the county. */
export class PersonGroups {
  readonly bad: BadCell[] = [];
  private readonly byId: ReadonlyMap<string, KnownPerson>;
  private readonly byLogin: ReadonlyMap<string, KnownPerson>;
  private readonly byName: ReadonlyMap<string, KnownPerson[]>;

  constructor(
    county: readonly KnownPerson[],
    private readonly units: UnitDirectory,
  ) {
    this.byId = new Map(county.map((person) => [person.id, person]));
    this.byLogin = new Map(county.flatMap((person) => person.logins.map((login) => [login, person] as const)));
    this.byName = groupedBy(county, ({ name }) => nameKey(name));
  }

  of(lines: readonly PersonLine[]): PersonGroup[] {
    const groups = [...groupedBy(lines, keyOf).values()].flatMap((together) => this.groupOf(together) ?? []);
    this.refuseDoubles(groups);
    return groups;
  }

  private groupOf(lines: readonly PersonLine[]): PersonGroup | undefined {
    const [first] = lines;
    if (!first) return undefined;
    const login = lines.find((line) => line.login !== null)?.login ?? null;
    const phone = lines.find((line) => line.phone !== null)?.phone ?? null;
    for (const line of lines) {
      if (nameKey(line.name) !== nameKey(first.name)) this.refuse(line, 'name', 'unlikeBefore');
      if (line.login !== null && line.login !== login) this.refuse(line, 'login', 'unlikeBefore');
      if (line.phone !== null && line.phone !== phone) this.refuse(line, 'phone', 'unlikeBefore');
    }
    const known = this.personOf(first, lines, login, phone);
    if (typeof known === 'string') return void this.refuse(first, known === 'otherName' ? 'name' : 'login', known);
    return { first, lines, login, phone, known };
  }

  /** By id, by account, else by name with the number, or by name in a unit where one of them is not given. */
  private personOf(
    first: PersonLine,
    lines: readonly PersonLine[],
    login: string | null,
    phone: string | null,
  ): KnownPerson | CellFault | null {
    const owner = login === null ? undefined : this.byLogin.get(login);
    const byKey = first.key === null ? undefined : this.byId.get(first.key);
    const known = byKey ?? owner;
    if (known) {
      if (owner && owner !== known) return 'loginTaken';
      if (nameKey(known.name) !== nameKey(first.name)) return byKey ? 'otherName' : 'loginTaken';
      return login !== null && !owner && known.logins.length > 0 ? 'otherLogin' : known;
    }
    const alike = (this.byName.get(nameKey(first.name)) ?? []).filter((person) => this.isAlike(person, lines, phone));
    if (alike.length > 1) return 'ambiguousPerson';
    const [one] = alike;
    if (!one) return null;
    return login !== null && one.logins.length > 0 ? 'doublePerson' : one;
  }

  private isAlike(person: KnownPerson, lines: readonly PersonLine[], phone: string | null): boolean {
    if (phone !== null && person.phone !== null) return isSamePhone(phone, person.phone);
    const unitIds = lines.flatMap((line) => this.unitOf(line)?.id ?? []);
    if (unitIds.length === 0) return person.posts.length === 0;
    return person.posts.some(({ unitId }) => unitIds.includes(unitId));
  }

  private unitOf({ unit }: PersonLine): KnownUnit | undefined {
    const found = unit === null ? undefined : this.units.find(unit);
    return found && 'unit' in found ? found.unit : undefined;
  }

  /** Two groups that are one person: the same account, the same record, or name and number. */
  private refuseDoubles(groups: readonly PersonGroup[]): void {
    const seen = new Set<string>();
    const isSeen = (mark: string): boolean => seen.has(mark) || !seen.add(mark);
    for (const { first, login, phone, known } of groups) {
      if (login !== null && isSeen(`l ${login}`)) this.refuse(first, 'login', 'doublePerson');
      else if (known && isSeen(`p ${known.id}`)) this.refuse(first, 'name', 'doublePerson');
      else if (phone !== null && isSeen(`n ${nameKey(first.name)} ${phone}`))
        this.refuse(first, 'name', 'doublePerson');
    }
  }

  private refuse({ row }: PersonLine, field: string, code: CellFault): void {
    this.bad.push({ row, field, code });
  }
}
