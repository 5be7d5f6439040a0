import { Injectable } from '@nestjs/common';
import { declareJob, isDeclaredJob, type JobSpec } from './declared-jobs.js';
import type { Handles, JobName, Payload } from './jobs.js';

/** {@link JobSpec} of one job, its payload known. */
interface JobSpecOf<N extends JobName> extends JobSpec {
  readonly join?: (payloads: readonly Payload<N>[]) => Payload<N>;
}

const handledJobs = new WeakMap<object, JobName>();

/**
 * Marks the one provider that runs a job, and declares the job. The class becomes injectable; list it in its module's providers.
 * Does not compile when the class lacks `run(payload, context)` for that job, or when the job's payload is not JSON.
 */
export function JobHandler<N extends JobName>(name: N, spec?: JobSpecOf<N>) {
  return <T extends new (...args: never[]) => Handles<N>>(target: T): void => {
    if (spec || !isDeclaredJob(name)) declareJob(name, spec);
    handledJobs.set(target, name);
    Injectable()(target);
  };
}

/** The job that a class was marked to handle, if it was. */
export function jobHandledBy(target: object): JobName | undefined {
  return handledJobs.get(target);
}
