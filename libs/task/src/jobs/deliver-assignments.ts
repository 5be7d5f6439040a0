import { type Handles, JobHandler, type Outcome, type Payload } from '@ducha/queue';
import { DeliverChunk } from '../usecases/deliver-chunk.js';
import './jobs.js';

/** In-app delivery of one chunk. */
@JobHandler('assignment.deliver', { concurrency: 8 })
export class DeliverAssignments implements Handles<'assignment.deliver'> {
  constructor(private readonly deliverChunk: DeliverChunk) {}

  async run({ dispatchId, chunk }: Payload<'assignment.deliver'>): Promise<Outcome> {
    return (await this.deliverChunk.run(dispatchId, chunk)) > 0 ? 'done' : 'stale';
  }
}
