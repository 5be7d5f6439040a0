import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { refuseStale } from '@ducha/http';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import { taskFault } from '../task-faults.js';
import { orderedReport, type ReportEvery } from '../domain/routine-report.js';
import { offendedUnits } from '../domain/township-lists.js';
import { Leaders } from './leaders.js';
import { Registering } from './registering.js';
import { TaskMoves } from './task-moves.js';
import { planOf, readTask } from './task-reading.js';

/** A principal's word on a proposed task. */
export interface ApproveTaskCommand {
  readonly taskId: string;
  readonly version: number;
  readonly decision: 'agree' | 'disagree';
  readonly words: string | null;
  readonly by: Actor;
}

/** The principal before whom a task lies, or his office in his name, registers it (同意) or gives it back as a draft (不同意). */
@Injectable()
export class ApproveTask {
  constructor(
    private readonly store: Store,
    private readonly leaders: Leaders,
    private readonly registering: Registering,
    private readonly moves: TaskMoves,
    private readonly notices: Notices,
  ) {}

  async run({ taskId, version, decision, words, by }: ApproveTaskCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const task = await readTask(tx, taskId);
      refuseStale(task, version);
      if (task.principalId === null && task.state === 'proposed') throw taskFault('notYourLeader');
      const leaderId = this.leaders.actingFor(by, task.principalId);
      const inNameOf = leaderId === by.personId ? null : leaderId;
      // he sees whom it goes to: what the townships' lists keep from them, his word gives them
      const lists = 'leave_to_principal';
      let decided: { unitIds?: readonly string[]; reportEvery?: ReportEvery | null } = {};
      if (decision === 'agree') {
        const plan = planOf(task);
        const agreed = task.state === 'proposed' ? await this.registering.changesFor(plan, by, { lists }) : undefined;
        await this.moves.make(tx, task, { on: 'approve', by, changes: agreed?.changes ?? {}, words, inNameOf });
        if (agreed)
          decided = {
            unitIds: offendedUnits(plan, agreed.facts),
            reportEvery: orderedReport(plan, agreed.facts.orderedReports),
          };
      } else await this.moves.make(tx, task, { on: 'turn_down', by, words, inNameOf });
      const silentWords = decision === 'agree' ? '同意' : '不同意';
      await this.leaders.sayWith(tx, by, {
        subject: { type: 'task', id: taskId },
        kind: decision === 'agree' ? 'order' : 'guidance',
        words,
        silentWords,
        ...decided,
      });
      const kind = decision === 'agree' ? 'task.approved' : 'task.turned_down';
      const readers = [...new Set([task.proposedBy ?? task.createdBy, task.caseOfficerId])].filter(
        (id) => id !== null && id !== by.personId,
      );
      await this.notices.tell(
        tx,
        readers.map((personId) => ({ kind, taskId, personId, dedupeKey: `${kind}:${taskId}:${version}:${personId}` })),
      );
    });
  }
}
