import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import { LateCases } from '../queries/late-cases.query.js';
import { slipFault } from '../slip-faults.js';
import { RaiseObjection } from './raise-objection.js';

/** Cases of one act; what is more is objected to in the next. */
const most = 50;

/** A unit objects to a whole row of the figures at once: to each of its answers that count as late and were not objected to yet. */
@Injectable()
export class ObjectToAll {
  constructor(
    private readonly store: Store,
    private readonly lateCases: LateCases,
    private readonly raise: RaiseObjection,
  ) {}

  /** Answers how many objections were made. @throws Fault `slip.nothingHeld` */
  run(words: string, by: Actor): Promise<number> {
    return this.store.transaction(async () => {
      const late = await this.lateCases.objectable(by, most);
      if (late.length === 0) throw slipFault('nothingHeld');
      for (const assignmentId of late) await this.raise.run({ assignmentId, slipId: null, words }, by);
      return late.length;
    });
  }
}
