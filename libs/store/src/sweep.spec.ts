import { Logger } from '@nestjs/common';
import { Sweep } from './sweep.js';

/** A turn that the test ends when it likes. */
function turns() {
  const open: (() => void)[] = [];
  const work = jest.fn(() => new Promise<void>((resolve) => open.push(resolve)));
  return { work, end: () => open.shift()?.() };
}
const microtasks = async (): Promise<void> => {
  for (let at = 0; at < 10; at += 1) await Promise.resolve();
};

describe('Sweep', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('never overlaps itself, and makes one more turn of many wake-ups', async () => {
    const { work, end } = turns();
    const sweep = new Sweep('test', { everyMs: 60_000 }, work);
    sweep.start();
    for (let ring = 0; ring < 5; ring += 1) sweep.wake();
    expect(work).toHaveBeenCalledTimes(1);
    end();
    await microtasks();
    expect(work).toHaveBeenCalledTimes(2);
    end();
    await microtasks();
    expect(work).toHaveBeenCalledTimes(2);
    await sweep.stop();
  });

  it('goes on at once while its work says that more is there', async () => {
    let left = 3;
    const sweep = new Sweep('test', { everyMs: 60_000 }, () => Promise.resolve((left -= 1) > 0));
    sweep.wake();
    await microtasks();
    expect(left).toBe(0);
  });

  it('rests after a turn, and makes one turn of what was rung meanwhile', async () => {
    jest.useFakeTimers();
    const work = jest.fn(() => Promise.resolve());
    const sweep = new Sweep('test', { everyMs: 60_000, restMs: 50 }, work);
    for (let ring = 0; ring < 3; ring += 1) {
      sweep.wake();
      await microtasks();
    }
    expect(work).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(49);
    expect(work).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(500);
    expect(work).toHaveBeenCalledTimes(2);
    await sweep.stop();
    jest.useRealTimers();
  });

  it('survives an error and hears the next wake-up', async () => {
    const work = jest.fn(() => Promise.reject(new Error('no database')));
    const sweep = new Sweep('test', { everyMs: 60_000 }, work);
    sweep.wake();
    await microtasks();
    sweep.wake();
    await microtasks();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('waits at stop for the running turn and makes no other', async () => {
    const { work, end } = turns();
    const sweep = new Sweep('test', { everyMs: 60_000 }, work);
    sweep.start();
    sweep.wake();
    const stopped = sweep.stop();
    end();
    await stopped;
    sweep.wake();
    expect(work).toHaveBeenCalledTimes(1);
  });
});
