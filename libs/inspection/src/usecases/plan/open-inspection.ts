import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Numbers, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { planFault } from '../../plan-faults.js';
import { clashesOf, type ClashRow } from '../../queries/plan/clashes.js';
import { planOf } from '../../queries/plan/plan-rows.js';
import type { InspectionCommand } from './draft-inspection.js';
import { inspectionNumber } from './inspection-number.js';
import { type InspectionRow, inspectionToMove, moveInspection } from './inspection-rows.js';
import { refuseUnfinishedPlan } from './refuse-plan.js';

/** The two doors of L06. Nothing else makes an inspection planned. */
@Injectable()
export class OpenInspection {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly numbers: Numbers,
  ) {}

  /** Approves what another person proposed. @throws Fault `inspection.ownProposal`, `clash`, `periodOver`, `moveRefused` */
  approve(command: InspectionCommand, words: string | null): Promise<void> {
    return this.open(command, 'approve', words);
  }

  /** A principal's own instruction. @throws as `approve`, and `inspection.planIncomplete` */
  instruct(command: InspectionCommand, words: string | null): Promise<void> {
    return this.open(command, 'instruct', words);
  }

  private open(
    { id, version, by }: InspectionCommand,
    on: 'approve' | 'instruct',
    words: string | null,
  ): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await inspectionToMove(tx, { id, version, on });
      if (on === 'approve' && row.proposedBy === by.personId) throw planFault('ownProposal');
      await refuseUnfinishedPlan(tx, await planOf(tx, id));
      await refuseOverOrClashing(tx, row);
      const number = await inspectionNumber(tx, this.numbers);
      await tx.query(`update inspection set door = $2, number = $3, opened_by = $4, opened_at = now() where id = $1`, [
        id,
        on === 'approve' ? 'proposal' : 'instruction',
        number,
        by.personId,
      ]);
      await moveInspection(tx, id, to);
      await this.record(tx, { id, on, from: row.state, to, by, words });
    });
  }

  private record(
    tx: EntityManager,
    {
      id,
      on,
      from,
      to,
      by,
      words,
    }: { id: string; on: string; from: string; to: string; by: Actor; words: string | null },
  ): Promise<void> {
    return this.audit.record(tx, { act: `inspection.${on}`, subject: { type: 'inspection', id }, by, from, to, words });
  }
}

/** Two who open at the same moment wait for each other: the later one sees the earlier. @throws Fault `inspection.periodOver`, `inspection.clash` */
export async function refuseOverOrClashing(tx: EntityManager, row: InspectionRow): Promise<void> {
  refuseOver(row);
  const clashes = await clashesAt(tx, row.id);
  if (clashes.length > 0) throw clashFault(clashes);
}

/** @throws Fault `inspection.periodOver` */
export function refuseOver({ toOn, today }: Pick<InspectionRow, 'toOn' | 'today'>): void {
  if (toOn === null || toOn < today)
    throw planFault('periodOver', {}, [{ path: 'toOn', message: 'lies behind', constraint: 'future' }]);
}

/** What an inspection meets at this moment, while nobody else opens one. */
export async function clashesAt(tx: EntityManager, id: string): Promise<ClashRow[]> {
  await lockClashes(tx);
  return clashesOf(tx, id);
}

/** From here to the end of the transaction nobody else opens an inspection. */
export async function lockClashes(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('ducha.inspection.clash'))`);
}

/** The refusal that names whom it meets. */
export const clashFault = (clashes: readonly ClashRow[]): Error =>
  planFault('clash', { clashes: clashes.map(({ inspectionId, unitId }) => ({ inspectionId, unitId })) });
