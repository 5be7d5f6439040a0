/** In what a person is named: whoever plans, a principal, or an auditor, who reads afterwards. */
export type Capacity = 'planner' | 'principal' | 'auditor';

/** Somebody who asks for a release or confirms it. */
export interface Releaser {
  readonly personId: string;
  readonly asks: boolean;
  readonly capacity: Capacity;
}

/** For how long an asking stands. */
export const askingMinutes = 10;

/** What keeps a person from confirming; undefined: nothing. */
export function mayConfirm(
  asked: readonly Releaser[],
  personId: string,
): 'notAsked' | 'ownAsking' | 'confirmedAlready' | undefined {
  const own = asked.find((one) => one.personId === personId);
  if (!asked.some(({ asks }) => asks)) return 'notAsked';
  if (own?.asks === true) return 'ownAsking';
  return own ? 'confirmedAlready' : undefined;
}

/** What is still missing to release. */
export function missingToRelease(
  asked: readonly Pick<Releaser, 'capacity'>[],
  least: number,
): { readonly people: number; readonly principal: boolean } {
  return {
    people: Math.max(0, least - asked.length),
    principal: !asked.some(({ capacity }) => capacity === 'principal'),
  };
}
