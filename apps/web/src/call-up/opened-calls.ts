import type { CallUpList } from '../api/inspector-types';

/** The call-ups of a sealed plan that was opened: nothing of them outlives the page. */
export interface OpenedCalls {
  readonly list: CallUpList;
  /** A step with the passphrase of the page; steps are relative to the plan. */
  readonly ask: <T>(step: string, body?: object) => Promise<T>;
  /** Puts a newer answer in the place of the one shown. */
  readonly onList: (list: CallUpList) => void;
  /** Reads it once more: what the called ones did meanwhile. */
  readonly again: () => void;
}
