/** Who had a hand in what is judged; null where nobody is known. */
export type Hand = string | null;

/** Whether a person may judge: somebody who neither sent it, nor stood in for who did, nor asks for the judgement. */
export const isOtherPerson = (personId: string, hands: readonly Hand[]): boolean => !hands.includes(personId);
