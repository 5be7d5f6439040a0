import { Notices } from '@ducha/notice';
import { type Handles, JobHandler, type Outcome, type Payload } from '@ducha/queue';
import { Store } from '@ducha/store';
import './jobs.js';

interface Ended {
  by: string;
  assignments: number;
  queued: number;
}

/** Tells who sent out a large dispatch that all of it has arrived. What still hangs is rung for again by the sweep. */
@JobHandler('dispatch.conclude')
export class ConcludeDispatch implements Handles<'dispatch.conclude'> {
  constructor(
    private readonly store: Store,
    private readonly notices: Notices,
  ) {}

  async run({ dispatchId }: Payload<'dispatch.conclude'>): Promise<Outcome> {
    return this.store.transaction(async (tx) => {
      const ended = await this.store.queryOne<Ended>(
        `select d.by_person_id as by, d.assignments,
           (select count(*)::int from assignment a where a.dispatch_id = d.id and a.state = 'queued') as queued
         from dispatch d where d.id = $1`,
        [dispatchId],
      );
      if (!ended) return 'stale';
      if (ended.queued > 0) return 'later';
      const facts = { dispatchId, assignments: ended.assignments };
      await this.notices.tell(tx, [
        { kind: 'dispatch.concluded', dedupeKey: `dispatch:${dispatchId}:concluded`, personId: ended.by, facts },
      ]);
      return 'done';
    });
  }
}
