import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { cleanCategory } from '../domain/category.js';
import type { MandateKind } from '../domain/standing-mandate.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';

/** A standing mandate as it is asked for. */
export interface ProposeMandateCommand {
  readonly sourceKind: MandateKind;
  readonly categoryPrefix: string;
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  readonly reason: string;
  readonly by: Actor;
}

/** Asks for a standing mandate (常设授权); it holds once a principal other than the asker approves. */
@Injectable()
export class ProposeMandate {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers its id. @throws Fault `matter.mandatePeriod` */
  async run({ sourceKind, categoryPrefix, from, to, reason, by }: ProposeMandateCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { now } = await countyNow(this.store);
      if (to <= from || to <= now)
        throw matterFault('mandatePeriod', {}, [
          { path: 'to', message: 'must lie after `from` and after now', constraint: 'period' },
        ]);
      const id = this.ids.next();
      const prefix = cleanCategory(categoryPrefix) ?? '';
      await tx.query(
        `insert into standing_mandate (id, source_kind, category_prefix, from_at, to_at, reason, proposed_by, proposed_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, now(), 1)`,
        [id, sourceKind, prefix, from, to, reason, by.personId],
      );
      const facts = { sourceKind, from: from.toISOString(), to: to.toISOString() };
      await this.audit.record(tx, {
        act: 'mandate.propose',
        subject: { type: 'mandate', id },
        by,
        to: 'proposed',
        facts,
        words: reason,
      });
      return id;
    });
  }
}
