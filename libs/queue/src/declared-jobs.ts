import type { JobName } from './jobs.js';

/** One queue per kind of haste: `prompt` somebody waits for it, `bulk` many and small, `slow` seconds to minutes each. */
export const HASTES = ['prompt', 'bulk', 'slow'] as const;
/** A queue's name. */
export type Haste = (typeof HASTES)[number];

/** How a job is queued and retried. */
export interface JobSpec {
  /** Default `prompt`. */
  readonly queue?: Haste;
  /** The job's queue runs at least so many jobs at once in one process; the largest wish of a queue's jobs counts. Default 4. */
  readonly concurrency?: number;
  /** Wait before the second try, doubled for each further one, ±20 %. Default 2,000 ms, so that five tries span about half a minute. */
  readonly retryMs?: number;
  /** Wait after `later`. Default 10,000 ms. */
  readonly laterMs?: number;
  /**
   * Makes one payload of many. Outbox entries that are handed over at the same time then travel as one job under a key of
   * its own, so that a burst of small works costs a few jobs; the work of one entry may come twice, in two jobs.
   */
  readonly join?: (payloads: readonly never[]) => unknown;
}

/** A job that this program knows, with its defaults filled in. */
export interface DeclaredJob extends Required<Omit<JobSpec, 'join'>>, Pick<JobSpec, 'join'> {
  readonly name: string;
}

const defaults: Omit<DeclaredJob, 'name'> = { queue: 'prompt', concurrency: 4, retryMs: 2_000, laterMs: 10_000 };
const declared = new Map<string, DeclaredJob>();

/**
 * Makes a job known at run time, because the merged interface `Jobs` leaves no trace there. `@JobHandler` does this itself;
 * call it only where the producer's file can be loaded without the handler's. A consumer refuses to start while a declared job has no handler.
 * @throws Error at load time when the name is malformed or was declared before with another spec
 */
export function declareJob(name: JobName, spec: JobSpec = {}): void {
  if (!/^[a-z][\w-]*(\.[a-z][\w-]*)+$/i.test(name))
    throw new Error(`job name "${String(name)}" must look like "noun.verb"`);
  const job = { name, ...defaults, ...spec };
  const before = declared.get(name);
  if (before && JSON.stringify(before) !== JSON.stringify(job))
    throw new Error(`job "${String(name)}" is declared twice, differently`);
  declared.set(name, job);
}

/** Every job declared by the files loaded so far. */
export function declaredJobs(): readonly DeclaredJob[] {
  return [...declared.values()];
}

/** True when a file that declares this job has been loaded. */
export function isDeclaredJob(name: string): name is JobName {
  return declared.has(name);
}

/** @throws Error when no loaded file declares the job: a name from another version, or a producer without its job file */
export function declaredJob(name: string): DeclaredJob {
  const job = declared.get(name);
  if (!job)
    throw new Error(
      `job "${name}" is not declared: no loaded file has @JobHandler('${name}') or declareJob('${name}')`,
    );
  return job;
}
