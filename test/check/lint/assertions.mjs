/**
 * Rule `house/assertion-at-boundary` (STYLE 10): a type assertion is a claim the compiler cannot check, so it stands only
 * where bytes from outside get their type. Such a place says so on its own line or the line above:
 *
 *     // boundary: the driver types every row as any
 *     const rows = answer.rows as Row[];
 *
 * `as const` claims nothing and is free.
 */
import { markedLines } from './marks.mjs';

const isConst = (annotation) =>
  annotation.type === 'TSTypeReference' &&
  annotation.typeName.type === 'Identifier' &&
  annotation.typeName.name === 'const';

export const assertionAtBoundary = {
  meta: {
    type: 'problem',
    docs: { description: 'type assertions only at a marked boundary (STYLE 10)' },
    messages: {
      unmarked: 'type assertion outside a boundary parser; narrow the type, or say `// boundary: why` above',
    },
    schema: [],
  },
  create(context) {
    const marked = markedLines(context.sourceCode, 'boundary');
    const statementLine = (node) => {
      const statement = context.sourceCode.getAncestors(node).findLast((one) => one.type.endsWith('Statement'));
      return statement?.loc.start.line ?? node.loc.start.line;
    };
    return {
      'TSAsExpression, TSTypeAssertion'(node) {
        if (isConst(node.typeAnnotation)) return;
        const lines = [node.loc.start.line, node.typeAnnotation.loc.start.line, statementLine(node)];
        if (!lines.some((line) => marked.has(line))) context.report({ node, messageId: 'unmarked' });
      },
    };
  },
};
