import { type FindingState, standingStates } from '../finding/finding-lifecycle.js';

/** A finding in a conclusion, as far as issuing it goes. */
export interface BoundFinding {
  readonly id: string;
  readonly state: FindingState;
  readonly evidence: number;
  /** The object said something about it in the fact check, and nobody has decided on that yet. */
  readonly openPoint: boolean;
  /** Struck after the fact check; it does not stand in the conclusion any more. */
  readonly struck: boolean;
}

/** Why a conclusion cannot go on, and because of which finding. */
export interface Unready {
  readonly code: 'noFindings' | 'notConfirmed' | 'noEvidence' | 'openPoint';
  readonly findingId: string | null;
}

/**
 * The first thing that keeps a conclusion from being sent or issued (L11: clear facts, sufficient evidence); null when nothing does.
 * A conclusion without findings is sound too: it says that nothing was found. It has to say so, by `cleared`.
 */
export function unreadyOf(findings: readonly BoundFinding[], cleared: boolean): Unready | null {
  const bound = findings.filter(({ struck }) => !struck);
  if (findings.length === 0 && !cleared) return { code: 'noFindings', findingId: null };
  const because = (code: Unready['code'], found: BoundFinding | undefined): Unready | null =>
    found === undefined ? null : { code, findingId: found.id };
  return (
    because(
      'notConfirmed',
      bound.find(({ state }) => !standingStates.includes(state)),
    ) ??
    because(
      'noEvidence',
      bound.find(({ evidence }) => evidence === 0),
    ) ??
    because(
      'openPoint',
      findings.find(({ openPoint }) => openPoint),
    )
  );
}
