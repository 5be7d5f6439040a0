/** What a called person is told: nothing of the purpose. */
export interface CallText {
  readonly place: string;
  /** How long, as one would say it: "两天". */
  readonly lasts: string;
  readonly bring: string | null;
  readonly words: string | null;
}

/** A telephone changed hands: who kept it, what the owner signed. */
export interface HandOver {
  /** UTC ISO. */
  readonly at: string;
  readonly byPersonId: string;
  /** The owner's drawn signature as a path of SVG. */
  readonly signature: string;
}

/** The telephone of a called person in custody. */
export interface PhoneCustody {
  readonly description: string;
  readonly handedIn: HandOver;
  readonly returned: HandOver | null;
}

/** Somebody was rung up because they had not acknowledged. */
export interface Ring {
  readonly at: string;
  readonly byPersonId: string;
  readonly words: string;
}

/** What only named persons read of a called one. */
export interface CallUpNotes {
  readonly rings: readonly Ring[];
  readonly phone: PhoneCustody | null;
}

/** Before anything was noted. */
export const noNotes: CallUpNotes = { rings: [], phone: null };

/** A path of moves and lines, as a finger draws them, and nothing else that a browser could run. */
export const signaturePattern = /^M[ML\d .-]{10,20000}$/;

/** The notes once a telephone was handed in or given back; undefined where that cannot be. */
export function withPhone(
  notes: CallUpNotes,
  step: 'hand_in' | 'return',
  over: HandOver,
  description: string,
): CallUpNotes | undefined {
  const { phone } = notes;
  if (step === 'hand_in')
    return phone !== null && phone.returned === null
      ? undefined
      : { ...notes, phone: { description, handedIn: over, returned: null } };
  if (phone === null || phone.returned !== null) return undefined;
  return { ...notes, phone: { ...phone, returned: over } };
}
