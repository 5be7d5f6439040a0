import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import { unitNameAt } from './unit-names.js';

/** How a person is shown beside an act. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** How the post behind an act is shown: title and unit. `id` is the act's. */
export interface PostName {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
}

/** By whom an act was done, as it is shown: the names of its day. */
export interface DoerNames {
  readonly person: PersonName | null;
  readonly post: string | null;
  readonly unit: string | null;
  /** The leader or giver of a delegation for whom it was done; null when on one’s own. */
  readonly inNameOf: PersonName | null;
}

/** What is known of an act’s doer in the audit record. */
export interface DoneAct {
  readonly id: string;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly at: Date;
  readonly facts: Readonly<Record<string, unknown>>;
}

const inNameOf = ({ facts }: DoneAct): string | null =>
  typeof facts['inNameOf'] === 'string' ? facts['inNameOf'] : null;

const postsSql = prepared(`
  select g.id, p.title, ${unitNameAt('u', 'g.at')} as unit
  from jsonb_to_recordset($1::jsonb) as g(id uuid, "postId" uuid, at timestamptz) join post p on p.id = g."postId" join unit u on u.id = p.unit_id`);

/** Resolves ids to names, set-wise. */
@Injectable()
export class PersonNames {
  constructor(private readonly store: Store) {}

  /** Names by person id; unknown ids are left out. */
  async ofPersons(ids: readonly (string | null)[]): Promise<Map<string, PersonName>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.store.query<PersonName>('select id, name from person where id = any($1)', [wanted]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Who did each act, by the act's id; every act has an entry. */
  async ofDoers(acts: readonly DoneAct[]): Promise<Map<string, DoerNames>> {
    const persons = await this.ofPersons(acts.flatMap((act) => [act.personId, inNameOf(act)]));
    const posts = await this.ofActs(acts);
    const named = (id: string | null): PersonName | null => (id === null ? null : (persons.get(id) ?? null));
    return new Map(
      acts.map((act) => {
        const post = posts.get(act.id);
        const where = { post: post?.title ?? null, unit: post?.unit ?? null };
        return [act.id, { person: named(act.personId), ...where, inNameOf: named(inNameOf(act)) }];
      }),
    );
  }

  /** Title and unit of the post behind each act, by the act's id, as the unit was called on the day. */
  async ofActs(acts: readonly { id: string; postId: string | null; at: Date }[]): Promise<Map<string, PostName>> {
    const given = acts.filter(({ postId }) => postId !== null);
    if (given.length === 0) return new Map();
    const rows = await this.store.query<PostName>(postsSql, [
      JSON.stringify(given.map(({ id, postId, at }) => ({ id, postId, at }))),
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
