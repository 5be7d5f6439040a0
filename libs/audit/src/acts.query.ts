import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import { MAIN_CHAIN } from './act-record.js';

/** One recorded act with the words that were said, as timelines and the auditor see it. */
export interface RecordedAct {
  readonly id: string;
  /** Place in the chain; null for at most a second after the act. */
  readonly seq: number | null;
  readonly at: Date;
  /** `at` to the microsecond, for the cursor of a list. */
  readonly atKey: string;
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly aboutId: string | null;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly facts: Record<string, unknown>;
  readonly words: string | null;
}

const columns = `r.id, l.seq::int as seq, r.at, r.at::text as "atKey", r.act, r.subject_type as "subjectType", r.subject_id as "subjectId", r.about_id as "aboutId",
  r.person_id as "personId", r.post_id as "postId", r.role, r.unit_id as "unitId", r.from_state as "from", r.to_state as "to", r.facts`;

/** What is looked for. `aboutId`: the record that was changed, or on whose timeline it stands. Instants are half-open. */
export interface ActFilter {
  readonly act?: string;
  readonly personId?: string;
  readonly aboutId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly refused?: boolean;
}

/** Reads the audit record. Rights are the caller's affair. */
@Injectable()
export class Acts {
  constructor(private readonly store: Store) {}

  /** Everything done about one record, newest first. */
  timeline(aboutId: string, before: { at: string; id: string } | null, limit: number): Promise<RecordedAct[]> {
    return this.store.query<RecordedAct>(
      prepared(`select ${columns}, w.words from audit_row r left join audit_link l on l.row_id = r.id left join audit_words w on w.row_id = r.id
       where r.about_id = $1 and ($2::timestamptz is null or (r.at, r.id) < ($2::timestamptz, $3::uuid))
       order by r.at desc, r.id desc limit $4`),
      [aboutId, before?.at ?? null, before?.id ?? null, limit],
    );
  }

  /** Acts for the auditor: ids and codes, never words. Newest first. */
  search(filter: ActFilter, before: { at: string; id: string } | null, limit: number): Promise<RecordedAct[]> {
    return this.store.query<RecordedAct>(
      `select ${columns}, null as words from audit_row r left join audit_link l on l.row_id = r.id
       where ($1::text is null or r.act = $1) and ($2::uuid is null or r.person_id = $2) and ($3::uuid is null or r.about_id = $3 or r.subject_id = $3)
         and ($7::timestamptz is null or r.at >= $7) and ($8::timestamptz is null or r.at < $8) and (not $9::boolean or r.act like '%.refused')
         and ($4::timestamptz is null or (r.at, r.id) < ($4::timestamptz, $5::uuid))
       order by r.at desc, r.id desc limit $6`,
      [
        filter.act ?? null,
        filter.personId ?? null,
        filter.aboutId ?? null,
        before?.at ?? null,
        before?.id ?? null,
        limit,
        filter.from ?? null,
        filter.to ?? null,
        filter.refused === true,
      ],
    );
  }

  /** Acts after a place in the chain, oldest first: what live pages are fed from. */
  after(seq: number, limit: number): Promise<RecordedAct[]> {
    return this.store.query<RecordedAct>(
      `select ${columns}, null as words from audit_link l join audit_row r on r.id = l.row_id
       where l.chain = '${MAIN_CHAIN}' and l.seq > $1 order by l.seq limit $2`,
      [seq, limit],
    );
  }

  /** The chain's last place, 0 when it is empty. */
  async lastSeq(): Promise<number> {
    const row = await this.store.queryOne<{ seq: number }>(
      `select coalesce(max(seq), 0)::int as seq from audit_link where chain = '${MAIN_CHAIN}'`,
    );
    return row?.seq ?? 0;
  }
}
