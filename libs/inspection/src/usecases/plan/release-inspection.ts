import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { InspectionCommand } from './draft-inspection.js';
import { inspectionToMove } from './inspection-rows.js';
import { SendOut } from './send-out.js';

/** Sends a planned inspection out in one transaction. */
@Injectable()
export class ReleaseInspection {
  constructor(
    private readonly store: Store,
    private readonly sendOut: SendOut,
  ) {}

  /** @throws Fault `inspection.moveRefused` and as `SendOut` */
  run({ id, version, by }: InspectionCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const move = await inspectionToMove(tx, { id, version, on: 'release' });
      await this.sendOut.run(tx, { ...move, by, clashReason: null });
    });
  }
}
