import { Injectable } from '@nestjs/common';
import type { SealedView } from '../../http/sealed/sealed.view.js';
import { SealedPage } from '../../queries/sealed/sealed-page.query.js';
import { sealedFault } from '../../sealed-faults.js';
import { refuseUnready } from '../plan/going.js';
import { refuseUnfinishedPlan } from '../plan/refuse-plan.js';
import { SealedCustody } from './custody/sealed-custody.js';
import type { SealedCommand } from './draft-sealed.js';
import { moved, refuseOverToday } from './opened-moves.js';
import { sealedGoals } from './sealed-goals.js';

/** Closes a planned sealed plan until its release: everything that a release asks for is there, and the key can be brought back. */
@Injectable()
export class SealPlan {
  constructor(
    private readonly custody: SealedCustody,
    private readonly page: SealedPage,
  ) {}

  /** @throws Fault `sealed.moveRefused`, `sharesNotTaken`, and what a release would refuse */
  run(command: SealedCommand): Promise<SealedView> {
    return this.custody.open(command, { act: 'seal', version: command.version }, async (opened) => {
      const { tx, id, row, document } = opened;
      const next = moved(document, 'seal');
      await refuseUnfinishedPlan(tx, document.plan);
      refuseOverToday(opened, document.plan);
      await refuseUnready(tx, document.plan, await sealedGoals(tx, document));
      const [shares] = await tx.query<{ taken: number }[]>(
        'select count(*)::int as taken from sealed_share where sealed_id = $1 and taken_at is not null',
        [id],
      );
      if ((shares?.taken ?? 0) < row.least)
        throw sealedFault('sharesNotTaken', { taken: shares?.taken ?? 0, least: row.least });
      await opened.keep(next);
      return this.page.of(opened);
    });
  }
}
