const pageWidth = 595;
const pageHeight = 842;
const lettersPerLine = 30;
const marking = '演示材料，内容均为虚构';

/**
 * A one-page PDF with Chinese text, small and without an embedded font: viewers bring the standard font of the
 * language along.
 * @param lines paragraphs; long ones are broken
 */
export function paperOf(title: string, lines: readonly string[]): Buffer {
  const broken = lines.flatMap((line) => line.match(new RegExp(`.{1,${lettersPerLine}}`, 'gu')) ?? ['']);
  const text = [
    `BT /F1 20 Tf 72 ${pageHeight - 96} Td ${hex(title.slice(0, 22))} Tj ET`,
    ...broken.map((line, at) => `BT /F1 14 Tf 72 ${pageHeight - 150 - at * 26} Td ${hex(line)} Tj ET`),
    `BT /F1 10 Tf 72 60 Td ${hex(marking)} Tj ET`,
  ].join('\n');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
}

const hex = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** Objects numbered from 1, with the cross-reference table that a reader starts from. */
function assembled(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}
