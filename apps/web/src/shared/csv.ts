/** A table as a sheet that every office program opens; what it would take for a formula is taken for a text. */
export function csvOf(rows: readonly (readonly string[])[]): Blob {
  const cell = (text: string) => `"${text.replace(/^(?=[=+\-@\t\r])/u, "'").replaceAll('"', '""')}"`;
  const lines = rows.map((row) => row.map(cell).join(','));
  // without the mark the Chinese is read in the code page of the machine
  return new Blob(['\uFEFF', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' });
}
