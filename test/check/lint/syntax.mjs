/** Rules of one selector each: a piece of syntax that the house refuses wherever it stands. */

/**
 * @param {string} selector  of the refused nodes
 * @param {string} message   what to do instead
 * @returns  a rule of ESLint's interface, which oxlint speaks
 */
const refused = (selector, message) => ({
  meta: { type: 'problem', docs: { description: message }, messages: { refused: message }, schema: [] },
  create: (context) => ({ [selector]: (node) => context.report({ node, messageId: 'refused' }) }),
});

/** Rules by their name behind `house/`. */
export const syntaxRules = {
  'named-exports': refused('ExportDefaultDeclaration', 'Named exports only (STYLE 10).'),
  'no-barrel': refused('ExportAllDeclaration', 'No barrels but index.ts (STYLE 10).'),
  'migrations-only': refused("Property[key.name='synchronize'][value.value=true]", 'Migrations only (STYLE 10).'),
  'compare-and-set': refused(
    "CallExpression[callee.property.name='save'][callee.object.name=/^(tx|manager|repository)$/]",
    'Never save() a loaded row: insert, or compareAndSet (STYLE 4).',
  ),
  'no-sleep': refused(
    "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    'No sleeps in tests (STYLE 9): wait for the fact itself.',
  ),
  'no-mock': refused(
    "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|retryTimes)$/]",
    'No mocks of our own code and no retries (STYLE 9).',
  ),
  'exact-expectation': refused("MemberExpression[property.name='toBeDefined']", 'Say what the value is (STYLE 9).'),
};
