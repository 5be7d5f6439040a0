import { type Lifecycle, statesOf } from '@ducha/kernel';

/** Where the conclusion (督查结论) about one object stands. `served`: the object holds it, and its time for review runs. */
export type ConclusionState = 'drafted' | 'checking' | 'issued' | 'served' | 'under_review' | 'final' | 'revoked';

/** What moves a conclusion. `edit` changes its draft; `withdraw` and `refuse` end an application without a review. */
export type ConclusionEvent =
  | 'edit'
  | 'send_for_fact_check'
  | 'issue'
  | 'serve'
  | 'lapse'
  | 'apply'
  | 'withdraw'
  | 'refuse'
  | 'uphold'
  | 'change'
  | 'revoke';

/** The moves of a conclusion. Nothing is issued that its object was not asked about. */
export const conclusionLifecycle: Lifecycle<ConclusionState, ConclusionEvent> = {
  initial: 'drafted',
  moves: {
    drafted: { edit: 'drafted', send_for_fact_check: 'checking' },
    checking: { issue: 'issued' },
    issued: { serve: 'served' },
    served: { lapse: 'final', apply: 'under_review' },
    under_review: { uphold: 'final', change: 'issued', revoke: 'revoked', withdraw: 'served', refuse: 'served' },
    final: {},
    revoked: {},
  },
};

/** All states of a conclusion; what a filter may ask for. */
export const conclusionStates = statesOf(conclusionLifecycle);
