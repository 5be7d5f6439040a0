import { createHash } from 'node:crypto';
import { type Anchor, type ChainLink, linkHash } from '@ducha/audit';
import type { CaseAct, CaseRecord } from '../case-file/case-record.js';
import type { PackFinding } from './pack-finding.js';

/** Compares the acts of a record with the links that prove them, and the links with each other and with anchors. */
export function checkChain(
  { acts, papers }: Pick<CaseRecord, 'acts' | 'papers'>,
  links: readonly ChainLink[],
  anchors: readonly Anchor[],
): PackFinding[] {
  const byRow = new Map(links.map((link) => [link.rowId, link]));
  return [
    ...links.flatMap((link, at) => faultsOfLink(link, links[at - 1])),
    ...acts.flatMap((act, at) => faultsOfAct(act, acts[at - 1], byRow.get(act.rowId))),
    ...links
      .filter(({ rowId }) => !acts.some((act) => act.rowId === rowId))
      .map(({ seq }) => ({ kind: 'actMissing' as const, where: `#${seq}` })),
    ...papers
      .filter(({ id, key }) => !isProven(id, key, acts))
      .map(({ path }) => ({ kind: 'paperNotProven' as const, where: path })),
    ...anchors
      .filter((anchor) => differs(anchor, links))
      .map(({ seq }) => ({ kind: 'anchorDiffers' as const, where: `#${seq}` })),
  ];
}

function faultsOfLink(link: ChainLink, former: ChainLink | undefined): PackFinding[] {
  const where = `#${link.seq}`;
  const found: PackFinding[] = [];
  const hash = linkHash(Buffer.from(link.previous, 'hex'), link.seq, link.canonical).toString('hex');
  if (hash !== link.hash) found.push({ kind: 'actChanged', where });
  if (former && former.seq >= link.seq) found.push({ kind: 'actReordered', where });
  if (former && former.seq + 1 === link.seq && former.hash !== link.previous) found.push({ kind: 'linkBroken', where });
  return found;
}

function faultsOfAct(act: CaseAct, former: CaseAct | undefined, link: ChainLink | undefined): PackFinding[] {
  if (act.seq === null) return [];
  const where = `#${act.seq} ${act.act}`;
  if (!link) return [{ kind: 'linkBroken', where }];
  const found: PackFinding[] = [];
  if (former?.seq != null && former.seq >= act.seq) found.push({ kind: 'actReordered', where });
  const row = rowOf(link.canonical);
  if (link.seq !== act.seq || !row || !saysTheSame(act, row)) found.push({ kind: 'actChanged', where });
  if (row && !isMasked(act, link.salt, row.wordsDigest) && !isSaid(act.words, link.salt, row.wordsDigest))
    found.push({ kind: 'wordsChanged', where });
  return found;
}

interface Row {
  readonly id: unknown;
  readonly at: unknown;
  readonly act: unknown;
  readonly subjectType: unknown;
  readonly subjectId: unknown;
  readonly personId: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly facts: unknown;
  readonly wordsDigest: unknown;
}

/** The columns in the order in which the chain writes them. */
function rowOf(canonical: string): Row | undefined {
  try {
    const columns: unknown = JSON.parse(canonical);
    if (!Array.isArray(columns)) return undefined;
    const [id, , at, act, subjectType, subjectId, , personId, , , , from, to, facts, wordsDigest] =
      columns as unknown[]; // boundary: any JSON
    return { id, at, act, subjectType, subjectId, personId, from, to, facts, wordsDigest };
  } catch {
    return undefined;
  }
}

function saysTheSame(act: CaseAct, row: Row): boolean {
  const said = [act.rowId, act.act, act.subjectType, act.subjectId, act.person?.id ?? null, act.from, act.to];
  const chained = [row.id, row.act, row.subjectType, row.subjectId, row.personId, row.from, row.to];
  const sameTime = typeof row.at === 'string' && row.at.startsWith(act.at.replace('Z', ''));
  return sameTime && ordered(said) === ordered(chained) && ordered(act.facts) === ordered(row.facts);
}

/** JSON with the keys of objects in one order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Words that were purged leave their digest behind; words that are there must match it. */
function isSaid(words: string | null, salt: string | null, digest: unknown): boolean {
  if (words === null) return true;
  if (salt === null || typeof digest !== 'string') return false;
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(words).digest('hex') === digest;
}

/** Masked words cannot be compared; that they are masked must be seen in them, and no salt may be there to compare with. */
function isMasked({ words, wordsMasked }: CaseAct, salt: string | null, digest: unknown): boolean {
  return wordsMasked === true && salt === null && typeof digest === 'string' && (words ?? '').includes('****');
}

/** That the file was stored with these bytes is an act of the chain. */
function isProven(id: string, key: string, acts: readonly CaseAct[]): boolean {
  return acts.some(
    ({ act, subjectId, facts }) => act === 'evidence.store' && subjectId === id && facts['sha256'] === key,
  );
}

function differs({ chain, seq, hash }: Anchor, links: readonly ChainLink[]): boolean {
  return links.some((link) => link.chain === chain && link.seq === seq && link.hash !== hash);
}
