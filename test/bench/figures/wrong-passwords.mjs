import { median, rounded } from '../numbers.mjs';
import { once } from '../stage/database.mjs';

const guesses = 300;
const bar = 5;

/** A guesser who sends all guesses at one account at once: how many passwords the server looks at, and how long it is kept busy. */
export const wrongPasswords = {
  name: 'wrong_passwords',
  about: '300 wrong passwords for one account at once',
  weight: 0.3,
  async measure(bench, span) {
    const database = await bench.database('wrong_passwords');
    const server = await bench.servers.product('wrong_passwords', database.appUrl);
    const [{ login }] = await once(database.superuserUrl, 'select login from account order by login limit 1');
    const runs = await span.repeat(5, async () => {
      await once(database.superuserUrl, 'delete from login_attempt');
      return guess(server.address, login);
    });
    await server.stop();
    const seconds = rounded(median(runs.map((run) => run.seconds)));
    bench.tell(`${guesses} answers in ${seconds} s`);
    const value = Math.max(...runs.map(({ verified }) => verified));
    const result = { name: 'wrong_passwords', value, unit: `of ${guesses} verified`, bare: null, ratio: null };
    return [{ ...result, bar, holds: value <= bar }];
  },
};

/** @throws Error when a guess is answered by anything but a refusal */
async function guess(address, login) {
  const startedAt = performance.now();
  const codes = await Promise.all(
    Array.from({ length: guesses }, async (_, at) => {
      const answer = await fetch(`${address}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, password: `wrong ${at}` }),
      });
      return (await answer.json()).code;
    }),
  );
  const count = (code) => codes.filter((one) => one === code).length;
  const verified = count('access.badCredentials');
  if (verified === 0 || verified + count('access.lockedOut') !== guesses)
    throw new Error(`guesses were answered ${JSON.stringify([...new Set(codes)])}`);
  return { verified, seconds: (performance.now() - startedAt) / 1_000 };
}
