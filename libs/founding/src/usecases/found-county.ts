import { Injectable } from '@nestjs/common';
import { Entrance, EntryLinks, type NewSession, type Origin, Passwords, People, type Role } from '@ducha/access';
import type { FieldError } from '@ducha/kernel';
import { FoundUnits } from '@ducha/org';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { foundingFault } from '../founding-faults.js';
import { type CountyNames, CountySettings } from './county-settings.js';
import { SetupLinks } from './setup-links.js';

/** One of the three administrators. */
export interface FirstAdministrator {
  readonly name: string;
  readonly login: string;
  /** Named for the time being, until somebody else is there for it. */
  readonly standsIn: boolean;
}

/** What the first person says. */
export interface FoundCountyCommand {
  readonly token: string;
  readonly county: CountyNames;
  readonly password: string;
  readonly sysadmin: FirstAdministrator;
  readonly secadmin: FirstAdministrator;
  readonly auditadmin: FirstAdministrator;
}

/** The county stands: the first person's session, and a one-time link for each of the other two. */
export interface FoundedCounty {
  readonly session: NewSession;
  readonly links: readonly { role: Role; name: string; login: string; token: string }[];
}

const trio = ['sysadmin', 'secadmin', 'auditadmin'] as const;
const titles = { sysadmin: '系统管理员', secadmin: '安全保密管理员', auditadmin: '安全审计员' } as const;

interface Settled {
  readonly role: Role;
  readonly admin: FirstAdministrator;
  readonly accountId: string;
}

/**
 * Sets an empty county up in one act: its names, its root unit and bureau, and all three administrators at once, because
 * afterwards each privileged post needs two of them. Who sits there becomes the system administrator and chooses a
 * password; the others get links of their own, so that nobody knows another one's password.
 */
@Injectable()
export class FoundCounty {
  constructor(
    private readonly store: Store,
    private readonly setup: SetupLinks,
    private readonly passwords: Passwords,
    private readonly settings: CountySettings,
    private readonly units: FoundUnits,
    private readonly people: People,
    private readonly entry: EntryLinks,
    private readonly entrance: Entrance,
  ) {}

  /** @throws Fault `founding.linkSpent`, `founding.notThree`, `access.weakPassword` */
  async run(command: FoundCountyCommand, origin: Origin): Promise<FoundedCounty> {
    await this.setup.refuseSpent(command.token);
    refuseFewerThanThree(command);
    const hash = await this.passwords.hash(command.password);
    return this.store.transaction(async (tx) => {
      await this.setup.use(tx, command.token);
      await this.settings.write(tx, command.county, null);
      const unitId = await this.foundUnits(tx, command.county);
      const [sysadmin, ...others] = await this.settle(tx, command, unitId, hash);
      if (!sysadmin) throw foundingFault('notThree');
      const links = [];
      for (const { role, admin, accountId } of others) {
        const token = await this.entry.make(tx, accountId, null, null);
        links.push({ role, name: admin.name, login: admin.login, token });
      }
      return { session: await this.entrance.admit(tx, sysadmin.accountId, origin, 'link'), links };
    });
  }

  /** The county itself, where its leaders stand, and the bureau. Answers the county's id. */
  private async foundUnits(tx: EntityManager, { name, bureauName }: CountyNames): Promise<string> {
    const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
    const from = (clock?.now ?? new Date(0)).toISOString();
    const whole = bureauName.startsWith(name) ? bureauName : `${name}${bureauName}`;
    const ids = await this.units.run(
      tx,
      [
        { key: 'county', name, shortName: name, kind: 'county', parentKey: null, sort: 0, from },
        { key: 'bureau', name: whole, shortName: bureauName, kind: 'bureau', parentKey: 'county', sort: 1, from },
      ],
      null,
    );
    return ids.get('county') ?? '';
  }

  private async settle(
    tx: EntityManager,
    command: FoundCountyCommand,
    unitId: string,
    hash: string,
  ): Promise<Settled[]> {
    const settled: Settled[] = [];
    const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
    for (const role of trio) {
      const admin = command[role];
      const personId = await this.people.enter(tx, { name: admin.name }, null);
      const own = role === 'sysadmin' ? hash : null;
      const accountId = await this.people.openAccount(tx, personId, admin.login, own, null);
      const post = { personId, role, unitId, title: titles[role], from: clock?.now ?? '', standsIn: admin.standsIn };
      await this.people.givePost(tx, post, null);
      settled.push({ role, admin, accountId });
    }
    return settled;
  }
}

/** Three names and three account names. */
function refuseFewerThanThree(command: FoundCountyCommand): void {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  for (const role of trio) {
    for (const field of ['name', 'login'] as const) {
      const said = `${field}:${command[role][field].trim().toLowerCase()}`;
      if (seen.has(said))
        errors.push({ path: `${role}.${field}`, message: 'must be another person', constraint: 'anotherPerson' });
      seen.add(said);
    }
  }
  if (errors.length > 0) throw foundingFault('notThree', {}, errors);
}
