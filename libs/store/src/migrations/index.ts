import { Foundation1000000000001 } from './0001-foundation.js';
import { Homework1000000000002 } from './0002-homework.js';
import { Sources1000000000020 } from './0020-sources.js';

/** In the order in which they run; append-only. */
export const migrations = [Foundation1000000000001, Homework1000000000002, Sources1000000000020];
