/**
 * Every kind of job with its payload. Each job file adds its own member by declaration merging:
 * `declare module '@ducha/queue' { interface Jobs { 'assignment.deliver': { dispatchId: string; chunk: number } } }`.
 * A payload carries ids and what was seen, never copies of rows and never personal data: the handler reads the row again.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- members come by declaration merging
export interface Jobs {}

type IsAny<T> = 0 extends 1 & T ? true : false;

/** `T` where JSON carries it there and back unchanged, `never` in every place where it does not (Date, bigint, Map, functions, undefined, any). */
export type JsonOnly<T> =
  IsAny<T> extends true
    ? never
    : T extends string | number | boolean | null
      ? T
      : T extends (...args: never[]) => unknown
        ? never
        : T extends object
          ? { [K in keyof T]: JsonOnly<T[K]> }
          : never;

/** Names of declared jobs. A job whose payload is not JSON is not among them, so nothing that uses its name compiles. */
export type JobName = { [N in keyof Jobs]: Jobs[N] extends JsonOnly<Jobs[N]> ? N : never }[keyof Jobs];

/** What travels with the job of that name. */
export type Payload<N extends JobName> = Jobs[N];

/**
 * How a run ended. `done`: the work is there now. `stale`: nothing was left to do (somebody else did it, or the row moved on).
 * `later`: not yet, ring again after the job's `laterMs`; counts as no try. `hopeless`: no repetition can help; parked at once.
 */
export type Outcome = 'done' | 'stale' | 'later' | 'hopeless';

/** What a handler may know about its run besides the payload. */
export interface JobContext {
  /** The key under which the job was added. */
  readonly key: string;
  /** 1 for the first try; grows by one after each throw, not after `later`. */
  readonly attempt: number;
  /** True when a throw now parks the job instead of retrying it. */
  readonly lastAttempt: boolean;
  /** How often this job has answered `later` before, or was interrupted by the death of its process. */
  readonly postponed: number;
  /** Aborted when the process gives the job up at shutdown; the job then runs again elsewhere. */
  readonly signal: AbortSignal;
  /** For the parent of a flow: how each child ended, by the child's key. A parked child is among them, it does not hold the parent back. */
  children(): Promise<Readonly<Record<string, 'done' | 'stale' | 'parked'>>>;
}

/**
 * The shape of a job handler. It must be safe to run twice and at the same time as itself: delivery is at least once.
 * Only a throw is retried.
 */
export interface Handles<N extends JobName> {
  run(payload: Payload<N>, context: JobContext): Promise<Outcome>;
}

/** One job to add: same key twice means one job. See {@link JobQueue.add}. */
export type NewJob = { [N in JobName]: NewJobOf<N> }[JobName];

/** One job of a given name. */
export interface NewJobOf<N extends JobName> extends JobOptions {
  readonly name: N;
  readonly payload: Payload<N>;
}

/** What every added job must say about itself. */
export interface JobOptions {
  /** Unique per job name, e.g. `deliver_<dispatchId>_<chunk>`: no `:`, no `~`, not all digits, at most 200 characters. */
  readonly key: string;
  /** Rings only after this many milliseconds. For politeness between retries and pages, never for deadlines: those live in tables. */
  readonly delayMs?: number;
}
