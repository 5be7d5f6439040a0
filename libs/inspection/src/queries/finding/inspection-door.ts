import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { findingFault } from '../../finding-faults.js';

/** Before its release nothing of an inspection can be asked about here. */
@Injectable()
export class InspectionDoor {
  constructor(private readonly store: Store) {}

  /** @throws Fault `finding.inspectionNotFound` */
  async refuseUnknown(id: string): Promise<void> {
    const found = await this.store.queryOne('select 1 from inspection where id = $1 and released_at is not null', [id]);
    if (!found) throw findingFault('inspectionNotFound');
  }
}
