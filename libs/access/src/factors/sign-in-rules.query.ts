import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { isRole, type Role } from '../roles.js';
import { strictRoles } from './factor-demand.js';

/** How strictly this county lets people in. */
export interface SignInRules {
  /** Roles that demand a second factor. */
  readonly factorRoles: readonly Role[];
  /** Whether a proof grows old; false only where nobody could renew it, as in the demonstration county. */
  readonly proofsAge: boolean;
}

interface Said {
  factorRoles?: unknown;
  proofsAge?: unknown;
}

/** Reads the county's setting `sign_in`; a county without one gets the strict rules. */
@Injectable()
export class SignInRulesQuery {
  constructor(private readonly store: Store) {}

  async read(): Promise<SignInRules> {
    const said = await this.store.queryOne<{ value: Said }>(`select value from county_setting where name = 'sign_in'`);
    const roles = said?.value.factorRoles;
    return {
      factorRoles: Array.isArray(roles)
        ? roles.filter((role) => typeof role === 'string' && isRole(role))
        : strictRoles,
      proofsAge: said?.value.proofsAge !== false,
    };
  }
}
