import { Injectable } from '@nestjs/common';
import { SignInLinks } from '@ducha/access';
import { Store } from '@ducha/store';
import { demonstrationFault } from '../demonstration-faults.js';
import { people } from '../data/people.js';
import { guides } from '../guides.js';

/** A one-time link with the person it signs in. */
export interface DemonstrationLink {
  readonly login: string;
  readonly name: string;
  /** Title of the post the person is best known by. */
  readonly title: string;
  readonly role: string;
  /** `/sign-in?token=…`, to be put behind the address. */
  readonly path: string;
}

interface Signable {
  account_id: string;
  login: string;
  name: string;
  title: string;
  role: string;
}

const accountsSql = `
  select a.id as account_id, a.login, pe.name, coalesce(p.title, '') as title, coalesce(p.role, '') as role
  from account a join person pe on pe.id = a.person_id
    left join lateral (select title, role from post where person_id = pe.id and from_at <= now() and (to_at is null or to_at > now())
      order by from_at, id limit 1) p on true
  where a.login = any($1) and a.disabled_at is null`;

/** Makes one-time sign-in links to look around with. Only the demonstration county has them. */
@Injectable()
export class DemonstrationLinks {
  constructor(
    private readonly store: Store,
    private readonly links: SignInLinks,
  ) {}

  /** Whether this database holds the demonstration county. */
  async areAllowed(): Promise<boolean> {
    const county = await this.store.queryOne<{ demo: boolean | null }>(
      `select (value ->> 'demo')::boolean as demo from county_setting where name = 'county'`,
    );
    return county?.demo === true;
  }

  /** One link for one person of each role. @throws Fault `demonstration.notLoaded` */
  async forGuides(): Promise<DemonstrationLink[]> {
    const loginOf = new Map(people.map(({ key, login }) => [key, login]));
    return this.forLogins(guides.map((key) => loginOf.get(key) ?? ''));
  }

  /** @throws Fault `demonstration.notLoaded`, `demonstration.unknownLogin` */
  async forLogins(logins: readonly string[]): Promise<DemonstrationLink[]> {
    if (!(await this.areAllowed())) throw demonstrationFault('notLoaded');
    const known = await this.store.query<Signable>(accountsSql, [logins]);
    const made: DemonstrationLink[] = [];
    for (const login of logins) {
      const account = known.find((one) => one.login === login);
      if (!account) throw demonstrationFault('unknownLogin', { login });
      const token = await this.links.make(account.account_id);
      const { name, title, role } = account;
      made.push({ login, name, title, role, path: `/sign-in?token=${token}` });
    }
    return made;
  }
}
