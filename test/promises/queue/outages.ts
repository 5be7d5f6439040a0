import type { QueueServer } from './adapters.js';
import { eventually } from './eventually.js';
import { type ProbeProcess, Script, startProcess } from './probes.js';

/** What is promised while the queue's server is away. */
export function outagesKeep(server: () => QueueServer): void {
  let script: Script;
  let process: ProbeProcess;

  beforeEach(async () => {
    script = new Script();
    process = await startProcess(server().settings(), script);
  });
  afterEach(async () => {
    server().proxy.mend();
    await process.stop();
  });

  it('refuses to add, keeps the process alive, says so once, and goes on when the server is back', async () => {
    await process.queue.add('probe.prompt', { word: 'a' }, { key: 'before' });
    await eventually(() => expect(script.runsOf('before')).toHaveLength(1));
    server().proxy.cut();
    await expect(process.queue.add('probe.prompt', { word: 'a' }, { key: 'during' })).rejects.toThrow();
    await expect(process.queue.counts()).rejects.toThrow();
    server().proxy.mend();
    await eventually(() => process.queue.add('probe.prompt', { word: 'a' }, { key: 'after' }));
    await eventually(() => expect(script.runsOf('after')).toHaveLength(1));
    expect(script.lines.filter((line) => line.includes('going on')).length).toBeLessThanOrEqual(4);
    expect(script.lines).toContainEqual(expect.stringContaining(`${server().kind} answers again`));
  });

  it('stops in time and without a word while the server is away', async () => {
    await process.queue.counts();
    server().proxy.cut();
    await expect(process.queue.counts()).rejects.toThrow();
    const before = script.lines.length;
    const from = performance.now();
    await process.stop();
    expect(performance.now() - from).toBeLessThan(20_000);
    expect(script.lines.slice(before).filter((line) => /57P01|ECONN|terminated/i.test(line))).toEqual([]);
  });

  it('starts without its Redis and works when that comes, but not without its PostgreSQL', async () => {
    server().proxy.cut();
    const early = startProcess(server().settings(), script);
    if (server().kind === 'PostgreSQL') return void (await expect(early).rejects.toThrow());
    const late = await early;
    server().proxy.mend();
    await late.queue.add('probe.prompt', { word: 'a' }, { key: 'early' });
    await eventually(() => expect(script.runsOf('early')).toHaveLength(1));
    await late.stop();
  });

  it('stops although its server never came', async () => {
    if (server().kind === 'PostgreSQL') return;
    server().proxy.cut();
    const late = await startProcess(server().settings(), script);
    await late.stop();
  });
}
