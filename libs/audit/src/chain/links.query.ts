import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { canonicalSql } from './link-hash.js';

/** One link of the chain with the row it binds, so that anybody can compute its hash again. Hashes are hex. */
export interface ChainLink {
  readonly chain: string;
  readonly seq: number;
  readonly rowId: string;
  /** The row as the chain sees it: a JSON array. */
  readonly canonical: string;
  readonly previous: string;
  readonly hash: string;
  /** Salt of the words that were said; null when nothing was, or when they were purged. */
  readonly salt: string | null;
}

/** Reads links for those who must prove an act outside the database. Rights are the caller's affair. */
@Injectable()
export class Links {
  constructor(private readonly store: Store) {}

  /** The links of these audit rows in the order of the chain; rows that are not linked yet have none. */
  ofRows(rowIds: readonly string[]): Promise<ChainLink[]> {
    return this.store.query<ChainLink>(
      `select l.chain, l.seq::float8 as seq, l.row_id as "rowId", ${canonicalSql} as canonical, encode(l.prev_hash, 'hex') as previous,
         encode(l.hash, 'hex') as hash, encode(w.salt, 'hex') as salt
       from audit_link l join audit_row r on r.id = l.row_id left join audit_words w on w.row_id = r.id
       where l.row_id = any($1::uuid[]) order by l.chain, l.seq`,
      [rowIds],
    );
  }
}
