import type { OutboxEntry } from '@ducha/store';
import { jobKey } from './jobs.js';

/** What the outbox carries for one dispatch: a single chunk is delivered at once, many become a flow of children with one parent. */
export function deliveryBell(dispatchId: string, chunks: number): OutboxEntry {
  return chunks === 1
    ? { job: 'assignment.deliver', payload: { dispatchId, chunk: 0 }, key: jobKey.deliver(dispatchId, 0) }
    : { job: 'dispatch.start', payload: { dispatchId }, key: jobKey.start(dispatchId) };
}
