/** The rules of STYLE and DESIGN that no published ESLint rule expresses. */
import { assertionAtBoundary } from './assertions.mjs';
import { databaseClock } from './clock.mjs';
import { docstring } from './docstrings.mjs';
import { longFile } from './long-file.mjs';
import { names } from './names.mjs';

/** @type {import('eslint').ESLint.Plugin} */
export const house = {
  meta: { name: 'house' },
  rules: {
    'assertion-at-boundary': assertionAtBoundary,
    'database-clock': databaseClock,
    docstring,
    'long-file': longFile,
    names,
  },
};
