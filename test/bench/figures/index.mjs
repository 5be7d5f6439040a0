import { batchDelivery } from './batch-delivery.mjs';
import { armingCost } from './arming-cost.mjs';
import { clocksArmed } from './clocks-armed.mjs';
import { createDispatch } from './create-dispatch.mjs';
import { finding } from './finding.mjs';
import { findingList } from './finding-list.mjs';
import { idle } from './idle.mjs';
import { importing } from './import.mjs';
import { inboxLatency } from './inbox-latency.mjs';
import { listGrowth } from './list-growth.mjs';
import { ledgerExport } from './ledger-export.mjs';
import { matterSearch } from './matter-search.mjs';
import { reckoning } from './reckoning.mjs';
import { recompute } from './recompute.mjs';
import { release } from './release.mjs';
import { restore } from './restore.mjs';
import { rungLatency } from './rung-latency.mjs';
import { rungsAtOnce } from './rungs-at-once.mjs';
import { similarMatters } from './similar-matters.mjs';
import { wrongPasswords } from './wrong-passwords.mjs';

/**
 * One figure of the bench.
 * @typedef {object} Figure
 * @property {string} name
 * @property {string} about
 * @property {number} weight   its part of the time of `--quick`
 * @property {(bench: import('../stage/bench.mjs').Bench, span: import('../budget.mjs').Span) => Promise<Result[]>} measure
 *
 * What a figure found.
 * @typedef {object} Result
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {number | null} bare    the same measured on what it is compared with
 * @property {number | null} ratio   value / bare
 * @property {number | null} bar
 * @property {boolean} holds
 */

/** In the order they are measured. @type {Figure[]} */
export const figures = [
  createDispatch,
  inboxLatency,
  batchDelivery,
  listGrowth,
  similarMatters,
  matterSearch,
  ledgerExport,
  wrongPasswords,
  clocksArmed,
  rungsAtOnce,
  rungLatency,
  recompute,
  armingCost,
  ...reckoning,
  release,
  finding,
  findingList,
  importing,
  restore,
  idle,
];
