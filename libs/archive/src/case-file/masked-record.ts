import type { ChainLink } from '@ducha/audit';
import { holdsNumbers, maskedNumbers, maskedValue } from '@ducha/kernel';
import type { CaseAct, CaseRecord } from './case-record.js';

/**
 * The record with personal numbers masked, as on the pages it was read from. What an act says by code stays as the chain
 * has it; words that were masked say so, since they no longer match their digest.
 */
export function maskedRecord(record: CaseRecord): CaseRecord {
  const { acts, ...rest } = record;
  // boundary: masking keeps the shape
  return { ...(maskedValue(rest) as Omit<CaseRecord, 'acts'>), acts: acts.map(maskedAct) };
}

function maskedAct(act: CaseAct): CaseAct {
  if (act.words === null || !holdsNumbers(act.words)) return act;
  return { ...act, words: maskedNumbers(act.words), wordsMasked: true };
}

/** Without the salts of masked words: a digest with its salt would let anybody try numbers until one fits. */
export function withoutMaskedSalts({ acts }: CaseRecord, links: readonly ChainLink[]): ChainLink[] {
  const masked = new Set(acts.flatMap(({ rowId, wordsMasked }) => (wordsMasked === true ? [rowId] : [])));
  return links.map((link) => (masked.has(link.rowId) ? { ...link, salt: null } : link));
}
