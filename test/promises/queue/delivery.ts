import { eventually } from './eventually.js';
import type { QueueServer } from './adapters.js';
import { type ProbeProcess, Script, startProcess } from './probes.js';

/** What one process promises about the jobs it was given. */
export function deliveryKeeps(server: () => QueueServer): void {
  let script: Script;
  let process: ProbeProcess;

  beforeEach(async () => {
    script = new Script();
    process = await startProcess(server().settings(), script);
  });
  afterEach(() => process.stop());

  const empty = { waiting: 0, active: 0, delayed: 0, failed: 0, waitingChildren: 0 };

  it('runs a job once with its payload, and leaves nothing behind', async () => {
    await process.queue.add('probe.prompt', { word: '签收' }, { key: 'once' });
    await eventually(() => expect(script.runsOf('once')).toHaveLength(1));
    expect(script.runsOf('once')).toEqual([
      { job: 'probe.prompt', key: 'once', word: '签收', attempt: 1, postponed: 0, lastAttempt: false },
    ]);
    await eventually(async () => expect((await process.queue.counts()).prompt).toEqual(empty));
  });

  it('retries what throws, parks it after five tries, and lets it be tried again', async () => {
    let repaired = false;
    script.on('poison', () => {
      if (!repaired) throw new Error('the county seal is missing');
      return 'done';
    });
    await process.queue.add('probe.prompt', { word: 'a' }, { key: 'poison' });
    const parked = await eventually(async () => {
      const [job] = await process.queue.parked();
      if (!job) throw new Error('nothing is parked yet');
      return job;
    });
    expect(script.runsOf('poison').map((run) => run.attempt)).toEqual([1, 2, 3, 4, 5]);
    expect(script.runsOf('poison').map((run) => run.lastAttempt)).toEqual([false, false, false, false, true]);
    expect(parked).toMatchObject({
      queue: 'prompt',
      name: 'probe.prompt',
      key: 'poison',
      payload: { word: 'a' },
      attempts: 5,
    });
    expect(parked.reason).toBe('the county seal is missing');
    expect((await process.queue.counts()).prompt.failed).toBe(1);
    expect(script.lines).toContainEqual(
      expect.stringContaining('probe.prompt~poison is parked: the county seal is missing'),
    );
    repaired = true;
    expect(await process.queue.retryParked('probe.prompt', 'poison')).toBe(true);
    await eventually(async () => expect((await process.queue.counts()).prompt).toEqual(empty));
    expect(script.runsOf('poison')).toHaveLength(6);
    expect(await process.queue.retryParked('probe.prompt', 'poison')).toBe(false);
  });

  it('runs a job again after "later" without counting a try', async () => {
    script.on('patient', ({ postponed }) => (postponed < 2 ? 'later' : 'done'));
    await process.queue.add('probe.prompt', { word: 'a' }, { key: 'patient' });
    await eventually(() => expect(script.runsOf('patient')).toHaveLength(3));
    expect(script.runsOf('patient').map((run) => [run.attempt, run.postponed])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    await eventually(async () => expect((await process.queue.counts()).prompt).toEqual(empty));
  });

  it('parks what is hopeless after one run', async () => {
    script.on('lost', () => 'hopeless');
    await process.queue.add('probe.bulk', { word: 'a' }, { key: 'lost' });
    await eventually(async () =>
      expect(await process.queue.parked()).toMatchObject([{ queue: 'bulk', key: 'lost', attempts: 1 }]),
    );
    expect(script.runsOf('lost')).toHaveLength(1);
  });

  it('takes "stale" for an end', async () => {
    script.on('old', () => 'stale');
    await process.queue.add('probe.prompt', { word: 'a' }, { key: 'old' });
    await eventually(() => expect(script.runsOf('old')).toHaveLength(1));
    await eventually(async () => expect((await process.queue.counts()).prompt).toEqual(empty));
  });

  it('holds a delayed job back', async () => {
    await process.queue.add('probe.prompt', { word: 'a' }, { key: 'tomorrow', delayMs: 86_400_000 });
    await process.queue.add('probe.prompt', { word: 'a' }, { key: 'soon', delayMs: 30 });
    await eventually(() => expect(script.runsOf('soon')).toHaveLength(1));
    await eventually(async () => expect((await process.queue.counts()).prompt).toEqual({ ...empty, delayed: 1 }));
    expect(script.runsOf('tomorrow')).toEqual([]);
  });
}
