import { readSettings } from '@ducha/store';
import { lockCost, unwrap, wrap } from './passphrase-lock.js';
import { SealedKey } from './sealed-key.js';

const settings = (env: Record<string, string>) => readSettings({ DATABASE_URL: 'postgres://a:b@127.0.0.1/c', ...env });

describe('A key under a passphrase', () => {
  it('costs whoever guesses 64 MiB and three passes, also in development', () => {
    for (const env of [undefined, 'test', 'development'])
      expect(lockCost(settings(env === undefined ? {} : { NODE_ENV: env }))).toEqual({
        memoryKib: 65_536,
        passes: 3,
        lanes: 1,
      });
  });

  it('costs less in a database that no county may use (negative control)', () => {
    expect(lockCost(settings({ DUCHA_UNSAFE_DATABASE: 'test' })).memoryKib).toBeLessThan(65_536);
  });

  it('comes out by the passphrase however it was typed, for its own keeper, and by no other', async () => {
    const cost = lockCost(settings({}));
    const key = SealedKey.random();
    const box = await wrap(key, '雨夜 北门 ABC', 'keeper 1', cost);
    const again = await unwrap(box, ' 雨夜  北门 ＡＢＣ', 'keeper 1', cost);
    expect(key.lent((bytes) => again?.lent((other) => other.equals(bytes)))).toBe(true);
    expect(await unwrap(box, '雨夜 北门 ABD', 'keeper 1', cost)).toBeUndefined();
    expect(await unwrap(box, '雨夜 北门 ABC', 'keeper 2', cost)).toBeUndefined();
  });
});
