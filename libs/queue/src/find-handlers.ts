import type { DiscoveryService } from '@nestjs/core';
import { declaredJobs } from './declared-jobs.js';
import { jobHandledBy } from './job-handler.js';
import type { AnyHandler } from './run-job.js';

/**
 * Finds the provider of every declared job.
 * @throws Error naming every declared job that has no handler or more than one, and every handler that is not one instance for the whole process
 */
export function findHandlers(discovery: DiscoveryService): ReadonlyMap<string, AnyHandler> {
  const found = new Map<string, AnyHandler[]>(declaredJobs().map(({ name }) => [name, []]));
  const wrong: string[] = [];
  for (const provider of discovery.getProviders()) {
    const type = provider.metatype;
    const name = type ? jobHandledBy(type) : undefined;
    if (!name) continue;
    // boundary: only classes that implement Handles<name> can carry the mark
    if (provider.isDependencyTreeStatic()) found.get(name)?.push(provider.instance as AnyHandler);
    else wrong.push(`${name}: ${provider.name} is request-scoped or transient`);
  }
  for (const [name, handlers] of found) {
    if (handlers.length === 0) wrong.push(`${name}: no provider has @JobHandler('${name}')`);
    if (handlers.length > 1)
      wrong.push(`${name}: ${handlers.length} handlers (${handlers.map((one) => one.constructor.name).join(', ')})`);
  }
  if (wrong.length > 0) throw new Error(`every job needs exactly one handler:\n  ${wrong.join('\n  ')}`);
  return new Map([...found].flatMap(([name, [only]]) => (only ? [[name, only] as const] : [])));
}
