import type { FindingState } from './finding-lifecycle.js';

/** How a finding is shown: its own state, or from the order on what its rectification has come to. */
export const standings = [
  'recorded',
  'confirmed',
  'ordered',
  'rectified',
  'verified',
  'effective',
  'relapsed',
  'merged',
  'handed_over',
  'dismissed',
  'revoked',
] as const;
/** One of `standings`. */
export type Standing = (typeof standings)[number];

/** What is asked of a rectification task. */
export interface RectificationTask {
  readonly state: string;
  readonly round: number;
}

const claimed = new Set(['answered']);
const checked = new Set(['verified', 'presented', 'closed']);

/** An answer is only a claim; a second round shows as a relapse until it is claimed again. */
export function standingOf(state: FindingState, task: RectificationTask | null): Standing {
  if (state !== 'ordered' || task === null) return state;
  if (task.state === 'effective') return 'effective';
  if (checked.has(task.state)) return 'verified';
  if (claimed.has(task.state)) return 'rectified';
  return task.round > 1 ? 'relapsed' : 'ordered';
}

/** The same as SQL over a finding and its task, for filters and counts. */
export const standingSql = (finding: string, task: string): string => `
  case when ${finding}.state <> 'ordered' or ${task}.id is null then ${finding}.state when ${task}.state = 'effective' then 'effective'
    when ${task}.state in ('verified', 'presented', 'closed') then 'verified' when ${task}.state = 'answered' then 'rectified'
    when ${task}.round > 1 then 'relapsed' else 'ordered' end`;

/** The states of its own in which a finding may be shown so: what an index can be asked for. */
export const statesShownAs: Readonly<Record<Standing, readonly FindingState[]>> = {
  recorded: ['recorded'],
  confirmed: ['confirmed'],
  ordered: ['ordered'],
  rectified: ['rectified', 'ordered'],
  verified: ['verified', 'ordered'],
  effective: ['ordered'],
  relapsed: ['ordered'],
  merged: ['merged'],
  handed_over: ['handed_over'],
  dismissed: ['dismissed'],
  revoked: ['revoked'],
};
