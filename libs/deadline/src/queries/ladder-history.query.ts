import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { deadlineFault } from '../deadline-faults.js';
import { ladderView } from '../http/ladder-views.js';
import type { LadderView } from '../http/ladder.view.js';
import { Ladders } from './ladders.query.js';

/** Ladders as they are shown, today's, those yet to come and their former texts. */
@Injectable()
export class LadderHistory {
  constructor(
    private readonly store: Store,
    private readonly ladders: Ladders,
  ) {}

  /** All in force. */
  async list(): Promise<LadderView[]> {
    return (await this.ladders.all()).map(ladderView);
  }

  /** Its newest text, in force or yet to come. @throws Fault `deadline.ladderNotFound` */
  async one(code: string): Promise<LadderView> {
    const newest = await this.ladders.newest(code);
    if (!newest) throw deadlineFault('ladderNotFound');
    return ladderView(newest);
  }

  /** Its texts, the newest first. @throws Fault `deadline.ladderNotFound` */
  async revisions(code: string): Promise<LadderView[]> {
    const all = await this.ladders.revisions(code);
    if (all.length === 0) throw deadlineFault('ladderNotFound');
    return all.map(ladderView);
  }

  /** The highest id that any rung of a ladder ever had; -1 where there is none. */
  async usedIds(code: string): Promise<number> {
    const row = await this.store.queryOne<{ most: number }>(
      `select coalesce(max((rung ->> 'id')::int), -1) as most from ladder_revision r cross join jsonb_array_elements(r.rungs) rung where r.code = $1`,
      [code],
    );
    return row?.most ?? -1;
  }
}
