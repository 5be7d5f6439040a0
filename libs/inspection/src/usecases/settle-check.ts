import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { Store } from '@ducha/store';
import { LookBack } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { inspectionFault } from '../inspection-faults.js';
import { type CheckRow, checkToMove, finishIfSettled, settle } from './look-back-rows.js';

/** What a checker found. */
export interface SettleCheckCommand {
  readonly id: string;
  readonly version: number;
  readonly on: 'confirm' | 'relapse';
  readonly words: string;
  readonly evidenceIds: readonly string[];
  readonly by: Actor;
}

/** The outcome of a check: its task is effective, or back for another round. Only whom the lots named says it. */
@Injectable()
export class SettleCheck {
  constructor(
    private readonly store: Store,
    private readonly lookBack: LookBack,
    private readonly evidence: EvidenceLinks,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `inspection.*`; `task.doerMayNotJudge` when the checker moved into the unit since; `evidence.notYours` */
  run({ id, version, on, words, evidenceIds, by }: SettleCheckCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { check, to } = await checkToMove(tx, { id, version, on });
      if (check.checkerId !== by.personId) throw inspectionFault('notYours');
      const taskVersion = await versionOf(tx, check);
      await this.lookBack.run({ taskId: check.taskId, version: taskVersion, on, words, by });
      await this.evidence.tie(tx, evidenceIds, { type: 'look_back_check', id }, check.taskId, by);
      await settle(tx, check, { to, words, reason: null, personId: by.personId });
      const finished = await finishIfSettled(tx, check.lookBackId);
      await this.audit.record(tx, {
        act: `look_back_check.${on}`,
        subject: { type: 'look_back_check', id },
        by,
        from: check.state,
        to,
        facts: { lookBackId: check.lookBackId, taskId: check.taskId, round: check.round, finished },
      });
    });
  }
}

async function versionOf(tx: EntityManager, { taskId, round }: CheckRow): Promise<number> {
  const [task] = await tx.query<{ version: number; round: number; state: string }[]>(
    'select version, round, state from task where id = $1 for update',
    [taskId],
  );
  if (task?.round !== round || task.state !== 'closed') throw inspectionFault('taskMovedOn');
  return task.version;
}
