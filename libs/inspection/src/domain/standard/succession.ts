import type { Checklist, Clause } from './clause.js';

/** Why a checklist cannot stand, or cannot follow the former one; `path` as in the body. */
export interface ChecklistFault {
  readonly code: 'repeatedKey' | 'limitWanted' | 'limitUnwanted' | 'passMarkTooHigh' | 'redLineRelaxed' | 'ruleChanged';
  readonly path: string;
  readonly key: string;
}

/** The first thing wrong with a checklist by itself; null when it stands. */
export function faultInChecklist({ clauses, passMark }: Checklist): ChecklistFault | null {
  for (const [i, { key, rule, limit }] of clauses.entries()) {
    if (clauses.findIndex((other) => other.key === key) < i)
      return { code: 'repeatedKey', path: `clauses[${i}].key`, key };
    if ((rule === 'yes_no') !== (limit === null))
      return { code: limit === null ? 'limitWanted' : 'limitUnwanted', path: `clauses[${i}].limit`, key };
  }
  const highest = clauses.reduce((sum, { points }) => sum + points, 0);
  return passMark > highest ? { code: 'passMarkTooHigh', path: 'passMark', key: '' } : null;
}

/**
 * The first way in which a checklist may not follow the one before it: a red line that is gone, is none any more, has other
 * words or a softer limit; or a clause that keeps its key and is answered in another way, so that old findings would be misread.
 */
export function faultInSuccession(before: Checklist, after: Checklist): ChecklistFault | null {
  for (const old of before.clauses) {
    const at = after.clauses.findIndex(({ key }) => key === old.key);
    const now = after.clauses[at];
    const path = at === -1 ? 'clauses' : `clauses[${at}]`;
    if (old.redLine && (now === undefined || isRelaxed(old, now)))
      return { code: 'redLineRelaxed', path, key: old.key };
    if (now !== undefined && now.rule !== old.rule) return { code: 'ruleChanged', path: `${path}.rule`, key: old.key };
  }
  return null;
}

function isRelaxed(old: Clause, now: Clause): boolean {
  if (!now.redLine || now.rule !== old.rule || now.text !== old.text) return true;
  if (old.limit === null || now.limit === null) return false;
  return old.rule === 'at_least' ? now.limit < old.limit : now.limit > old.limit;
}
