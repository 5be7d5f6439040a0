import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { SupervisionSlipView } from '../http/slip.view.js';
import type { SlipRow } from '../queries/slip-row.js';

/** Writes down that somebody of the unit opened a slip, once a person: the proof that it was served (送达). */
@Injectable()
export class OpenSlip {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** Does nothing for readers of other units. @param slip  as the reader sees it */
  async run({ id, taskId, unit, openings }: SupervisionSlipView, by: Actor): Promise<void> {
    if (openings.some(({ person }) => person.id === by.personId)) return;
    await this.store.transaction((tx) => this.note(tx, { id, taskId, unitId: unit.id }, by));
  }

  /** In the transaction of the unit’s own act on the slip: whoever answers it has read it, from whichever page. */
  async note(tx: EntityManager, slip: Pick<SlipRow, 'id' | 'taskId' | 'unitId'>, by: Actor): Promise<void> {
    if (!by.unitIds.includes(slip.unitId)) return;
    const [opened] = await tx.query<unknown[]>(
      'insert into slip_opening (slip_id, person_id, opened_at) values ($1, $2, now()) on conflict do nothing returning slip_id',
      [slip.id, by.personId],
    );
    if (opened === undefined) return;
    await this.audit.record(tx, { act: 'slip.open', subject: { type: 'slip', id: slip.id }, about: slip.taskId, by });
  }
}
