import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { SignInRulesQuery } from '../factors/sign-in-rules.query.js';
import type { RoleHolderView, RoleView } from '../http/role.view.js';
import { isPrivileged, roles } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';
import { actsOf, scopeOf } from './permission.js';

const namedHolders = 12;

const holdersSql = `
  select ranked.role, ranked.count, jsonb_agg(jsonb_build_object('name', ranked.name, 'title', ranked.title, 'unitName', ranked.unit, 'standsIn', ranked.stands_in) order by ranked.place) as holders
  from (select p.role, pe.name, p.title, u.short_name as unit, p.stands_in,
      row_number() over (partition by p.role order by pe.name, p.id) as place, count(*) over (partition by p.role)::int as count
    from post p join person pe on pe.id = p.person_id join unit u on u.id = p.unit_id where ${heldNow('p')}) as ranked
  where ranked.place <= ${namedHolders} group by ranked.role, ranked.count`;

interface Held {
  readonly role: string;
  readonly count: number;
  readonly holders: RoleHolderView[];
}

/** Every role with what the policy grants it and who holds it: the enforced table itself, in readable order. */
@Injectable()
export class RoleTable {
  constructor(
    private readonly store: Store,
    private readonly rules: SignInRulesQuery,
  ) {}

  async read(): Promise<RoleView[]> {
    const held = await this.store.query<Held>(holdersSql);
    const { factorRoles } = await this.rules.read();
    return roles.map((role) => {
      const now = held.find((one) => one.role === role);
      return {
        role,
        privileged: isPrivileged(role),
        factorDemanded: factorRoles.includes(role),
        acts: actsOf(role).map((act) => ({ act, scope: scopeOf(act, role) ?? '' })),
        holderCount: now?.count ?? 0,
        holders: now?.holders ?? [],
      };
    });
  }
}
