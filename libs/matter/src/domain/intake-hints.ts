/** A past matter that resembles the one being entered. Likeness runs from 0 to 1. */
export interface Resembling {
  readonly id: string;
  readonly intakeNo: string;
  readonly titleLikeness: number;
  readonly bodyLikeness: number;
  readonly sameAsker: boolean;
  /** The same kind and the same number of the source. */
  readonly sameSource: boolean;
  readonly category: string | null;
  /** Units that lead its tasks. */
  readonly leadUnitIds: readonly string[];
  /** One of its tasks was verified: the way it went was right. */
  readonly wentWell: boolean;
}

/** Why something is said; permanent words. */
export type HintReason =
  | { readonly code: 'same_source' | 'same_title' | 'same_text' | 'same_asker' }
  | {
      readonly code: 'similar_matters';
      readonly count: number;
      readonly of: number;
      readonly examples: string[];
    }
  | { readonly code: 'register_words' | 'duty_register'; readonly category: string };

/** Something that is proposed, with how sure it is (0 to 1) and why. A person decides. */
export interface Proposed<T> {
  readonly value: T;
  readonly confidence: number;
  readonly reasons: readonly HintReason[];
}

const examplesShown = 3;
const offered = 3;
/** Below this it would be guessing. */
const leastConfidence = 0.15;

/** How much one matter resembles: the title counts most. */
export const likenessOf = ({ titleLikeness, bodyLikeness, sameSource }: Resembling): number =>
  sameSource ? 1 : Math.max(titleLikeness * 0.9, titleLikeness * 0.6 + bodyLikeness * 0.4);

/** What makes a matter look like the same one. */
export function duplicateReasons({ titleLikeness, bodyLikeness, sameAsker, sameSource }: Resembling): HintReason[] {
  const reasons: HintReason[] = [];
  if (sameSource) reasons.push({ code: 'same_source' });
  if (titleLikeness >= 0.7) reasons.push({ code: 'same_title' });
  if (bodyLikeness >= 0.5) reasons.push({ code: 'same_text' });
  if (sameAsker) reasons.push({ code: 'same_asker' });
  return reasons;
}

/** Whether a matter is likely the same one: its number, or two signs of the three others, or an almost equal title. */
export function isLikelyDuplicate(matter: Resembling): boolean {
  if (matter.sameSource || matter.titleLikeness >= 0.85) return true;
  return duplicateReasons(matter).length >= 2 || (matter.sameAsker && matter.titleLikeness >= 0.5);
}

/** Categories of resembling matters, and those whose words stand in the text. */
export function proposedCategories(
  resembling: readonly Resembling[],
  byWords: readonly { readonly category: string; readonly share: number }[],
): Proposed<string>[] {
  const named = resembling.flatMap((one) => (one.category === null ? [] : [{ of: one, key: one.category }]));
  const votes = tally(named);
  const words = new Map(byWords.map(({ category, share }) => [category, share]));
  return [...new Set([...votes.keys(), ...words.keys()])]
    .map((category): Proposed<string> => {
      const vote = votes.get(category);
      const share = words.get(category) ?? 0;
      const reasons: HintReason[] = [...(vote ? [vote.reason] : []), ...(share > 0 ? [wordsOf(category)] : [])];
      return { value: category, confidence: either(vote?.confidence ?? 0, share * 0.5), reasons };
    })
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, offered);
}

/** Lead units: whom the duty register names for the category, and where resembling matters went. */
export function proposedUnits(
  resembling: readonly Resembling[],
  duty: { readonly category: string; readonly leadUnitId: string } | null,
): Proposed<string>[] {
  const routed = resembling.flatMap((of) => of.leadUnitIds.map((key) => ({ of, key })));
  const votes = tally(routed);
  return [...new Set([...(duty ? [duty.leadUnitId] : []), ...votes.keys()])]
    .map((unitId): Proposed<string> => {
      const vote = votes.get(unitId);
      const named = duty?.leadUnitId === unitId ? duty : null;
      const register: HintReason[] = named ? [{ code: 'duty_register', category: named.category }] : [];
      const reasons = [...register, ...(vote ? [vote.reason] : [])];
      return { value: unitId, confidence: either(named ? 0.6 : 0, vote?.confidence ?? 0), reasons };
    })
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, offered);
}

const wordsOf = (category: string): HintReason => ({ code: 'register_words', category });

/** Two independent signs together. */
const either = (one: number, other: number): number => Math.round((1 - (1 - one) * (1 - other)) * 100) / 100;

interface Vote {
  readonly confidence: number;
  readonly reason: HintReason;
}

/** Each resembling matter speaks with its likeness; a way that was verified speaks louder. Few voices are never sure. */
function tally(voices: readonly { readonly of: Resembling; readonly key: string }[]): Map<string, Vote> {
  const weight = ({ of }: (typeof voices)[number]): number => likenessOf(of) * (of.wentWell ? 1 : 0.7);
  const total = voices.reduce((sum, voice) => sum + weight(voice), 0);
  const keys = [...new Set(voices.map(({ key }) => key))];
  return new Map(
    keys.map((key): [string, Vote] => {
      const own = voices.filter((voice) => voice.key === key);
      const strongest = Math.max(...own.map(({ of }) => likenessOf(of)));
      const share = own.reduce((sum, voice) => sum + weight(voice), 0) / total;
      const examples = own.slice(0, examplesShown).map(({ of }) => of.intakeNo);
      const reason = { code: 'similar_matters', count: own.length, of: voices.length, examples } as const;
      return [key, { confidence: share * strongest * Math.min(1, 0.6 + own.length * 0.1), reason }];
    }),
  );
}
