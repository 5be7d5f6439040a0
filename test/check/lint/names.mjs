/**
 * Rule `house/names` (STYLE 7): words that say nothing are refused in the names we declare: types, functions, methods,
 * accessors, top-level constants and file names. Names of others that we only import or call are theirs.
 */
import { basename, dirname } from 'node:path';

const emptyWords = new Set(['Manager', 'Helper', 'Helpers', 'Util', 'Utils', 'Common', 'Data', 'Info']);
const emptyVerbs = new Set(['handle', 'process', 'do']);
/** Terms of the tools (TypeORM's data source and entity manager), in which the refused word has its meaning. */
const terms = [/data-?(?=source|base)/gi, /^manager$|EntityManager/g, /Common(?=JS)/g];

const wordsOf = (name) => name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? [];
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** The reason why a declared name is refused, or undefined. */
function refusedName(name, { verb = false, jobsAllowed = true } = {}) {
  const plain = terms.reduce((rest, term) => rest.replace(term, ''), name);
  const words = wordsOf(plain);
  const empty = words.find((word) => emptyWords.has(capital(word)));
  if (empty) return `"${empty}" says nothing`;
  if (verb && emptyVerbs.has(words[0])) return `"${words[0]}" does not say what is done`;
  if (!jobsAllowed && words.some((word) => capital(word) === 'Job' || capital(word) === 'Jobs'))
    return '"Job" is a word of the queue, not of the business';
  return undefined;
}

const isTopLevel = (node) => ['Program', 'ExportNamedDeclaration'].includes(node.parent.parent.type);
const isFunction = (node) => ['ArrowFunctionExpression', 'FunctionExpression'].includes(node?.type);

export const names = {
  meta: {
    type: 'suggestion',
    docs: { description: 'refuse names that say nothing (STYLE 7)' },
    messages: { refused: 'name "{{name}}": {{reason}} (STYLE 7)' },
    schema: [{ type: 'object', properties: { jobsAllowed: { type: 'boolean' } }, additionalProperties: false }],
  },
  create(context) {
    const jobsAllowed = context.options[0]?.jobsAllowed ?? false;
    const judge = (id, verb) => {
      if (id?.type !== 'Identifier' && id?.type !== 'PrivateIdentifier') return;
      const reason = refusedName(id.name, { verb, jobsAllowed });
      if (reason) context.report({ node: id, messageId: 'refused', data: { name: id.name, reason } });
    };
    return {
      Program(node) {
        const file = basename(context.filename).replace(/\..*$/, '');
        const folder = basename(dirname(context.filename));
        for (const name of [file, folder]) {
          const reason = refusedName(name, { jobsAllowed: true });
          if (reason && name !== 'data') context.report({ node, messageId: 'refused', data: { name, reason } });
        }
      },
      'ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration, TSEnumDeclaration': (node) =>
        judge(node.id, false),
      FunctionDeclaration: (node) => judge(node.id, true),
      'MethodDefinition, TSAbstractMethodDefinition, TSMethodSignature': (node) => judge(node.key, true),
      VariableDeclarator(node) {
        if (isFunction(node.init)) judge(node.id, true);
        else if (isTopLevel(node)) judge(node.id, false);
      },
    };
  },
};
