import {
  type DynamicModule,
  type INestApplicationContext,
  Injectable,
  type LoggerService,
  Module,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  type Handles,
  JobHandler,
  type JobContext,
  JobQueue,
  type Outcome,
  QueueModule,
  type QueueSettings,
} from '@ducha/queue';

declare module '@ducha/queue' {
  interface Jobs {
    'probe.prompt': { word: string };
    'probe.bulk': { word: string };
    'probe.parent': { word: string };
  }
}

/** One run of a probe as its handler saw it. */
export interface Run {
  readonly job: string;
  readonly key: string;
  readonly word: string;
  readonly attempt: number;
  readonly postponed: number;
  readonly lastAttempt: boolean;
}

type Act = (run: Run, context: JobContext) => Promise<Outcome> | Outcome;

/** What the probes of one test do, by key, and what they did, across every process of the test. */
export class Script {
  readonly runs: Run[] = [];
  readonly lines: string[] = [];
  private readonly acts = new Map<string, Act>();

  /** From now on a job of this key does this; keys without an act are done at once. */
  on(key: string, act: Act): this {
    this.acts.set(key, act);
    return this;
  }

  runsOf(key: string): Run[] {
    return this.runs.filter((run) => run.key === key);
  }

  async play(job: string, { word }: { word: string }, context: JobContext): Promise<Outcome> {
    const { key, attempt, postponed, lastAttempt } = context;
    const run = { job, key, word, attempt, postponed, lastAttempt };
    this.runs.push(run);
    return (await this.acts.get(key)?.(run, context)) ?? 'done';
  }
}

@JobHandler('probe.prompt', { retryMs: 10, laterMs: 40, concurrency: 8 })
export class PromptProbe implements Handles<'probe.prompt'> {
  constructor(private readonly script: Script) {}
  run(payload: { word: string }, context: JobContext): Promise<Outcome> {
    return this.script.play('probe.prompt', payload, context);
  }
}

@JobHandler('probe.bulk', { queue: 'bulk', retryMs: 10, concurrency: 8 })
export class BulkProbe implements Handles<'probe.bulk'> {
  constructor(private readonly script: Script) {}
  run(payload: { word: string }, context: JobContext): Promise<Outcome> {
    return this.script.play('probe.bulk', payload, context);
  }
}

@JobHandler('probe.parent')
export class ParentProbe implements Handles<'probe.parent'> {
  constructor(private readonly script: Script) {}
  run(payload: { word: string }, context: JobContext): Promise<Outcome> {
    return this.script.play('probe.parent', payload, context);
  }
}

/** A process of the application, in this process. */
export interface ProbeProcess {
  readonly queue: JobQueue;
  readonly app: INestApplicationContext;
  stop(): Promise<void>;
}

/** Starts one with every probe handled; its log lines go to the script. @param others  further modules beside the queue */
export async function startProcess(
  settings: QueueSettings,
  script: Script,
  others: NonNullable<DynamicModule['imports']> = [],
): Promise<ProbeProcess> {
  @Module({ providers: [PromptProbe, BulkProbe, ParentProbe, { provide: Script, useValue: script }] })
  class ProbeModule {}
  @Injectable()
  class Log implements LoggerService {
    log = (line: unknown): unknown => script.lines.push(String(line));
    warn = this.log;
    error = this.log;
  }
  const app = await NestFactory.createApplicationContext(
    { module: class App {}, imports: [...others, QueueModule.forRoot(settings), ProbeModule] },
    { logger: new Log(), abortOnError: false },
  );
  return { app, queue: app.get(JobQueue), stop: () => app.close() };
}
