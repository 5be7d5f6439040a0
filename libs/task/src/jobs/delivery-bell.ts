import type { OutboxEntry } from '@ducha/store';

/** What the outbox carries for one dispatch: a single chunk is delivered at once, many become a flow of children with one parent. */
export function deliveryBell(dispatchId: string, chunks: number): OutboxEntry {
  return chunks === 1
    ? { job: 'assignment.deliver', payload: { dispatchId, chunk: 0 }, key: `deliver_${dispatchId}_0` }
    : { job: 'dispatch.start', payload: { dispatchId }, key: `start_${dispatchId}` };
}
