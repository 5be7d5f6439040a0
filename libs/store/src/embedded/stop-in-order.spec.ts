import { stopInOrder } from './stop-in-order.js';

describe('stopping in order', () => {
  it('waits for each step before the next', async () => {
    const said: string[] = [];
    const server = async (): Promise<void> => {
      await Promise.resolve();
      said.push('server');
    };
    const steps = [
      { name: 'server', stop: server },
      { name: 'database', stop: () => void said.push('database') },
    ];
    expect(await stopInOrder(steps, () => undefined)).toBe(true);
    expect(said).toEqual(['server', 'database']);
  });

  it('still stops the database when the server does not stop cleanly', async () => {
    const said: string[] = [];
    const steps = [
      { name: 'server', stop: () => Promise.reject(new Error('busy')) },
      { name: 'database', stop: () => void said.push('database') },
    ];
    expect(await stopInOrder(steps, (line) => said.push(line))).toBe(false);
    expect(said).toEqual(['server did not stop cleanly: busy', 'database']);
  });
});
