import { Injectable, Module, type Provider, Scope } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { findHandlers } from './find-handlers.js';
import { JobHandler } from './job-handler.js';
import type { Handles, Outcome } from './jobs.js';

declare module '@ducha/queue' {
  interface Jobs {
    'spec.first': { id: string };
    'spec.second': { id: string };
  }
}

@JobHandler('spec.first')
class First implements Handles<'spec.first'> {
  run(): Promise<Outcome> {
    return Promise.resolve('done');
  }
}
@JobHandler('spec.second')
class Second extends First {}
@JobHandler('spec.second')
class SecondAgain extends First {}

/** What the handlers of a process with these providers are, or why it does not start. */
async function handlersOf(...providers: Provider[]): Promise<string[]> {
  @Module({ imports: [DiscoveryModule], providers })
  class Process {}
  const app = await NestFactory.createApplicationContext(Process, { logger: false, abortOnError: false });
  return [...findHandlers(app.get(DiscoveryService)).keys()];
}

describe('a process that runs jobs', () => {
  it('starts when every declared job has exactly one handler', async () => {
    expect(await handlersOf(First, Second)).toEqual(['spec.first', 'spec.second']);
  });

  it('does not start when a job has none', async () => {
    await expect(handlersOf(First)).rejects.toThrow("spec.second: no provider has @JobHandler('spec.second')");
  });

  it('does not start when a job has two', async () => {
    await expect(handlersOf(First, Second, SecondAgain)).rejects.toThrow(
      'spec.second: 2 handlers (Second, SecondAgain)',
    );
  });

  it('does not start when a handler is made anew for each request', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class PerRequest {}
    @JobHandler('spec.second')
    class OfRequest extends First {
      constructor(readonly request: PerRequest) {
        super();
      }
    }
    await expect(handlersOf(First, OfRequest, PerRequest)).rejects.toThrow('OfRequest is request-scoped');
  });
});
