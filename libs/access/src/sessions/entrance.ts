import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Stage } from '../actor.js';
import { AccountFactorsQuery, hasFactor } from '../factors/account-factors.query.js';
import { SignInRulesQuery } from '../factors/sign-in-rules.query.js';
import { heldNow } from './session-facts.js';
import { type NewSession, type Origin, type Proof, Sessions } from './sessions.js';

/** Where a first proof leads: in, to the second factor, or to enrolling one. */
@Injectable()
export class Entrance {
  constructor(
    private readonly store: Store,
    private readonly sessions: Sessions,
    private readonly factors: AccountFactorsQuery,
    private readonly rules: SignInRulesQuery,
  ) {}

  /** Opens a session at the stage that the account's factors and its person's posts ask for. */
  async admit(tx: EntityManager, accountId: string, origin: Origin, proof: Proof): Promise<NewSession> {
    return this.sessions.open(tx, accountId, origin, { proof, stage: await this.stageOf(accountId) });
  }

  /** Whether one of the posts that the account's person holds demands a second factor. */
  async demandsFactor(accountId: string): Promise<boolean> {
    const { factorRoles } = await this.rules.read();
    const demanding = await this.store.query(
      `select 1 from account a join post p on p.person_id = a.person_id and ${heldNow('p')}
       where a.id = $1 and p.role = any($2::text[]) limit 1`,
      [accountId, factorRoles],
    );
    return demanding.length > 0;
  }

  private async stageOf(accountId: string): Promise<Stage> {
    if (hasFactor(await this.factors.of(accountId))) return 'factor';
    return (await this.demandsFactor(accountId)) ? 'enrol' : 'open';
  }
}
