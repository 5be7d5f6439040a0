import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import type { EntityManager } from 'typeorm';
import { InspectionNotices } from '../conclusion/inspection-notices.js';

/** What every act on a review needs: ids, the record, and whom it tells. */
@Injectable()
export class ReviewRecord {
  constructor(
    readonly notices: InspectionNotices,
    private readonly audit: Audit,
    @Inject(IDS) readonly ids: Ids,
  ) {}

  note(
    tx: EntityManager,
    {
      id,
      on,
      by,
      from,
      to,
      facts,
    }: {
      id: string;
      on: string;
      by: Actor;
      from: string | null;
      to: string;
      facts: Record<string, string | number | boolean | null>;
    },
  ): Promise<void> {
    return this.audit.record(tx, { act: `review.${on}`, subject: { type: 'review', id }, by, from, to, facts });
  }
}
