import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { underLock } from './file-lock.js';

const folder = mkdtempSync(join(tmpdir(), 'ducha-lock-'));
const path = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file lock', () => {
  it('lets one work at a time and is gone afterwards', async () => {
    let inside = 0;
    const most: number[] = [];
    const work = (): Promise<void> =>
      underLock(path, async () => {
        most.push((inside += 1));
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all([work(), work(), work()]);
    expect(most).toEqual([1, 1, 1]);
    expect(existsSync(path)).toBe(false);
  });

  it('is free again when the work fails', async () => {
    await expect(underLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await underLock(path, () => Promise.resolve(1))).toBe(1);
  });

  it.each([
    ['a dead process', '4194305 1'],
    ['another process that got the number since', `${process.pid} 1`],
    ['a process killed before it wrote its name', ''],
  ])('left by %s is cleared', async (_who, mark) => {
    writeFileSync(path, mark);
    utimesSync(path, 1, 1);
    const all = [1, 2, 3].map((n) => underLock(path, () => Promise.resolve(n)));
    expect(await Promise.all(all)).toEqual([1, 2, 3]);
  });
});
