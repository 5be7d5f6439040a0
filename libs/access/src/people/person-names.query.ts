import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
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

  /** Title and unit of the post behind each act, by the act's id, as the unit was called on the day. */
  async ofActs(acts: readonly { id: string; postId: string | null; at: Date }[]): Promise<Map<string, PostName>> {
    const given = acts.filter(({ postId }) => postId !== null);
    if (given.length === 0) return new Map();
    const rows = await this.store.query<PostName>(
      `select g.id, p.title, ${unitNameAt('u', 'g.at')} as unit
       from jsonb_to_recordset($1::jsonb) as g(id uuid, "postId" uuid, at timestamptz) join post p on p.id = g."postId" join unit u on u.id = p.unit_id`,
      [JSON.stringify(given.map(({ id, postId, at }) => ({ id, postId, at })))],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
