import { Inject, Injectable } from '@nestjs/common';
import type { Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Outbox } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { chunksFor, type Share } from '../domain/shares.js';
import { deliveryBell } from '../jobs/delivery-bell.js';
import { assignmentInsert, dispatchInsert, sharesJson } from './assignment-sql.js';

const sendSql = `with sent as (${dispatchInsert('$2', '$3', '$4', '$5')}) ${assignmentInsert('$1', '$2')}`;

/** Makes assignments, queued, and rings for their delivery. The tasks' own moves and audit rows are the use case's. */
@Injectable()
export class SendOut {
  constructor(
    private readonly outbox: Outbox,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id of the dispatch that carries the shares; null when there are none. */
  async run(tx: EntityManager, shares: readonly Share[], by: Doer): Promise<string | null> {
    if (shares.length === 0) return null;
    const dispatchId = this.ids.next();
    const chunks = chunksFor(shares.length);
    await tx.query(sendSql, [sharesJson(shares), dispatchId, chunks, shares.length, by.personId]);
    await this.outbox.add(tx, deliveryBell(dispatchId, shares.length));
    return dispatchId;
  }
}
