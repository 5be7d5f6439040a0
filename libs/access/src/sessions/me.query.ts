import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import type { SignedIn } from '../actor.js';
import type { CountyView, MeView, PostView } from '../http/session.view.js';
import { AccountFactorsQuery, waysOf } from '../factors/account-factors.query.js';
import { actsOf } from '../policy/permission.js';
import { issuedActs } from '../policy/policy.js';
import { delegationInForce, heldNow } from './session-facts.js';

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

  async of(me: SignedIn, postId: string | null = chosenOf(me)): Promise<MeView> {
    const facts = await this.store.queryOne<MeFacts>(
      prepared(`select pe.name, a.login,
         coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'role', c.role, 'title', p.title,
             'unit', jsonb_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name), 'until', c.until,
             'inNameOf', case when c.until is not null then jsonb_build_object('id', holder.id, 'name', holder.name) end) order by c.until nulls first, p.from_at)
           from (select own.id, own.id as post_id, own.role, null::timestamptz as until from post own where own.person_id = pe.id and ${heldNow('own')}
             union all select d.id, d.giver_post_id, case when g.role in ('principal', 'county_leader') then 'leader_office' else g.role end, d.to_at
             from delegation d join post taker on taker.id = d.taker_post_id and taker.person_id = pe.id join post g on g.id = d.giver_post_id
             where ${delegationInForce('d')}) as c
           join post p on p.id = c.post_id join unit u on u.id = p.unit_id join person holder on holder.id = p.person_id), '[]') as posts,
         coalesce((select value from county_setting where name = 'county'), '{"name": "", "bureauName": "督查局", "demo": false}') as county
       from account a join person pe on pe.id = a.person_id where a.id = $1`),
      [me.accountId],
    );
    const posts = me.stage === 'open' ? postsOf(me, facts?.posts ?? []) : [];
    const lent = me.issuedFor === undefined ? await this.lentActs(posts, postId) : issuedActs;
    const acting = posts.find(({ id }) => id === postId) ?? null;
    return {
      stage: me.stage,
      ways: waysOf(await this.factors.of(me.accountId)),
      person: { id: me.personId, name: facts?.name ?? '' },
      login: facts?.login ?? '',
      acting,
      posts,
      acts: acting ? actsOf(acting.role).filter((act) => lent?.includes(act) ?? true) : [],
      issued: me.issuedFor !== undefined,
      county: facts?.county ?? { name: '', bureauName: '督查局', demo: false },
    };
  }

  /** Null in a post of one's own. */
  private async lentActs(posts: readonly PostView[], id: string | null): Promise<readonly string[] | null> {
    if (!posts.some((post) => post.id === id && post.inNameOf !== null)) return null;
    const row = await this.store.queryOne<{ acts: string[] }>('select acts from delegation where id = $1', [id]);
    return row?.acts ?? [];
  }
}

/** On an issued device the one post that it acts in, as a member of the group; none before the release. */
function postsOf({ issuedFor, actor }: SignedIn, posts: readonly PostView[]): PostView[] {
  if (issuedFor === undefined) return [...posts];
  return posts.flatMap((post) => (actor && post.id === actor.postId ? [{ ...post, role: actor.role }] : []));
}

/** The post that is acted in, or the delegation. */
const chosenOf = ({ actor }: SignedIn): string | null => actor?.delegation?.id ?? actor?.postId ?? null;
