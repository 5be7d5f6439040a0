import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { findingFault } from '../../finding-faults.js';
import { authorsOf, evidenceOf, type FindingRow, findingToMove } from '../../queries/finding/finding-rows.js';
import { personsBehind, refuseRecusedBehind } from './persons-behind.js';

/** A change of one finding. */
export interface FindingCommand {
  readonly id: string;
  readonly version: number;
  readonly by: Actor;
}

/**
 * A second person confirms a finding: none of its authors, also not under a delegation. Where the author stepped back from the
 * visit afterwards, two others must.
 */
@Injectable()
export class ConfirmFinding {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `finding.authorMayNotConfirm`, confirmedOnce, noEvidence, moveRefused; `inspection.recused` */
  run({ id, version, by }: FindingCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { finding, to } = await findingToMove(tx, { id, version, on: 'confirm' });
      const authors = await authorsOf(tx, finding);
      if (personsBehind(by).some((person) => authors.includes(person))) throw findingFault('authorMayNotConfirm');
      if (personsBehind(by).some((person) => person === finding.firstConfirmerId)) throw findingFault('confirmedOnce');
      await refuseRecusedBehind(tx, by, finding.unitId);
      if ((await evidenceOf(tx, id)) === 0) throw findingFault('noEvidence');
      const isHalf = finding.firstConfirmerId === null && (await needsTwo(tx, finding));
      await tx.query(isHalf ? halfSql : confirmSql, isHalf ? [id, by.personId] : [id, by.personId, to]);
      await this.audit.record(tx, {
        act: isHalf ? 'finding.confirm_first' : 'finding.confirm',
        subject: { type: 'finding', id },
        about: finding.inspectionId,
        by,
        from: finding.state,
        to: isHalf ? finding.state : to,
      });
    });
  }
}

const halfSql = 'update finding set first_confirmer_id = $2, version = version + 1 where id = $1';
const confirmSql =
  'update finding set confirmer_id = $2, confirmed_at = now(), state = $3, version = version + 1 where id = $1';

async function needsTwo(tx: EntityManager, { visitId, authorId }: FindingRow): Promise<boolean> {
  const back = await tx.query<unknown[]>('select 1 from visit_recusal where visit_id = $1 and person_id = $2', [
    visitId,
    authorId,
  ]);
  return back.length > 0;
}
