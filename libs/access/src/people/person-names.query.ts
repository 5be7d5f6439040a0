import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';

/** How a person is shown beside an act. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** How a post is shown: title and unit. */
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

  /** Titles by post id; unknown ids are left out. */
  async ofPosts(ids: readonly (string | null)[]): Promise<Map<string, PostName>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.store.query<PostName>(
      'select p.id, p.title, u.short_name as unit from post p join unit u on u.id = p.unit_id where p.id = any($1)',
      [wanted],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
