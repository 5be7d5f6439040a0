import { Injectable } from '@nestjs/common';
import { prepared } from './prepared.js';
import { Store } from './store.js';

const heldSql = prepared('select exists (select 1 from restoration where released_at is null) as held');

/**
 * Whether this instance was restored from a backup and nobody has released it since. A held instance sends nothing and
 * moves nothing by itself: it may be a trial beside the county that is still at work.
 */
@Injectable()
export class Hold {
  constructor(private readonly store: Store) {}

  /** True until the restore is released. */
  async isHeld(): Promise<boolean> {
    return (await this.store.queryOne<{ held: boolean }>(heldSql))?.held === true;
  }

  /** One turn of a sweep that moves or sends something: nothing at all while the instance is held. */
  async unlessHeld<T>(turn: () => Promise<T>): Promise<T | undefined> {
    return (await this.isHeld()) ? undefined : turn();
  }
}
