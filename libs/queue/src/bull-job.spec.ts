import { bullFlow, bullJob } from './bull-job.js';
import { declaredJob, declareJob, isDeclaredJob } from './declared-jobs.js';
import { JobHandler } from './job-handler.js';
import type { JobName } from './jobs.js';
import type { JobQueue } from './job-queue.js';

declare module '@ducha/queue' {
  interface Jobs {
    'spec.plain': { id: string; chunk: number; seen?: { version: number | null; tags: string[] } };
    'spec.date': { at: Date };
    'spec.function': { callback: () => void };
    'spec.missing': { word: string | undefined };
    'spec.anything': { what: never[]; thing: Map<string, string> };
  }
}

declareJob('spec.plain', { queue: 'bulk', retryMs: 500 });
const plain = { name: 'spec.plain', key: 'plain_1', payload: { id: 'a', chunk: 1 } } as const;

describe('declared jobs', () => {
  it('are known at run time by their declaration only', () => {
    expect(isDeclaredJob('spec.plain')).toBe(true);
    expect(() => declaredJob('spec.unheard')).toThrow('job "spec.unheard" is not declared');
    expect(() => bullJob({ name: 'spec.unheard', payload: {}, key: 'k' })).toThrow('is not declared');
  });

  it('may be declared again in the same words, not in others', () => {
    expect(() => declareJob('spec.plain', { queue: 'bulk', retryMs: 500 })).not.toThrow();
    expect(() => declareJob('spec.plain', { queue: 'slow' })).toThrow('declared twice, differently');
  });

  it('do not compile when their payload is not JSON, or not theirs', () => {
    const compiles = (queue: JobQueue): void => {
      void queue.add('spec.plain', { id: 'a', chunk: 1 }, { key: 'k' });
      // @ts-expect-error a Date is not JSON
      void queue.add('spec.date', { at: new Date() }, { key: 'k' });
      // @ts-expect-error a function is not JSON
      declareJob('spec.function');
      // @ts-expect-error undefined is not JSON
      declareJob('spec.missing');
      // @ts-expect-error a Map is not JSON
      declareJob('spec.anything');
      // @ts-expect-error the chunk is missing
      void queue.add('spec.plain', { id: 'a' }, { key: 'k' });
      // @ts-expect-error every job has a key
      void queue.add('spec.plain', { id: 'a', chunk: 1 }, {});
      // @ts-expect-error nobody declared it
      void queue.add('spec.unheard', {}, { key: 'k' });
      // @ts-expect-error a handler has run()
      @JobHandler('spec.plain')
      class Idle {}
      void Idle;
      const name: JobName = 'spec.plain';
      void name;
    };
    expect(compiles).toHaveLength(1);
  });
});

describe('a job for BullMQ', () => {
  it('has five tries with doubling waits, vanishes when it is over, and stays for a month when parked', () => {
    expect(bullJob(plain)).toEqual({
      queueName: 'bulk',
      name: 'spec.plain',
      data: { id: 'a', chunk: 1 },
      opts: {
        jobId: 'spec.plain~plain_1',
        delay: 0,
        attempts: 5,
        backoff: { type: 'exponential', delay: 500, jitter: 0.2 },
        removeOnComplete: true,
        removeOnFail: { age: 30 * 86_400, count: 2_000 },
        stackTraceLimit: 1,
      },
    });
  });

  it('refuses a payload that is more than ids, and a delay that is none', () => {
    const heavy = { ...plain, payload: { id: '督'.repeat(30_000), chunk: 1 } };
    expect(() => bullJob(heavy)).toThrow('payload of 90');
    expect(() => bullJob({ ...plain, delayMs: -1 })).toThrow('delayMs is -1');
    expect(() => bullJob({ ...plain, delayMs: NaN })).toThrow('delayMs is NaN');
  });

  it('does not hold its parent back when it is parked', () => {
    const flow = bullFlow(bullJob(plain), [bullJob({ ...plain, key: 'child' })]);
    expect(flow.children?.map((child) => child.opts)).toMatchObject([{ ignoreDependencyOnFailure: true }]);
  });
});
