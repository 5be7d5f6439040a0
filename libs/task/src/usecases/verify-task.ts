import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { EvidenceLinks } from '@ducha/evidence';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { TaskRow } from '../rows/task.row.js';
import { JudgeAssignments } from './judge-assignments.js';
import { Judges } from './judges.js';
import { TaskMoves } from './task-moves.js';
import { readTask, refuseParent, refuseSuspended, roundAssignments, taskStateAfter } from './task-reading.js';

/** Somebody's finding on an answered task. */
export interface VerifyTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly verdict: 'pass' | 'redo';
  readonly manner: 'desk' | 'on_site';
  readonly words: string;
  /** For a redo: the assignments that go back, the lead's among them. */
  readonly redoAssignmentIds: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly by: Actor;
}

/** Checks the claim of the lead (审核 / 现场核查): answered to verified, or back to under way. Only by somebody outside all doing units. */
@Injectable()
export class VerifyTask {
  constructor(
    private readonly store: Store,
    private readonly judges: Judges,
    private readonly moves: TaskMoves,
    private readonly assignments: JudgeAssignments,
    private readonly evidence: EvidenceLinks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run(command: VerifyTaskCommand): Promise<void> {
    const { taskId, version, verdict, manner, words, by } = command;
    const on = verdict === 'pass' ? 'verify' : 'redo';
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      taskStateAfter(task, on);
      await refuseParent(tx, task);
      refuseSuspended(task);
      await this.judges.refuseDoer(tx, taskId, by);
      const round = await roundAssignments(tx, task);
      const id = await this.record(tx, task, command);
      await this.evidence.tie(tx, command.evidenceIds, { type: 'verification', id }, taskId, by);
      if (verdict === 'redo')
        await this.assignments.redo(tx, round, { ids: command.redoAssignmentIds, verificationId: id, words, by });
      else await this.assignments.accept(tx, round, by);
      const changes = verdict === 'pass' ? { verifiedAt: () => 'now()' } : { answeredAt: null };
      await this.moves.make(tx, task, { on, by, changes, facts: { verificationId: id, manner }, words });
    });
  }

  private async record(
    tx: EntityManager,
    task: TaskRow,
    { verdict, manner, words, redoAssignmentIds, by }: VerifyTaskCommand,
  ): Promise<string> {
    const id = this.ids.next();
    await tx.query(
      `insert into verification (id, task_id, round, attempt, manner, verdict, words, redo_assignment_ids, verified_by, verified_at)
       values ($1, $2, $3, (select 1 + count(*)::int from verification where task_id = $2 and round = $3), $4, $5, $6, $7, $8, now())`,
      [id, task.id, task.round, manner, verdict, words, verdict === 'redo' ? redoAssignmentIds : [], by.personId],
    );
    return id;
  }
}
