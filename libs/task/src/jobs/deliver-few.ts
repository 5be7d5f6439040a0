import { type Handles, JobHandler, type Outcome, type Payload } from '@ducha/queue';
import { DeliverChunk } from '../usecases/deliver-chunk.js';
import './jobs.js';

/** In-app delivery of small dispatches, as many as came together. */
@JobHandler('assignment.deliver_few', {
  concurrency: 8,
  join: (payloads) => ({ dispatchIds: payloads.flatMap(({ dispatchIds }) => dispatchIds) }),
})
export class DeliverFew implements Handles<'assignment.deliver_few'> {
  constructor(private readonly deliverChunk: DeliverChunk) {}

  async run({ dispatchIds }: Payload<'assignment.deliver_few'>): Promise<Outcome> {
    const chunks = dispatchIds.map((dispatchId) => ({ dispatchId, chunk: 0 }));
    return (await this.deliverChunk.runAll(chunks)) > 0 ? 'done' : 'stale';
  }
}
