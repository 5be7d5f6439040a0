import { nextState } from '@ducha/kernel';
import { hasReplyDuty, type MatterKind, matterKinds, mayBeDeclined } from './matter-kind.js';
import { type MatterEvent, matterLifecycle, type MatterState } from './matter-lifecycle.js';

/** What may be done to a matter, named like its routes. */
export const matterActions = [
  'triage',
  'propose',
  'register',
  'reply',
  'close',
  'file',
  'merge',
  'decline',
  'hand_over',
  'pass_on',
  'receipt',
  'restrict',
  'call_back',
  'return',
  'reopen',
  'instructions',
] as const;

/** One of `matterActions`. */
export type MatterAction = (typeof matterActions)[number];

/** What the rules need to know of a matter to say what is possible, whoever asks. */
export interface MatterStanding {
  readonly kind: MatterKind;
  readonly state: MatterState;
  /** It was merged into another one, through which its askers are answered. */
  readonly isMerged: boolean;
  /** Others were merged into it. */
  readonly hasMerged: boolean;
  /** An accusation: it is never registered, proposed or merged. */
  readonly restricted: boolean;
  /** It was handed over or passed on, and nobody has acknowledged it. */
  readonly receiptAwaited: boolean;
  /** Replies of this round that nobody has judged yet. */
  readonly unjudged: number;
  /** Somebody waits for a leader's decision on a handling proposal. */
  readonly proposalPending: boolean;
  /** A task of it still runs. */
  readonly hasOpenTask: boolean;
  /** Signatories, its own and of merged ones, who have no reply of this round. */
  readonly unanswered: number;
  /** Those of them to whom the kind of their matter owes a reply. */
  readonly owed: number;
}

const eventOf: Partial<Record<MatterAction, MatterEvent>> = {
  register: 'register',
  reply: 'reply',
  close: 'close',
  file: 'file',
  merge: 'merge',
  decline: 'decline',
  hand_over: 'hand_over',
  pass_on: 'pass_on',
  return: 'return',
  reopen: 'reopen',
};

const conditions: Partial<Record<MatterAction, (matter: MatterStanding) => boolean>> = {
  triage: ({ state }) => state === 'received',
  propose: ({ state, proposalPending, restricted }) => state === 'received' && !proposalPending && !restricted,
  register: ({ restricted }) => !restricted,
  merge: ({ restricted }) => !restricted,
  reopen: ({ restricted }) => !restricted,
  receipt: ({ receiptAwaited }) => receiptAwaited,
  restrict: ({ state, restricted, hasMerged }) => state === 'received' && !restricted && !hasMerged,
  call_back: mayBeCalledBack,
  reply: mayBeReplied,
  close: mayBeClosed,
  file: leavesNobodyBehind,
  decline: (matter) => mayBeDeclined(matter.kind) && leavesNobodyBehind(matter),
  hand_over: leavesNobodyBehind,
  pass_on: leavesNobodyBehind,
};

/** Askers are answered when the work is over, and those of a merged matter through the one it was merged into. */
export function mayBeReplied(matter: Pick<MatterStanding, 'isMerged' | 'hasOpenTask' | 'unanswered'>): boolean {
  return !matter.isMerged && !matter.hasOpenTask && matter.unanswered > 0;
}

/** Without a reply duty a matter closes when its work is over; with one, only an answered asker closes it. */
export function mayBeClosed(matter: Pick<MatterStanding, 'kind' | 'hasOpenTask' | 'owed' | 'isMerged'>): boolean {
  return !hasReplyDuty(matter.kind) && !matter.isMerged && !matter.hasOpenTask && matter.owed === 0;
}

/** Where the kind asks for it, somebody who was answered and has said nothing is called back (回访). */
export function mayBeCalledBack({
  kind,
  state,
  unjudged,
}: Pick<MatterStanding, 'kind' | 'state' | 'unjudged'>): boolean {
  return matterKinds[kind].callBack && state === 'replied' && unjudged > 0;
}

/** A matter into which others were merged carries their askers; it cannot be put aside without them. */
export function leavesNobodyBehind(matter: Pick<MatterStanding, 'hasMerged'>): boolean {
  return !matter.hasMerged;
}

/** What the matter's state and standing allow now, before asking who wants to do it. In the order of `matterActions`. */
export function possibleMatterActions(matter: MatterStanding): MatterAction[] {
  return matterActions.filter((action) => {
    const on = eventOf[action];
    const allowed = on === undefined || nextState(matterLifecycle, matter.state, on) !== undefined;
    return allowed && (conditions[action]?.(matter) ?? true);
  });
}
