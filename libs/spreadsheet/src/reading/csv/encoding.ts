import { spreadsheetFault } from '../../spreadsheet-faults.js';

/** Encodings of the text files that Chinese offices and their tools write; GBK and GB2312 are parts of GB18030. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const sliceBytes = 65_536;

function* decodedSlices(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    yield decoder.decode(bytes.subarray(at, at + sliceBytes), { stream: true });
  }
  yield decoder.decode();
}

function decodes(bytes: Buffer, encoding: TextEncoding): boolean {
  try {
    for (const slice of decodedSlices(bytes, encoding)) void slice;
    return true;
  } catch {
    return false;
  }
}

function byMark(bytes: Buffer): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return undefined;
}

/** UTF-16 without a mark: separators and digits are ASCII, so zero bytes stand on one side only. */
function byZeroBytes(sample: Buffer): TextEncoding | undefined {
  let even = 0;
  let odd = 0;
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  if (even + odd === 0) return undefined;
  if (even === 0) return 'utf-16le';
  if (odd === 0) return 'utf-16be';
  throw spreadsheetFault('wrongType', { found: 'binary' });
}

/**
 * Encoding of a text file: by its mark, by zero bytes, then UTF-8 if every byte of the file fits, else GB18030.
 * @throws Fault `spreadsheet.wrongType` for binary content, `spreadsheet.undecodable` when nothing fits
 */
export function detectEncoding(bytes: Buffer): TextEncoding {
  const claimed = byMark(bytes) ?? byZeroBytes(bytes.subarray(0, 4_096));
  const candidates: readonly TextEncoding[] = claimed === undefined ? ['utf-8', 'gb18030'] : [claimed];
  const fitting = candidates.find((encoding) => decodes(bytes, encoding));
  if (fitting === undefined) throw spreadsheetFault('undecodable', { tried: candidates });
  return fitting;
}

/** The text in slices, without a byte order mark. */
export function decodedText(bytes: Buffer, encoding: TextEncoding): Iterable<string> {
  return decodedSlices(bytes, encoding);
}
