import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { SupervisionSlipView } from '../http/slip.view.js';

/** Writes down that somebody of the unit opened a slip, once a person: the proof that it was served (送达). */
@Injectable()
export class OpenSlip {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** Does nothing for readers of other units. @param slip  as the reader sees it */
  async run(slip: SupervisionSlipView, by: Actor): Promise<void> {
    const known = slip.openings.some(({ person }) => person.id === by.personId);
    if (known || !by.unitIds.includes(slip.unit.id)) return;
    await this.store.transaction(async (tx) => {
      const [opened] = await tx.query<unknown[]>(
        'insert into slip_opening (slip_id, person_id, opened_at) values ($1, $2, now()) on conflict do nothing returning slip_id',
        [slip.id, by.personId],
      );
      if (opened === undefined) return;
      await this.audit.record(tx, { act: 'slip.open', subject: { type: 'slip', id: slip.id }, about: slip.taskId, by });
    });
  }
}
