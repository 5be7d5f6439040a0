import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type QueueServer, soonLost } from './adapters.js';
import { eventually } from './eventually.js';
import { Script, startProcess } from './probes.js';

const program = join(__dirname, '../../../libs/queue/testing/taking-worker.mjs');

/** What is promised when processes die or stop in the middle of a job. */
export function deathsKeep(server: () => QueueServer): void {
  it('runs a job again whose worker was killed, and only that one', async () => {
    const script = new Script();
    const producer = await startProcess(server().settings({ role: 'api' }), script);
    await producer.queue.add('probe.prompt', { word: 'a' }, { key: 'orphan' });
    await takeAndDie(server());
    await producer.queue.add('probe.prompt', { word: 'a' }, { key: 'bystander' });
    const heir = await startProcess(server().settings({ ...soonLost, role: 'worker' }), script);
    await eventually(() => expect(script.runsOf('orphan')).toHaveLength(1));
    expect(script.runsOf('orphan')[0]).toMatchObject({ attempt: 1, postponed: 1 });
    expect(script.runsOf('bystander')).toHaveLength(1);
    await Promise.all([heir.stop(), producer.stop()]);
  });

  it('parks a job that has killed five processes', async () => {
    const script = new Script();
    const producer = await startProcess(server().settings({ role: 'api' }), script);
    await producer.queue.add('probe.prompt', { word: 'a' }, { key: 'killer' });
    for (let death = 0; death < 5; death += 1) await takeAndDie(server());
    const heir = await startProcess(server().settings({ ...soonLost, role: 'worker' }), script);
    await eventually(async () => expect(await producer.queue.parked()).toMatchObject([{ key: 'killer' }]));
    expect(script.runsOf('killer')).toEqual([]);
    await producer.queue.retryParked('probe.prompt', 'killer');
    await eventually(() => expect(script.runsOf('killer')).toHaveLength(1));
    await Promise.all([heir.stop(), producer.stop()]);
  });

  it('lets running jobs finish when it stops', async () => {
    const script = new Script();
    const first = await startProcess(server().settings(), script);
    const { started, release } = holding(script, 'slow');
    await first.queue.add('probe.prompt', { word: 'a' }, { key: 'slow' });
    await started;
    const stopped = first.stop();
    release();
    await stopped;
    const second = await startProcess(server().settings(), script);
    await eventually(async () => expect((await second.queue.counts()).prompt.active).toBe(0));
    expect(script.runsOf('slow')).toHaveLength(1);
    await second.stop();
  });

  it('gives up a job that does not end in time, tells it so, and another process runs it', async () => {
    const script = new Script();
    const first = await startProcess(server().settings({ ...soonLost, stopWithinMs: 100 }), script);
    let aborted = false;
    const { started } = holding(script, 'stuck', (signal) => signal.addEventListener('abort', () => (aborted = true)));
    await first.queue.add('probe.prompt', { word: 'a' }, { key: 'stuck' });
    await started;
    const from = performance.now();
    await first.stop();
    expect(performance.now() - from).toBeLessThan(20_000);
    expect(aborted).toBe(true);
    expect(script.lines).toContainEqual(expect.stringContaining('1 job(s) unfinished'));
    script.on('stuck', () => 'done');
    const second = await startProcess(server().settings(soonLost), script);
    await eventually(() => expect(script.runsOf('stuck')).toHaveLength(2));
    await second.stop();
  });
}

/** A worker process of its own takes a job and is killed with SIGKILL. */
async function takeAndDie(server: QueueServer): Promise<void> {
  const { prefix } = server.settings();
  const order = { kind: server.kind, url: server.directUrl, prefix, queue: 'prompt', ...soonLost };
  const worker = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await saysTaken(worker);
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

async function saysTaken(worker: ChildProcess): Promise<void> {
  if (!worker.stdout) throw new Error('the worker has no output');
  for await (const line of createInterface({ input: worker.stdout })) if (line.startsWith('taken')) return;
  throw new Error('the worker ended before it took a job');
}

function holding(
  script: Script,
  key: string,
  watch?: (signal: AbortSignal) => void,
): { started: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  const released = new Promise<'done'>((resolve) => (release = () => resolve('done')));
  const started = new Promise<void>((resolve) => {
    script.on(key, (_run, { signal }) => {
      watch?.(signal);
      resolve();
      return released;
    });
  });
  return { started, release };
}
