/**
 * Rule `house/docstring` (STYLE 8): every exported declaration has a docstring. That it says what a caller cannot see is for
 * the reader to judge.
 */
const declared = (node) => node.declaration?.id ?? node.declaration?.declarations?.[0]?.id;

export const docstring = {
  meta: {
    type: 'suggestion',
    docs: { description: 'every export has a docstring (STYLE 8)' },
    messages: { missing: 'exported "{{name}}" has no docstring (STYLE 8)' },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const isDocstring = (comment) => comment.type === 'Block' && comment.value.startsWith('*');
    const hasDocstring = (node) => sourceCode.getCommentsBefore(node).some(isDocstring);
    return {
      ExportNamedDeclaration(node) {
        const name = declared(node);
        if (!name) return;
        const firstDecorator = node.declaration.decorators?.[0];
        const places = [node, ...(firstDecorator ? [firstDecorator] : [])];
        if (places.some(hasDocstring) || isLaterOverload(node)) return;
        context.report({ node: name, messageId: 'missing', data: { name: sourceCode.getText(name) } });
      },
    };
  },
};

/** The second and later signatures of an overloaded function share the docstring of the first. */
function isLaterOverload(node) {
  const siblings = node.parent.body;
  const former = siblings[siblings.indexOf(node) - 1]?.declaration;
  return former?.type === 'TSDeclareFunction' && former.id?.name === node.declaration.id?.name;
}
