/**
 * A spreadsheet program takes a cell for a formula when it begins with `=`, `+`, `-`, `@` (or their full-width forms,
 * or one of these after spaces), and a leading tab, carriage return or line feed can shift such a cell into place.
 */
const formulaLike = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const defusedFormula = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * Text as it may stand in an exported cell: formula-like text gets one more leading apostrophe.
 * Text that already looks defused gets one too, so that `armed(defused(text)) === text` for every text.
 * @source OWASP, CSV Injection
 */
export function defused(text: string): string {
  return formulaLike.test(text) ? `'${text}` : text;
}

/** The inverse of `defused`: takes one apostrophe away where `defused` would have put one. */
export function armed(text: string): string {
  return defusedFormula.test(text) ? text.slice(1) : text;
}
