import { createHash } from 'node:crypto';

/** A row as the chain sees it: every column, instants to the microsecond, JSON in PostgreSQL's canonical text. */
export interface ChainedRow {
  readonly id: string;
  readonly canonical: string;
}

/** Hash of the link before the first. */
export const GENESIS = Buffer.alloc(32);

/** SQL that renders one audit row `r` as canonical text; the linker and the verifier share it. */
export const canonicalSql = `
  jsonb_build_array(r.id, r.chain, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.act, r.subject_type, r.subject_id, r.about_id,
    r.person_id, r.post_id, r.role, r.unit_id, r.from_state, r.to_state, r.facts, encode(r.words_digest, 'hex'))::text`;

/** SHA-256 over the former link's hash, the position and the row. */
export function linkHash(previous: Buffer, seq: number, canonical: string): Buffer {
  return createHash('sha256').update(previous).update(String(seq)).update('\n').update(canonical).digest();
}
