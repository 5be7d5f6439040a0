import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { Doer } from '../act-record.js';
import { Audit } from '../audit.js';
import { auditFault } from '../audit-faults.js';
import { type Anchor, anchorOf } from './verify-chain.js';

/** Hands out the chain's present end, and keeps what was handed out beside it. */
@Injectable()
export class ExportAnchor {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `audit.emptyChain` */
  async run(by: Doer): Promise<Anchor> {
    return this.store.transaction(async (tx) => {
      const anchor = await anchorOf(this.store);
      if (anchor === null) throw auditFault('emptyChain');
      const id = this.ids.next();
      await tx.query(
        `insert into audit_anchor (id, chain, seq, hash, exported_at) values ($1, $2, $3, decode($4, 'hex'), now())`,
        [id, anchor.chain, anchor.seq, anchor.hash],
      );
      const subject = { type: 'audit_anchor', id };
      await this.audit.record(tx, { act: 'audit.anchor', subject, by, facts: { seq: anchor.seq } });
      return anchor;
    });
  }
}
