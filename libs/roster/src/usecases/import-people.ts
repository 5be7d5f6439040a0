import { Inject, Injectable } from '@nestjs/common';
import { administratorRoles, AskPrivilege, isPrivileged, isRole, type Role, TakePeople } from '@ducha/access';
import type { Actor, TakenPeople } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { type PeoplePlan, type PersonMeant, planPeople, type PostToGive } from '../domain/people-plan.js';
import type { PersonLine, PostRules } from '../domain/person-line.js';
import { UnitDirectory } from '../domain/unit-directory.js';
import { databaseNow, knownPeople } from '../queries/known-people.js';
import { knownUnits } from '../queries/known-units.js';
import { mostPeople, type PersonColumn, personHeaders, readPersonLine } from '../sheets/people-sheet.js';
import { readSheet, type SheetRead } from '../sheets/read-sheet.js';
import { bySheet, refuseUnagreed, type SheetCommand } from './sheet-command.js';
import { reportOf, type SheetReport } from './sheet-report.js';

const ownRoles: readonly string[] = ['unit_liaison', 'unit_staff'];

/**
 * Takes the people of a sheet with their posts in: all in one transaction, or none. The same sheet twice changes nothing.
 * Privileged posts become requests that another administrator decides; only the operator at the command line gives them.
 */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly people: TakePeople,
    private readonly privileges: AskPrivilege,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Says what would come of it; writes nothing. @throws Fault `spreadsheet.*` */
  async preview({ file, by }: SheetCommand): Promise<SheetReport> {
    return (await this.compare(await read(file), by)).report;
  }

  /**
   * @param digest of the preview that was agreed to; null where there was none
   * @throws Fault `roster.sheetRefused`, `roster.planMoved`, `spreadsheet.*`
   */
  async run({ file, by }: SheetCommand, digest: string | null): Promise<SheetReport> {
    const sheet = await read(file);
    return this.store.transaction(async (tx) => {
      await this.people.lock(tx);
      const { report, plan } = await this.compare(sheet, by);
      refuseUnagreed(report, digest);
      const idOf = new Map(plan.enter.map(({ row }) => [row, this.ids.next()]));
      const meant = (person: PersonMeant): string => ('id' in person ? person.id : (idOf.get(person.row) ?? ''));
      await this.people.run(tx, by, takenOf(plan, meant));
      for (const post of plan.ask) if (by !== null) await this.ask(by, post, meant);
      const { physicalRows: _, ...counts } = report.counts;
      await this.audit.record(tx, { act: 'people.import', subject: { type: 'person', id: null }, by, facts: counts });
      return report;
    });
  }

  private async ask(by: Actor, post: PostToGive, meant: (person: PersonMeant) => string): Promise<void> {
    const { unitId, title, person, serves } = post;
    const servesPersonId = serves === null ? undefined : meant(serves);
    const asked = {
      kind: 'give_post',
      personId: meant(person),
      role: roleIn(post),
      unitId,
      title,
      servesPersonId,
    } as const;
    await this.privileges.run(by, asked, bySheet);
  }

  private async compare(
    sheet: SheetRead<PersonLine, PersonColumn>,
    by: Actor | null,
  ): Promise<{ report: SheetReport; plan: PeoplePlan }> {
    const units = new UnitDirectory(await knownUnits(this.store));
    const people = await knownPeople(this.store, sheet.lines);
    const plan = planPeople(sheet.lines, { people, units }, rulesFor(by, await databaseNow(this.store)));
    const { effects, bad, ...deeds } = plan;
    return { report: reportOf(sheet, { effects, bad, deeds }, said), plan };
  }
}

const read = (file: string | Uint8Array): Promise<SheetRead<PersonLine, PersonColumn>> =>
  readSheet(file, personHeaders, mostPeople, readPersonLine);

const said = ({ name, unit, title }: PersonLine): { name: string; place: string } => ({
  name,
  place: [unit, title].filter((part) => part !== null).join(' '),
});

function rulesFor(by: Actor | null, now: Date): PostRules {
  const isUnitHead = by?.role === 'unit_head';
  return {
    now,
    isPrivileged: (role) => isRole(role) && isPrivileged(role),
    isAdministrator: (role) => administratorRoles.some((administrator) => administrator === role),
    mayGive: (role, unitId) => !isUnitHead || (ownRoles.includes(role) && by.unitIds.includes(unitId)),
    importer: by === null ? null : { personId: by.personId, isUnitHead },
  };
}

function takenOf(plan: PeoplePlan, meant: (person: PersonMeant) => string): TakenPeople {
  return {
    persons: plan.enter.map(({ name, phone, ...person }) => ({ id: meant(person), name, phone })),
    accounts: plan.accounts.map(({ person, login }) => ({ personId: meant(person), login })),
    phones: plan.phones,
    posts: plan.give.map(({ unitId, title, from, to, homeUnitId, ...post }) => ({
      ...{ personId: meant(post.person), role: roleIn(post), unitId, title, from, to, homeUnitId },
      servesPersonId: post.serves === null ? null : meant(post.serves),
    })),
    changes: plan.change,
  };
}

/** What the sheet's reading let through is a role. */
function roleIn({ role }: { role: string }): Role {
  if (!isRole(role)) throw new Error(`${role} is no role`);
  return role;
}
