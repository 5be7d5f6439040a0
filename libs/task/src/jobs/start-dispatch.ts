import { type Handles, JobHandler, JobQueue, type Outcome, type Payload } from '@ducha/queue';
import { Store } from '@ducha/store';
import { jobKey } from './jobs.js';

/** Turns a dispatch of many chunks into a flow. Repeating it adds nothing: the keys are the same. */
@JobHandler('dispatch.start')
export class StartDispatch implements Handles<'dispatch.start'> {
  constructor(
    private readonly store: Store,
    private readonly queue: JobQueue,
  ) {}

  async run({ dispatchId }: Payload<'dispatch.start'>): Promise<Outcome> {
    const dispatch = await this.store.queryOne<{ chunks: number }>('select chunks from dispatch where id = $1', [
      dispatchId,
    ]);
    if (!dispatch) return 'stale';
    const children = Array.from({ length: dispatch.chunks }, (_, chunk) => ({
      name: 'assignment.deliver' as const,
      payload: { dispatchId, chunk },
      key: jobKey.deliver(dispatchId, chunk),
    }));
    await this.queue.addFlow(
      { name: 'dispatch.conclude', payload: { dispatchId }, key: jobKey.conclude(dispatchId) },
      children,
    );
    return 'done';
  }
}
