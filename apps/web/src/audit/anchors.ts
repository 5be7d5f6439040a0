/** An anchor that was kept outside, as far as it is compared. */
export interface KnownAnchor {
  seq: number;
  hash: string;
}

const most = 1000;

/** Anchors of a file of JSON lines, as they were exported or as `ducha verify-audit --anchor` printed them; null when it is none. */
export function readAnchors(text: string): KnownAnchor[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > most) return null;
  const read = lines.map(anchorIn);
  return read.every((one) => one !== null) ? read : null;
}

function anchorIn(line: string): KnownAnchor | null {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('seq' in said) || !('hash' in said)) return null;
    const { seq, hash } = said;
    const right = typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0;
    return right && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? { seq, hash } : null;
  } catch {
    return null;
  }
}
