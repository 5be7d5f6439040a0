/** Separators that county exports use; Excel takes the one of the computer's region. */
const separators = [',', ';', '\t'] as const;

/** How a CSV file separates its fields, and whether its first line says so (`sep=;`, a habit of Excel). */
export interface SeparatorChoice {
  readonly separator: string;
  readonly declared: boolean;
}

const sampledLines = 10;

/** The first lines of a text, with quoted stretches taken out of the middle: separators in them do not count. */
function unquotedLines(sample: string): string[] {
  return sample
    .replace(/"(?:[^"]|"")*"/gu, (quoted) => quoted.replace(/[",;\t\r\n]/gu, ''))
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, sampledLines);
}

/**
 * Chooses the separator: the one under which most titles of one line are known, then the one that occurs most.
 * @param sample     beginning of the text
 * @param isTitle    whether a reader knows a column title
 */
export function chooseSeparator(sample: string, isTitle: (title: string) => boolean): SeparatorChoice {
  const declared = /^sep=(.)(?:\r\n|\n|\r)/u.exec(sample)?.[1];
  if (declared !== undefined) return { separator: declared, declared: true };
  const lines = unquotedLines(sample);
  const scored = separators.map((separator) => {
    const fields = lines.map((line) => line.split(separator));
    const titles = Math.max(0, ...fields.map((line) => line.filter(isTitle).length));
    const cuts = fields.reduce((sum, line) => sum + line.length - 1, 0);
    return { separator, titles, cuts };
  });
  scored.sort((a, b) => b.titles - a.titles || b.cuts - a.cuts);
  return { separator: scored[0]?.separator ?? ',', declared: false };
}
