import { Inject, Injectable } from '@nestjs/common';
import { tokenHash } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { foundingFault } from '../founding-faults.js';

const linkHours = 24;

/** No account exists: nobody could sign in. */
const nobodySql = 'not exists (select 1 from account)';

/**
 * The link with which the first person comes into an empty county. Every start prints one as long as no account exists;
 * whoever starts the program may as well use the command line, so it gives them nothing that they did not have.
 */
@Injectable()
export class SetupLinks {
  constructor(
    private readonly store: Store,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Makes a link; null once somebody can sign in. The token is kept nowhere. Several processes may each make one. */
  async make(): Promise<string | null> {
    if (!(await this.isEmpty())) return null;
    const token = this.ids.token();
    await this.store.query('delete from setup_link where expires_at < now()');
    await this.store.query(
      `insert into setup_link (token_hash, created_at, expires_at) values ($1, now(), now() + interval '${linkHours} hours')`,
      [tokenHash(token)],
    );
    return token;
  }

  /** Whether the county waits for its first person. */
  async isEmpty(): Promise<boolean> {
    const row = await this.store.queryOne<{ empty: boolean }>(`select ${nobodySql} as empty`);
    return row?.empty === true;
  }

  /** @throws Fault `founding.linkSpent` */
  async refuseSpent(token: string): Promise<void> {
    const open = await this.store.query(
      `select 1 from setup_link where token_hash = $1 and expires_at > now() and ${nobodySql}`,
      [tokenHash(token)],
    );
    if (open.length === 0) throw foundingFault('linkSpent');
  }

  /** Uses it up; of two at once one wins. All links are dead afterwards. @throws Fault `founding.linkSpent`, `founding.foundedAlready` */
  async use(tx: EntityManager, token: string): Promise<void> {
    await tx.query('lock table setup_link in exclusive mode');
    const [, taken] = await tx.query<[unknown, number]>(
      'delete from setup_link where token_hash = $1 and expires_at > now()',
      [tokenHash(token)],
    );
    if (taken !== 1) throw foundingFault('linkSpent');
    const accounts = await tx.query<unknown[]>('select 1 from account limit 1');
    if (accounts.length > 0) throw foundingFault('foundedAlready');
    await tx.query('delete from setup_link');
  }
}
