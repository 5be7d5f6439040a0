import { Foundation1000000000001 } from './0001-foundation.js';
import { Homework1000000000002 } from './0002-homework.js';
import { TasksOfAUnit1000000000005 } from './0005-tasks-of-a-unit.js';
import { LedgerViews1000000000030 } from './0030-ledger-views.js';

/** In the order in which they run; append-only. */
export const migrations = [
  Foundation1000000000001,
  Homework1000000000002,
  TasksOfAUnit1000000000005,
  LedgerViews1000000000030,
];
