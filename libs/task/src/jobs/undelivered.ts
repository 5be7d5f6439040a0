import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { DeliverChunk } from '../usecases/deliver-chunk.js';

/** A bell is taken for lost after this long. */
const patienceSeconds = 15;
const chunksPerTurn = 50;

/** Finds assignments whose delivery was lost on the way and delivers them itself: the table knows, whatever the queue forgot. */
@Injectable()
export class Undelivered {
  constructor(
    private readonly store: Store,
    private readonly deliverChunk: DeliverChunk,
  ) {}

  /** One turn; true when it left work behind. */
  async deliver(): Promise<boolean> {
    const chunks = await this.store.query<{ dispatch_id: string; chunk: number }>(
      `select distinct a.dispatch_id, a.chunk from assignment a
       where a.state = 'queued' and a.queued_at < now() - interval '${patienceSeconds} seconds' limit ${chunksPerTurn}`,
    );
    let delivered = 0;
    for (const { dispatch_id: dispatchId, chunk } of chunks)
      delivered += await this.deliverChunk.run(dispatchId, chunk);
    return chunks.length === chunksPerTurn && delivered > 0;
  }
}
