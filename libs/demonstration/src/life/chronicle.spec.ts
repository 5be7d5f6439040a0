import { Chronicle, type Story } from './chronicle.js';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));

describe('a chronicle', () => {
  const acts: string[] = [];
  let clock = day(1);
  beforeEach(() => acts.splice(0));

  async function* story(name: string, ...days: number[]): Story {
    for (const next of days) {
      acts.push(`${name} ${clock.getUTCDate()}`);
      yield day(next);
    }
    acts.push(`${name} ends ${clock.getUTCDate()}`);
  }

  const run = (chronicle: Chronicle): Promise<void> =>
    chronicle.run((at) => {
      clock = at;
      return Promise.resolve();
    });

  it('lets stories act in the order of their instants', async () => {
    const chronicle = new Chronicle(day(20));
    chronicle.begin(day(3), story('late', 5));
    chronicle.begin(day(1), story('early', 4, 6));
    await run(chronicle);
    expect(acts).toEqual(['early 1', 'late 3', 'early 4', 'late ends 5', 'early ends 6']);
  });

  it('leaves what would go on after the present as it is', async () => {
    const chronicle = new Chronicle(day(5));
    chronicle.begin(day(1), story('open', 9));
    chronicle.begin(day(7), story('never', 8));
    await run(chronicle);
    expect(acts).toEqual(['open 1']);
  });

  it('never goes back in time', async () => {
    const chronicle = new Chronicle(day(20));
    chronicle.begin(day(4), story('hasty', 2));
    await run(chronicle);
    expect(acts).toEqual(['hasty 4', 'hasty ends 4']);
  });
});
