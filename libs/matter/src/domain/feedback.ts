/** What an asker says of a reply: 满意 / 基本满意 / 不满意. */
export const feedbackValues = ['satisfied', 'basically_satisfied', 'dissatisfied'] as const;

/** One of `feedbackValues`. */
export type Feedback = (typeof feedbackValues)[number];

/** A reply of the current round, as far as the end of the round depends on it. */
export interface AnsweredReply {
  readonly feedback: Feedback | null;
  /** Its time for feedback ran out without a word. */
  readonly lapsed: boolean;
}

/** Whether nobody is waited for any more: every reply of the round has feedback that contents, or lapsed. */
export function roundIsOver(replies: readonly AnsweredReply[]): boolean {
  return replies.every(({ feedback, lapsed }) => lapsed || (feedback !== null && feedback !== 'dissatisfied'));
}
