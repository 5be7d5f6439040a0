import type { OutboxEntry } from '@ducha/store';
import { chunksFor } from '../domain/shares.js';
import { jobKey } from './jobs.js';

/** So few assignments travel with others: at most 100 dispatches at once, which is a chunk. */
const few = 5;

/** What the outbox carries for one dispatch: a few assignments travel with others, a chunk by itself, many as a flow of chunks with one parent. */
export function deliveryBell(dispatchId: string, assignments: number): OutboxEntry {
  if (assignments <= few)
    return {
      job: 'assignment.deliver_few',
      payload: { dispatchIds: [dispatchId] },
      key: jobKey.deliverFew(dispatchId),
    };
  return chunksFor(assignments) === 1
    ? { job: 'assignment.deliver', payload: { dispatchId, chunk: 0 }, key: jobKey.deliver(dispatchId, 0) }
    : { job: 'dispatch.start', payload: { dispatchId }, key: jobKey.start(dispatchId) };
}
