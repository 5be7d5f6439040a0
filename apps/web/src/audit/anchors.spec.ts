import { readAnchors } from './anchors';

const hash = 'a'.repeat(64);

describe('an anchor file', () => {
  it('is read line by line, whatever else an anchor says', () => {
    const file = `${JSON.stringify({ chain: 'main', seq: 7, hash, exportedAt: '2026-11-22T00:00:00Z' })}\n\n`;
    expect(readAnchors(file)).toEqual([{ seq: 7, hash }]);
  });

  it('is no other file', () => {
    for (const text of ['', '[]', 'seq', '{"seq":0,"hash":"x"}', `{"seq":1,"hash":"${hash}"}\nrest`])
      expect(readAnchors(text)).toBeNull();
  });
});
