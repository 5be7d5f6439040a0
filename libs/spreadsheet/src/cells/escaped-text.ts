const escape = /_x([0-9A-Fa-f]{4})_/gu;
// An escape-like text would be decoded on the way back, so its underscore is escaped itself.
const needsEscape = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu;

/**
 * Decodes the `_xHHHH_` escapes by which OOXML writes characters that XML cannot hold.
 * @source ECMA-376 part 1, 22.9.2.19 ST_Xstring
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escape, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The inverse of `decodeEscapes`: control characters, lone surrogates and escape-like text become `_xHHHH_`. */
export function encodeEscapes(text: string): string {
  return text.replace(needsEscape, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
