import type { NewJob, Outcome } from '@ducha/queue';
import type { QueueServer } from './adapters.js';
import { eventually } from './eventually.js';
import { type ProbeProcess, Script, startProcess } from './probes.js';

const child = (key: string): NewJob => ({ name: 'probe.bulk', key, payload: { word: key } });

/** What keys and flows promise when producers and workers are different processes. */
export function keysAndFlowsKeep(server: () => QueueServer): void {
  let script: Script;
  let producer: ProbeProcess;
  let worker: ProbeProcess | undefined;

  beforeEach(async () => {
    script = new Script();
    producer = await startProcess(server().settings({ role: 'api', poolMax: 4 }), script);
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await producer.stop();
  });
  const work = async (): Promise<void> => {
    worker = await startProcess(server().settings({ role: 'worker' }), script);
  };
  const nothingIsLeft = (): Promise<void> =>
    eventually(async () => {
      for (const { waiting, active, waitingChildren } of Object.values(await producer.queue.counts())) {
        expect([waiting, active, waitingChildren]).toEqual([0, 0, 0]);
      }
    });

  it('makes one job of the same key, keeps its first payload, and rings anew once it is over', async () => {
    await producer.queue.add('probe.prompt', { word: 'first' }, { key: 'twice' });
    await producer.queue.add('probe.prompt', { word: 'second' }, { key: 'twice' });
    await producer.queue.addMany([{ name: 'probe.prompt', key: 'twice', payload: { word: 'third' } }]);
    await work();
    await nothingIsLeft();
    expect(script.runsOf('twice').map((run) => run.word)).toEqual(['first']);
    await producer.queue.add('probe.prompt', { word: 'fourth' }, { key: 'twice' });
    await eventually(() => expect(script.runsOf('twice').map((run) => run.word)).toEqual(['first', 'fourth']));
  });

  it('keeps jobs of different names apart although their key is the same', async () => {
    await producer.queue.add('probe.prompt', { word: 'a' }, { key: 'same' });
    await producer.queue.add('probe.parent', { word: 'b' }, { key: 'same' });
    await work();
    await nothingIsLeft();
    expect(
      script
        .runsOf('same')
        .map((run) => run.job)
        .sort(),
    ).toEqual(['probe.parent', 'probe.prompt']);
  });

  it('loses and doubles nothing when eight processes add the same 400 jobs', async () => {
    const jobs = Array.from({ length: 400 }, (_, at) => child(`many_${at}`));
    const producers = await Promise.all(
      Array.from({ length: 8 }, () => startProcess(server().settings({ role: 'api', poolMax: 2 }), script)),
    );
    await Promise.all(
      producers.map(async ({ queue }) => {
        for (let from = 0; from < jobs.length; from += 100) await queue.addMany(jobs.slice(from, from + 100));
      }),
    );
    await Promise.all(producers.map((one) => one.stop()));
    expect((await producer.queue.counts()).bulk.waiting).toBe(400);
    await work();
    await nothingIsLeft();
    expect(new Set(script.runs.map((run) => run.key)).size).toBe(400);
    expect(script.runs).toHaveLength(400);
  });

  it('runs the parent of a flow after all its children, the parked one among them', async () => {
    let seen: unknown;
    script
      .on('chunk_1', () => 'hopeless')
      .on('chunk_2', () => 'stale')
      .on('act', async (_run, context): Promise<Outcome> => {
        seen = await context.children();
        return 'done';
      });
    const parent: NewJob = { name: 'probe.parent', key: 'act', payload: { word: 'act' } };
    await producer.queue.addFlow(parent, [child('chunk_0'), child('chunk_1'), child('chunk_2')]);
    expect((await producer.queue.counts()).prompt.waitingChildren).toBe(1);
    await work();
    await nothingIsLeft();
    expect(script.runs.map((run) => run.key)).toHaveLength(4);
    expect(script.runs.at(-1)?.key).toBe('act');
    expect(seen).toEqual({ chunk_0: 'done', chunk_1: 'parked', chunk_2: 'stale' });
    expect(await producer.queue.parked()).toMatchObject([{ key: 'chunk_1' }]);
  });

  it('makes one flow of the same flow added twice, and one plain job of a parent without children', async () => {
    const parent: NewJob = { name: 'probe.parent', key: 'repeated', payload: { word: 'a' } };
    const children = Array.from({ length: 20 }, (_, at) => child(`repeated_${at}`));
    await producer.queue.addFlow(parent, children);
    await producer.queue.addFlow(parent, children);
    await producer.queue.addFlow({ name: 'probe.parent', key: 'childless', payload: { word: 'a' } }, []);
    await work();
    await nothingIsLeft();
    expect(script.runs).toHaveLength(22);
    expect(script.runsOf('repeated')).toHaveLength(1);
    expect(script.runsOf('childless')).toHaveLength(1);
  });

  it('only adds in a process of role api', async () => {
    await producer.queue.add('probe.prompt', { word: 'a' }, { key: 'waits' });
    expect((await producer.queue.counts()).prompt.waiting).toBe(1);
    await work();
    await nothingIsLeft();
    expect(script.runsOf('waits')).toHaveLength(1);
  });
}
