import type { TrayItem, TrayKind } from '../../api/types';

/** What a leader says to a thing in the tray. */
export type Verdict = 'agree' | 'disagree' | 'noted' | 'instruct' | 'disown' | 'issue';

interface Decision {
  verdict: Verdict;
  /** Whether a word may, or must, be said with it. */
  word: 'none' | 'optional' | 'needed';
  /** The usual answer: drawn loud. */
  usual?: true;
  path: (item: TrayItem) => string;
  body: (words: string | undefined) => object;
}

const onProposal = (item: TrayItem) => `/handling-proposals/${item.id}/decide`;
const approve = (item: TrayItem) => `/tasks/${item.taskId ?? item.id}/approve`;
const decide = (item: TrayItem) => `/tasks/${item.taskId ?? item.id}/decide`;
const mandate = (act: string) => (item: TrayItem) => `/mandates/${item.id}/${act}`;
const disown = (item: TrayItem) => `/instructions/${item.id}/disown`;
const saying = (decision: string) => (words: string | undefined) => ({
  decision,
  ...(words === undefined ? {} : { words }),
});
const nothing = () => ({});
const onOutcome = (item: TrayItem) => `/outcome-proposals/${item.id}/decide`;
const outcome: readonly Decision[] = [
  { verdict: 'agree', usual: true, word: 'optional', path: onOutcome, body: saying('approve') },
  { verdict: 'disagree', word: 'needed', path: onOutcome, body: saying('refuse') },
];

/** The answers each kind of tray item takes, first the usual one, and where they go. */
export const decisionsOf: Record<TrayKind, readonly Decision[]> = {
  handling_proposal: [
    { verdict: 'agree', usual: true, word: 'optional', path: onProposal, body: saying('agree') },
    { verdict: 'disagree', word: 'needed', path: onProposal, body: saying('disagree') },
    { verdict: 'noted', word: 'optional', path: onProposal, body: saying('noted') },
  ],
  task_proposal: [
    { verdict: 'agree', usual: true, word: 'optional', path: approve, body: saying('agree') },
    { verdict: 'disagree', word: 'needed', path: approve, body: saying('disagree') },
  ],
  presentation: [
    { verdict: 'noted', usual: true, word: 'optional', path: decide, body: saying('close') },
    { verdict: 'instruct', word: 'needed', path: decide, body: saying('instruct') },
  ],
  mandate: [
    { verdict: 'agree', usual: true, word: 'none', path: mandate('approve'), body: nothing },
    { verdict: 'disagree', word: 'none', path: mandate('revoke'), body: nothing },
  ],
  conclusion: [
    { verdict: 'issue', usual: true, word: 'none', path: ({ id }) => `/conclusions/${id}/issue`, body: nothing },
  ],
  // a reviewer is named, or a decision written, on its page
  review: [],
  praise_proposal: outcome,
  criticism_proposal: outcome,
  accountability_proposal: outcome,
  office_act: [{ verdict: 'disown', word: 'none', path: disown, body: nothing }],
};
