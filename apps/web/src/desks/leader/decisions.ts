import type { TrayItem, TrayKind } from '../../api/types';

/** What a leader says to a thing in the tray. */
export type Verdict = 'agree' | 'disagree' | 'noted' | 'instruct' | 'disown';

interface Decision {
  verdict: Verdict;
  /** A word may be said with it. */
  takesWord?: true;
  /** A word must be said with it. */
  needsWord?: true;
  /** The usual answer: drawn loud. */
  usual?: true;
  path: (item: TrayItem) => string;
  body: (words: string | undefined) => unknown;
}

const proposal = (item: TrayItem) => `/handling-proposals/${item.id}/decide`;
const task = (item: TrayItem, act: string) => `/tasks/${item.taskId ?? item.id}/${act}`;
const said = (words: string | undefined) => (words === undefined ? {} : { words });

/** The answers each kind of tray item takes, first the usual one, and where they go. */
export const decisionsOf: Record<TrayKind, readonly Decision[]> = {
  handling_proposal: [
    {
      verdict: 'agree',
      usual: true,
      takesWord: true,
      path: proposal,
      body: (words) => ({ decision: 'agree', ...said(words) }),
    },
    {
      verdict: 'disagree',
      takesWord: true,
      needsWord: true,
      path: proposal,
      body: (words) => ({ decision: 'disagree', ...said(words) }),
    },
    { verdict: 'noted', takesWord: true, path: proposal, body: (words) => ({ decision: 'noted', ...said(words) }) },
  ],
  task_proposal: [
    {
      verdict: 'agree',
      usual: true,
      takesWord: true,
      path: (item) => task(item, 'approve'),
      body: (words) => ({ decision: 'agree', ...said(words) }),
    },
    {
      verdict: 'disagree',
      takesWord: true,
      needsWord: true,
      path: (item) => task(item, 'approve'),
      body: (words) => ({ decision: 'disagree', ...said(words) }),
    },
  ],
  presentation: [
    {
      verdict: 'noted',
      path: (item) => task(item, 'decide'),
      body: (words) => ({ decision: 'close', ...said(words) }),
    },
    {
      verdict: 'instruct',
      takesWord: true,
      needsWord: true,
      path: (item) => task(item, 'decide'),
      body: (words) => ({ decision: 'instruct', words }),
    },
  ],
  mandate: [
    { verdict: 'agree', usual: true, path: (item) => `/mandates/${item.id}/approve`, body: () => ({}) },
    { verdict: 'disagree', path: (item) => `/mandates/${item.id}/revoke`, body: () => ({}) },
  ],
  office_act: [{ verdict: 'disown', path: (item) => `/instructions/${item.id}/disown`, body: () => ({}) }],
};
