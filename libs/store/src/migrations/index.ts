import { Foundation1000000000001 } from './0001-foundation.js';
import { Homework1000000000002 } from './0002-homework.js';
import { TasksOfAUnit1000000000005 } from './0005-tasks-of-a-unit.js';
import { Backup1000000000040 } from './0040-backup.js';

/** In the order in which they run; append-only. */
export const migrations = [
  Foundation1000000000001,
  Homework1000000000002,
  TasksOfAUnit1000000000005,
  Backup1000000000040,
];
