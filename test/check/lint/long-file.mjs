/** Rule `house/long-file` (STYLE 10): the warning at 250 lines; the refusal at 400 is ESLint's own `max-lines`. */
const warnAt = 250;

export const longFile = {
  meta: {
    type: 'suggestion',
    docs: { description: 'files aim at 40-150 lines (STYLE 10)' },
    messages: { long: '{{lines}} lines; files aim at 40-150, above 400 they are refused' },
    schema: [],
  },
  create(context) {
    const lines = context.sourceCode.lines.length;
    return {
      Program: (node) => lines > warnAt && context.report({ node, messageId: 'long', data: { lines } }),
    };
  },
};
