import { decodedText, detectEncoding } from './encoding.js';

const decode = (bytes: Buffer) => [...decodedText(bytes, detectEncoding(bytes))].join('');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('encodings', () => {
  const gb18030 = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x31]); // 编号,1
  const utf16 = Buffer.from('编号,1\n', 'utf16le');

  test.each([
    ['UTF-8', Buffer.from('编号,1'), 'utf-8', '编号,1'],
    ['UTF-8 with mark', Buffer.from('\uFEFF编号,1'), 'utf-8', '编号,1'],
    ['GB18030', gb18030, 'gb18030', '编号,1'],
    ['UTF-16 LE with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le', '编号,1\n'],
    ['UTF-16 BE with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(utf16)]), 'utf-16be', '编号,1\n'],
    ['UTF-16 LE without mark', utf16, 'utf-16le', '编号,1\n'],
    ['UTF-16 BE without mark', swapped(utf16), 'utf-16be', '编号,1\n'],
  ])('%s', (_name, bytes, encoding, text) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decode(bytes)).toBe(text);
  });

  test('the first Chinese character may come after any number of ASCII slices', () => {
    const bytes = Buffer.concat([Buffer.alloc(200_001, 'a'), gb18030]);
    expect(decode(bytes).endsWith('编号,1')).toBe(true);
  });

  test('bytes of no encoding are refused', () => {
    expect(() => detectEncoding(Buffer.from([0x41, 0xff, 0x41]))).toThrow(
      expect.objectContaining({ code: 'spreadsheet.undecodable' }),
    );
  });

  test('binary content is refused', () => {
    expect(() => detectEncoding(Buffer.from([0, 0, 1, 0, 7]))).toThrow(
      expect.objectContaining({ code: 'spreadsheet.wrongType', facts: { found: 'binary' } }),
    );
  });
});
