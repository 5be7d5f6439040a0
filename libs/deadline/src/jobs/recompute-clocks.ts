import { type Handles, JobHandler, type Outcome, type Payload } from '@ducha/queue';
import { OpenClocks } from '../usecases/open-clocks.js';

declare module '@ducha/queue' {
  interface Jobs {
    /** Computes all running clocks anew: a calendar or a rule has changed. */
    'clock.recompute': Record<string, never>;
  }
}

/** After a changed calendar or rule. Done twice it moves nothing the second time. */
@JobHandler('clock.recompute')
export class RecomputeClocks implements Handles<'clock.recompute'> {
  constructor(private readonly openClocks: OpenClocks) {}

  async run(_payload: Payload<'clock.recompute'>): Promise<Outcome> {
    await this.openClocks.recompute();
    return 'done';
  }
}
