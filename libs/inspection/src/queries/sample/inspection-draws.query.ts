import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { DrawRecord } from '../../domain/draw/draw-record.js';
import { inspectionFault } from '../../inspection-faults.js';
import { planFault } from '../../plan-faults.js';

/** Draws of an inspection. */
@Injectable()
export class InspectionDraws {
  constructor(private readonly store: Store) {}

  /** @throws Fault `inspection.drawNotFound`, `inspection.notDrawn` */
  async record(inspectionId: string, drawId: string): Promise<DrawRecord> {
    const [found] = await this.store.query<{ record: DrawRecord | null }>(
      'select d.record from inspection_draw i join draw d on d.id = i.draw_id where i.inspection_id = $1 and i.draw_id = $2',
      [inspectionId, drawId],
    );
    if (!found) throw planFault('drawNotFound');
    if (found.record === null) throw inspectionFault('notDrawn');
    return found.record;
  }
}
