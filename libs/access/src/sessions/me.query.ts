import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import type { SignedIn } from '../actor.js';
import type { CountyView, MeView, PostView } from '../http/session.view.js';
import { AccountFactorsQuery, waysOf } from '../factors/account-factors.query.js';
import { actsOf } from '../policy/permission.js';

interface MeFacts {
  name: string;
  login: string;
  posts: PostView[];
  county: CountyView;
}

/** What a signed-in person is told about themselves. */
@Injectable()
export class MeQuery {
  constructor(
    private readonly store: Store,
    private readonly factors: AccountFactorsQuery,
  ) {}

  async of(me: SignedIn, postId: string | null = me.actor?.postId ?? null): Promise<MeView> {
    const facts = await this.store.queryOne<MeFacts>(
      prepared(`select pe.name, a.login,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'title', p.title,
             'unit', jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name)) order by p.from_at)
           from post p join unit u on u.id = p.unit_id
           where p.person_id = pe.id and p.from_at <= now() and (p.to_at is null or p.to_at > now())), '[]') as posts,
         coalesce((select value from county_setting where name = 'county'), '{"name": "", "bureauName": "督查局", "demo": false}') as county
       from account a join person pe on pe.id = a.person_id where a.id = $1`),
      [me.accountId],
    );
    const posts = me.stage === 'open' ? (facts?.posts ?? []) : [];
    const acting = posts.find(({ id }) => id === postId) ?? null;
    return {
      stage: me.stage,
      ways: waysOf(await this.factors.of(me.accountId)),
      person: { id: me.personId, name: facts?.name ?? '' },
      login: facts?.login ?? '',
      acting,
      posts,
      acts: acting ? actsOf(acting.role) : [],
      county: facts?.county ?? { name: '', bureauName: '督查局', demo: false },
    };
  }
}
