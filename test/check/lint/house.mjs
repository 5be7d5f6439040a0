/** The rules of STYLE and DESIGN that no published rule expresses, by the rule interface of ESLint, which oxlint speaks. */
import { assertionAtBoundary } from './assertions.mjs';
import { databaseClock } from './clock.mjs';
import { docstring } from './docstrings.mjs';
import { longFile } from './long-file.mjs';
import { names } from './names.mjs';
import { syntaxRules } from './syntax.mjs';

const house = {
  meta: { name: 'house' },
  rules: {
    'assertion-at-boundary': assertionAtBoundary,
    'database-clock': databaseClock,
    docstring,
    'long-file': longFile,
    names,
    ...syntaxRules,
  },
};
// oxlint-disable-next-line house/named-exports -- the linter asks for a default export
export default house;
