import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Bell, Store, unread } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type ActRecord, MAIN_CHAIN } from './act-record.js';

const insertSql = unread(`
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as g(id uuid, act text, subject_type text, subject_id uuid, about_id uuid,
      person_id uuid, post_id uuid, role text, unit_id uuid, from_state text, to_state text, facts jsonb, words text, salt text, digest text)
  ), rows as (
    insert into audit_row (id, chain, at, act, subject_type, subject_id, about_id, person_id, post_id, role, unit_id, from_state, to_state, facts, words_digest)
    select id, '${MAIN_CHAIN}', now(), act, subject_type, subject_id, about_id, person_id, post_id, role, unit_id, from_state, to_state, facts,
      decode(digest, 'hex') from given
    on conflict on constraint audit_row_pk do nothing
    returning id
  ), said as (
    insert into audit_words (row_id, salt, words)
    select id, decode(salt, 'hex'), words from given where words is not null and id in (select id from rows)
  )
  insert into audit_pending (row_id) select id from rows`);

/** Records acts. Nothing here ever changes or removes one; the application's database role could not either. */
@Injectable()
export class Audit {
  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Records acts in the transaction of the deed. One statement however many they are. */
  async record(tx: EntityManager, ...acts: ActRecord[]): Promise<void> {
    if (acts.length === 0) return;
    await this.insert(
      tx,
      acts.map((act) => this.rowOf(act, this.ids.next())),
    );
  }

  /** Records an act that has no transaction to live in: a refusal, a protected read. */
  async recordApart(act: ActRecord): Promise<void> {
    await this.store.separately((tx) => this.record(tx, act));
  }

  /**
   * Records a refusal to somebody unknown. Repeats from one source in one minute collapse into one row.
   * @param source  where the request came from; only a digest is kept
   * @param minute  the database's current minute is used, so that all processes collapse alike
   */
  async refuseAnonymous(act: string, source: string, code: string): Promise<void> {
    await this.store.separately(async (tx) => {
      const [clock] = await tx.query<{ minute: string }[]>(
        'select floor(extract(epoch from now()) / 60)::bigint as minute',
      );
      const id = uuidOf(`${act}|${source}|${code}|${clock?.minute ?? ''}`);
      const facts = { code, source: createHash('sha256').update(`source|${source}`).digest('hex').slice(0, 12) };
      await this.insert(tx, [this.rowOf({ act, subject: { type: 'request', id: null }, by: null, facts }, id)]);
    });
  }

  private async insert(tx: EntityManager, rows: object[]): Promise<void> {
    await tx.query(insertSql, [JSON.stringify(rows)]);
    this.store.afterCommit(this.bell.ringer('audit'));
  }

  private rowOf(act: ActRecord, id: string): object {
    const words = act.words ? act.words : null;
    const salt = words === null ? null : Buffer.from(this.ids.token(), 'base64url').subarray(0, 16);
    return {
      id,
      act: act.act,
      subject_type: act.subject.type,
      subject_id: act.subject.id,
      about_id: act.about === undefined ? act.subject.id : act.about,
      person_id: act.by?.personId ?? null,
      post_id: act.by?.postId ?? null,
      role: act.by?.role ?? null,
      unit_id: act.by?.unitId ?? null,
      from_state: act.from ?? null,
      to_state: act.to ?? null,
      facts: { ...howDone(act.by), ...act.facts },
      words,
      salt: salt?.toString('hex') ?? null,
      digest: words === null || salt === null ? null : createHash('sha256').update(salt).update(words).digest('hex'),
    };
  }
}

/** What stands in every row beside the doer: for whom, and through which machine. */
const howDone = (by: ActRecord['by']): Record<string, string> => ({
  ...(by?.inNameOf && { inNameOf: by.inNameOf }),
  ...(by?.viaToken !== undefined && { viaToken: by.viaToken }),
});

/** A UUID (version 8, RFC 9562) that is the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
