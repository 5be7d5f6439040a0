import { MAIN_CHAIN } from '../act-record.js';
import { canonicalSql, GENESIS, linkHash } from './link-hash.js';

/** What a chain looked like at a moment; kept outside the database, it proves that the tail was not cut since. */
export interface Anchor {
  readonly chain: string;
  readonly seq: number;
  /** Hex SHA-256 of the link at `seq`. */
  readonly hash: string;
  readonly exportedAt: string;
}

/** One thing that is wrong with the chain. */
export interface Tampering {
  readonly kind: 'gap' | 'edited' | 'brokenLink' | 'rowMissing' | 'anchorMissing' | 'anchorDiffers' | 'unlinked';
  readonly seq: number | null;
  readonly rowId: string | null;
}

/** Outcome of a verification. `unlinked` counts rows that waited for the linker for more than 60 s. */
export interface Verification {
  readonly links: number;
  readonly anchors: number;
  readonly tampering: Tampering[];
}

/** Anything that answers rows to SQL: the store, or a bare connection of the CLI. */
export interface Reader {
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
}

interface LinkRow {
  seq: string;
  row_id: string;
  prev_hash: Buffer;
  hash: Buffer;
  canonical: string | null;
}

const batchSize = 5_000;
const findingsCap = 1_000;

/**
 * Walks the whole chain from its first link and compares it with the rows and with anchors exported earlier.
 * Finds edits, deletions, insertions, reordering, a re-hashed tail and (by anchors) a cut one.
 * @param anchors  as exported earlier; without them a cut tail cannot be seen
 */
export async function verifyChain(
  reader: Reader,
  anchors: readonly Anchor[],
  chain = MAIN_CHAIN,
): Promise<Verification> {
  const found: Tampering[] = [];
  const anchorAt = new Map(anchors.filter((a) => a.chain === chain).map((anchor) => [anchor.seq, anchor]));
  let seq = 0;
  let previous: Buffer = GENESIS;
  for (let batch = await nextLinks(reader, chain, 0); batch.length > 0; batch = await nextLinks(reader, chain, seq)) {
    for (const link of batch) {
      const at = Number(link.seq);
      if (at !== seq + 1) found.push({ kind: 'gap', seq: at, rowId: link.row_id });
      found.push(...faultsOfLink(link, previous));
      const anchor = anchorAt.get(at);
      if (anchor && anchor.hash !== link.hash.toString('hex'))
        found.push({ kind: 'anchorDiffers', seq: at, rowId: link.row_id });
      anchorAt.delete(at);
      seq = at;
      previous = link.hash;
      if (found.length > findingsCap) return { links: seq, anchors: anchors.length, tampering: found };
    }
  }
  for (const missing of anchorAt.keys()) found.push({ kind: 'anchorMissing', seq: missing, rowId: null });
  found.push(...(await unlinkedRows(reader, chain)));
  return { links: seq, anchors: anchors.length, tampering: found };
}

/** What a piece of the chain came to. */
export interface VerifiedPiece {
  /** The last place that was looked at; the piece that begins there goes on. */
  readonly to: number;
  /** The chain's present end. */
  readonly of: number;
  readonly tampering: Tampering[];
}

const pieceBatches = 4;

/**
 * Verifies at most 20,000 links behind a place, for somebody who watches: pieces that follow each other find what one
 * walk over the whole chain finds, since each begins at the hash of the link before it.
 * @param after  0, or where the piece before ended
 * @param anchors  compared where they lie in the piece; those beyond the chain's end are missing
 */
export async function verifyPiece(
  reader: Reader,
  { after, anchors }: { after: number; anchors: readonly Pick<Anchor, 'seq' | 'hash'>[] },
): Promise<VerifiedPiece> {
  const [end] = await reader.query<{ of: number }>(
    'select coalesce(max(seq), 0)::float8 as of from audit_link where chain = $1',
    [MAIN_CHAIN],
  );
  const of = end?.of ?? 0;
  const [before] = await reader.query<{ hash: Buffer }>('select hash from audit_link where chain = $1 and seq = $2', [
    MAIN_CHAIN,
    after,
  ]);
  const found: Tampering[] = [];
  let [seq, previous] = [after, before?.hash ?? GENESIS];
  for (let batch = 0; batch < pieceBatches && seq < of; batch += 1) {
    const links = await nextLinks(reader, MAIN_CHAIN, seq);
    for (const link of links) {
      const at = Number(link.seq);
      if (at !== seq + 1) found.push({ kind: 'gap', seq: at, rowId: link.row_id });
      found.push(...faultsOfLink(link, previous));
      if (anchors.some((anchor) => anchor.seq === at && anchor.hash !== link.hash.toString('hex')))
        found.push({ kind: 'anchorDiffers', seq: at, rowId: link.row_id });
      [seq, previous] = [at, link.hash];
    }
  }
  if (seq < of) return { to: seq, of, tampering: found.slice(0, findingsCap) };
  const beyond = anchors.filter((anchor) => anchor.seq > of);
  found.push(...beyond.map((anchor): Tampering => ({ kind: 'anchorMissing', seq: anchor.seq, rowId: null })));
  found.push(...(await unlinkedRows(reader, MAIN_CHAIN)));
  return { to: seq, of, tampering: found.slice(0, findingsCap) };
}

function faultsOfLink(link: LinkRow, previous: Buffer): Tampering[] {
  const found: Tampering[] = [];
  const seq = Number(link.seq);
  if (!link.prev_hash.equals(previous)) found.push({ kind: 'brokenLink', seq, rowId: link.row_id });
  if (link.canonical === null) found.push({ kind: 'rowMissing', seq, rowId: link.row_id });
  else if (!linkHash(link.prev_hash, seq, link.canonical).equals(link.hash))
    found.push({ kind: 'edited', seq, rowId: link.row_id });
  return found;
}

function nextLinks(reader: Reader, chain: string, after: number): Promise<LinkRow[]> {
  return reader.query<LinkRow>(
    `select l.seq, l.row_id, l.prev_hash, l.hash, case when r.id is not null then ${canonicalSql} end as canonical
     from audit_link l left join audit_row r on r.id = l.row_id
     where l.chain = $1 and l.seq > $2 order by l.seq limit ${batchSize}`,
    [chain, after],
  );
}

async function unlinkedRows(reader: Reader, chain: string): Promise<Tampering[]> {
  const rows = await reader.query<{ id: string }>(
    `select r.id from audit_row r where r.chain = $1 and r.at < now() - interval '60 seconds'
       and not exists (select 1 from audit_link l where l.row_id = r.id) limit ${findingsCap}`,
    [chain],
  );
  return rows.map(({ id }) => ({ kind: 'unlinked', seq: null, rowId: id }));
}

/** The chain's present end, to be kept outside the database; null while it is empty. */
export async function anchorOf(reader: Reader, chain = MAIN_CHAIN): Promise<Anchor | null> {
  const [tail] = await reader.query<{ seq: string; hash: Buffer; at: Date }>(
    'select seq, hash, now() as at from audit_link where chain = $1 order by seq desc limit 1',
    [chain],
  );
  return tail
    ? { chain, seq: Number(tail.seq), hash: tail.hash.toString('hex'), exportedAt: tail.at.toISOString() }
    : null;
}
