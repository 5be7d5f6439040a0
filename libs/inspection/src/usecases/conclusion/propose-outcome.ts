import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids, nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import {
  type OutcomeEvent,
  type OutcomeKind,
  outcomeLifecycle,
  type OutcomeState,
} from '../../domain/conclusion/outcome-lifecycle.js';
import { conclusionFault } from '../../conclusion-faults.js';
import { personsBehind, refuseRecusedBehind } from '../finding/persons-behind.js';
import type { ConclusionCommand } from './check-facts.js';

/** What is proposed about a unit after an inspection. */
export interface NewOutcome {
  readonly inspectionId: string;
  readonly conclusionId: string | null;
  readonly unitId: string;
  readonly kind: OutcomeKind;
  readonly words: string;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly inspectionId: string;
  readonly kind: OutcomeKind;
  readonly state: OutcomeState;
  readonly proposedBy: string;
}

/** Praise, criticism and accountability (L16): proposed, and nothing more until a principal who did not propose it approves. */
@Injectable()
export class ProposeOutcome {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `conclusion.unknownUnit`; `conclusion.notFound` naming `conclusionId`; `inspection.recused` */
  run({ inspectionId, conclusionId, unitId, kind, words }: NewOutcome, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const objects = await tx.query<unknown[]>(
        'select 1 from inspection_object where inspection_id = $1 and unit_id = $2',
        [inspectionId, unitId],
      );
      if (objects.length === 0) throw conclusionFault('unknownUnit', {}, [at('unitId')]);
      await refuseRecusedBehind(tx, by, unitId);
      const known = await tx.query<unknown[]>(
        `select 1 from conclusion where id = $1 and inspection_id = $2 and unit_id = $3 and state in ('issued', 'served', 'final')`,
        [conclusionId, inspectionId, unitId],
      );
      if (conclusionId !== null && known.length === 0) throw conclusionFault('notFound', {}, [at('conclusionId')]);
      const id = this.ids.next();
      await tx.query(
        `insert into outcome_proposal (id, inspection_id, conclusion_id, unit_id, kind, words, state, proposed_by, proposed_at, version)
         values ($1, $2, $3, $4, $5, $6, 'proposed', $7, now(), 1)`,
        [id, inspectionId, conclusionId, unitId, kind, words, by.personId],
      );
      await this.note(tx, { id, on: 'propose', about: inspectionId, by, to: 'proposed', facts: { kind, unitId } });
      return id;
    });
  }

  /** @throws Fault `conclusion.outcomeNotFound`, moveRefused, proposerMayNotDecide */
  decide({
    id,
    version,
    on,
    words,
    by,
  }: ConclusionCommand & { readonly on: 'approve' | 'refuse'; readonly words: string | null }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await toMove(tx, { id, version, on });
      if (personsBehind(by).includes(row.proposedBy)) throw conclusionFault('proposerMayNotDecide');
      await tx.query(
        'update outcome_proposal set state = $2, decided_by = $3, decided_at = now(), decided_words = $4, version = version + 1 where id = $1',
        [...[id, to, by.personId, words]],
      );
      await this.note(tx, { id, on, about: row.inspectionId, by, from: row.state, to, facts: { kind: row.kind } });
    });
  }

  /** Accountability is the competent organ’s to pursue. @throws Fault `conclusion.onlyAccountability`, moveRefused */
  handOver({
    id,
    version,
    toOrgan,
    receiptNo,
    by,
  }: ConclusionCommand & { readonly toOrgan: string; readonly receiptNo: string | null }): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { row, to } = await toMove(tx, { id, version, on: 'hand_over' });
      if (row.kind !== 'accountability') throw conclusionFault('onlyAccountability');
      await tx.query(
        'update outcome_proposal set state = $2, to_organ = $3, receipt_no = $4, handed_at = now(), version = version + 1 where id = $1',
        [...[id, to, toOrgan, receiptNo]],
      );
      await this.note(tx, {
        id,
        on: 'hand_over',
        about: row.inspectionId,
        by,
        from: row.state,
        to,
        facts: { kind: row.kind },
      });
    });
  }

  private note(
    tx: EntityManager,
    {
      id,
      on,
      about,
      by,
      from = null,
      to,
      facts,
    }: {
      id: string;
      on: string;
      about: string;
      by: Actor;
      from?: string | null;
      to: string;
      facts: Record<string, string>;
    },
  ): Promise<void> {
    return this.audit.record(tx, {
      act: `outcome_proposal.${on}`,
      subject: { type: 'outcome_proposal', id },
      about,
      by,
      from,
      to,
      facts,
    });
  }
}

const at = (path: string) => ({ path, message: 'is not known', constraint: 'known' });

async function toMove(
  tx: EntityManager,
  { id, version, on }: { id: string; version: number; on: OutcomeEvent },
): Promise<{ row: Row; to: OutcomeState }> {
  const [row] = await tx.query<Row[]>(
    'select id, version, inspection_id as "inspectionId", kind, state, proposed_by as "proposedBy" from outcome_proposal where id = $1 for update',
    [id],
  );
  if (!row) throw conclusionFault('outcomeNotFound');
  refuseStale(row, version);
  const to = nextState(outcomeLifecycle, row.state, on);
  if (to === undefined) throw conclusionFault('moveRefused', { from: row.state, on });
  return { row, to };
}
