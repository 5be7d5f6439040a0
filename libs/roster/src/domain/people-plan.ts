import { nameKey } from './names.js';
import type { KnownPerson, KnownPost, PersonLine, PostRules } from './person-line.js';
import { type PersonGroup, PersonGroups } from './person-groups.js';
import { isMasked, isSamePhone } from './phone.js';
import { placed, type PlacedPost } from './placed-post.js';
import type { BadCell, CellFault, Effect, RowEffect } from './report.js';
import type { UnitDirectory } from './unit-directory.js';

/** A person of the county, or the one that the row of the sheet enters. */
export type PersonMeant = { readonly id: string } | { readonly row: number };

/** A post to be given, or asked of another administrator. */
export interface PostToGive extends PlacedPost {
  readonly person: PersonMeant;
  readonly serves: PersonMeant | null;
}

/** What a sheet of people comes to. */
export interface PeoplePlan {
  readonly enter: readonly { readonly row: number; readonly name: string; readonly phone: string | null }[];
  readonly accounts: readonly { readonly person: PersonMeant; readonly login: string }[];
  readonly phones: readonly { readonly personId: string; readonly phone: string }[];
  readonly give: readonly PostToGive[];
  readonly ask: readonly PostToGive[];
  readonly change: readonly { readonly postId: string; readonly title: string; readonly to: Date | null }[];
  readonly effects: readonly RowEffect[];
  readonly bad: readonly BadCell[];
}

/** Compares a sheet with the county. Nobody is removed and no post is ended by what a sheet leaves out. */
export function planPeople(
  lines: readonly PersonLine[],
  county: { readonly people: readonly KnownPerson[]; readonly units: UnitDirectory },
  rules: PostRules,
): PeoplePlan {
  return new Planning(county.people, county.units, rules).plan(lines);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

class Planning {
  private readonly out: Writable<PeoplePlan> = {
    ...{ enter: [], accounts: [], phones: [], give: [], ask: [], change: [] },
    ...{ effects: [], bad: [] },
  };
  private groups: readonly PersonGroup[] = [];

  constructor(
    private readonly people: readonly KnownPerson[],
    private readonly units: UnitDirectory,
    private readonly rules: PostRules,
  ) {}

  plan(lines: readonly PersonLine[]): PeoplePlan {
    const finding = new PersonGroups(this.people, this.units);
    this.groups = finding.of(lines);
    this.out.bad.push(...finding.bad);
    for (const group of this.groups) this.planPerson(group);
    return this.out;
  }

  private planPerson(group: PersonGroup): void {
    const { known, first, login, phone } = group;
    const fields: string[] = [];
    const person = known ? { id: known.id } : { row: first.row };
    if (!known) {
      if (phone !== null && isMasked(phone)) this.refuse(first, 'phone', 'maskedPhone');
      this.out.enter.push({ row: first.row, name: first.name, phone });
      fields.push('name');
    } else if (phone !== null && !isSamePhone(phone, known.phone)) {
      if (isMasked(phone)) this.refuse(first, 'phone', 'maskedPhone');
      this.out.phones.push({ personId: known.id, phone });
      fields.push('phone');
    }
    if (login !== null && !known?.logins.includes(login)) {
      this.out.accounts.push({ person, login });
      fields.push('login');
    }
    const effects = group.lines.map((line) => this.planPost(group, person, line));
    const before = known && fields.length > 0 ? 'changed' : 'added';
    effects.forEach(({ effect, fields: ofPost }, at) => {
      const all = at === 0 ? [...fields, ...ofPost] : ofPost;
      const one: Effect = effect === 'same' && all.length > 0 ? before : effect;
      this.out.effects.push({ row: group.lines[at]?.row ?? 0, effect: one, fields: all });
    });
    this.refuseMixture(group);
    if (effects.some(({ effect }) => effect !== 'same') || fields.length > 0) this.refuseForeign(group);
  }

  private planPost(
    { known, lines }: PersonGroup,
    person: PersonMeant,
    line: PersonLine,
  ): { effect: Effect; fields: string[] } {
    const same = { effect: 'same', fields: [] } as const;
    if (line.unit === null && line.role === null && line.title === null) {
      if (known === null && this.rules.importer?.isUnitHead) this.refuse(line, 'unit', 'required');
      return { ...same, fields: [] };
    }
    const post = placed(line, this.units, this.rules);
    if (!('unitId' in post)) {
      this.out.bad.push(...post.bad);
      return { ...same, fields: [] };
    }
    if (lines.some((other) => other.row < line.row && this.isSamePost(other, post))) {
      this.refuse(line, 'role', 'postOverlaps');
      return { ...same, fields: [] };
    }
    const held = known?.posts.find(({ role, unitId }) => role === post.role && unitId === post.unitId);
    if (held) return this.planChange(line, held, post);
    return this.planGift(known, line, { ...post, person, serves: this.leaderOf(line) });
  }

  private isSamePost(line: PersonLine, { role, unitId }: PlacedPost): boolean {
    const found = line.unit === null ? undefined : this.units.find(line.unit);
    return line.role === role && found !== undefined && 'unit' in found && found.unit.id === unitId;
  }

  private planChange(line: PersonLine, held: KnownPost, post: PlacedPost): { effect: Effect; fields: string[] } {
    if (line.from !== null && !isSameInstant(line.from, held.from)) this.refuse(line, 'from', 'postOverlaps');
    if (post.homeUnitId !== null && post.homeUnitId !== held.homeUnitId) this.refuse(line, 'homeUnit', 'postOverlaps');
    const fields = [
      ...(post.title !== held.title ? ['title'] : []),
      ...(post.to !== null && !(held.to && isSameInstant(post.to, held.to)) ? ['to'] : []),
    ];
    const [field] = fields;
    if (field === undefined) return { effect: 'same', fields };
    if (this.rules.importer && this.rules.isPrivileged(held.role)) this.refuse(line, field, 'twoPersons');
    this.out.change.push({ postId: held.id, title: post.title, to: post.to ?? held.to });
    return { effect: 'changed', fields };
  }

  private planGift(
    known: KnownPerson | null,
    line: PersonLine,
    post: PostToGive,
  ): { effect: Effect; fields: string[] } {
    const { importer } = this.rules;
    if (known && known.id === importer?.personId) this.refuse(line, 'role', 'ownPost');
    if (!importer || !this.rules.isPrivileged(post.role)) {
      this.out.give.push(post);
      return { effect: 'added', fields: ['role'] };
    }
    if (known?.asked.some(({ role, unitId }) => role === post.role && unitId === post.unitId))
      return { effect: 'same', fields: [] };
    // what two administrators agree on begins when they do, and has no end
    if (line.to !== null) this.refuse(line, 'to', 'twoPersons');
    this.out.ask.push(post);
    return { effect: 'asked', fields: ['role'] };
  }

  private leaderOf(line: PersonLine): PersonMeant | null {
    if (line.serves === null) {
      if (line.role === 'leader_office') this.refuse(line, 'serves', 'required');
      return null;
    }
    if (line.role !== 'leader_office') return this.refuse(line, 'serves', 'servesNobody');
    const wanted = line.serves.toLowerCase();
    const name = nameKey(line.serves);
    const inSheet = this.groups.filter(({ login, first }) => login === wanted || nameKey(first.name) === name);
    const [group] = inSheet;
    if (inSheet.length === 1 && group) return group.known ? { id: group.known.id } : { row: group.first.row };
    const inCounty = this.people.filter(
      ({ logins, name: known }) => logins.includes(wanted) || nameKey(known) === name,
    );
    const [leader] = inCounty;
    return inSheet.length === 0 && inCounty.length === 1 && leader
      ? { id: leader.id }
      : this.refuse(line, 'serves', 'unknownLeader');
  }

  /** An administrator holds no other post. */
  private refuseMixture({ known, lines }: PersonGroup): void {
    const roles = new Set([...(known?.posts ?? []), ...(known?.asked ?? [])].map(({ role }) => role));
    for (const line of lines) if (line.role !== null) roles.add(line.role);
    if (roles.size < 2 || ![...roles].some((role) => this.rules.isAdministrator(role))) return;
    const line = lines.findLast(({ role }) => role !== null);
    if (line) this.refuse(line, 'role', 'mixedAdministrator');
  }

  /** A unit head changes nobody who also stands elsewhere. */
  private refuseForeign({ known, first }: PersonGroup): void {
    if (!this.rules.importer?.isUnitHead || !known) return;
    const own = known.posts.length > 0 && known.posts.every(({ role, unitId }) => this.rules.mayGive(role, unitId));
    if (!own) this.refuse(first, 'name', 'notYours');
  }

  private refuse({ row }: PersonLine, field: string, code: CellFault): null {
    this.out.bad.push({ row, field, code });
    return null;
  }
}

const dayMs = 86_400_000;
const second = (at: Date): number => Math.floor(at.getTime() / 1000);

/** A sheet says seconds at most; a day in it (midnight of the county, 16:00 UTC) means any instant of that day. */
function isSameInstant(said: Date, kept: Date): boolean {
  if (second(said) === second(kept)) return true;
  const isDay = said.getTime() % dayMs === 16 * 3_600_000;
  return isDay && kept >= said && kept.getTime() < said.getTime() + dayMs;
}
