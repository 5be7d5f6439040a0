/**
 * Lines that a comment of the form `// mark: reason` speaks for: its own last line and the one below.
 * @param sourceCode  ESLint's SourceCode
 * @param mark        the word before the colon; a mark without a reason marks nothing
 * @returns {Set<number>}
 */
export function markedLines(sourceCode, mark) {
  const pattern = new RegExp(`^\\s*${mark}: \\S`);
  const comments = sourceCode.getAllComments().filter((comment) => pattern.test(comment.value));
  return new Set(comments.flatMap((comment) => [comment.loc.end.line, comment.loc.end.line + 1]));
}
