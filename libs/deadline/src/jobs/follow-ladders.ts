import { type Handles, JobHandler, type Outcome, type Payload } from '@ducha/queue';
import { TakeUpLadders } from '../usecases/take-up-ladders.js';

declare module '@ducha/queue' {
  interface Jobs {
    /** Sets the alarms of running clocks anew: a ladder has changed. */
    'ladder.follow': Record<string, never>;
  }
}

/** After a changed ladder. The sweep of clocks does the same when this bell is lost. */
@JobHandler('ladder.follow')
export class FollowLadders implements Handles<'ladder.follow'> {
  constructor(private readonly ladders: TakeUpLadders) {}

  async run(_payload: Payload<'ladder.follow'>): Promise<Outcome> {
    await this.ladders.run();
    return 'done';
  }
}
