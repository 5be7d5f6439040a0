import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { extensibleStates } from '../domain/extension-lifecycle.js';
import { refusalToAsk } from '../domain/extension-rules.js';
import { ExtensionRooms, type RoomOfClock } from '../queries/extension-room.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { ExtensionRow } from '../rows/extension.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';
import { refuseDate } from './extension-dates.js';
import { TaskClocks } from './task-clocks.js';
import { TaskNotices } from './task-notices.js';
import { refuseSuspended } from './task-reading.js';

/** More time, why, what was done so far, and until when. */
export interface AskExtensionCommand {
  readonly assignmentId: string;
  readonly reason: string;
  readonly progress: string;
  readonly dueAt: Date;
  readonly by: Actor;
}

/** A unit asks for more time before its time is over (延期). From here until the decision no rung of it speaks. */
@Injectable()
export class AskExtension {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly rooms: ExtensionRooms,
    private readonly clocks: TaskClocks,
    private readonly notices: TaskNotices,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /**
   * Answers the request’s id.
   * @throws Fault `task.extensionTooLate` after expiry, `task.extensionUsedUp`, `task.extensionPending`, `task.extensionNotPossible`,
   *   `task.extensionNotLater`, `task.extensionTooLong` naming `dueAt`
   */
  run(command: AskExtensionCommand): Promise<string> {
    const { assignmentId, by } = command;
    return this.store.transaction(async (tx) => {
      await tx.query('select 1 from assignment where id = $1 for update', [assignmentId]);
      const { assignment, task } = await this.moves.read(tx, assignmentId);
      this.moves.refuseEnded(task);
      refuseSuspended(task);
      const room = await this.room(tx, assignment);
      refuseDate(room, command.dueAt);
      const id = this.ids.next();
      await this.insert(tx, id, task.id, command, room.dueAt);
      await this.audit.record(tx, {
        act: 'assignment.ask_extension',
        subject: { type: 'assignment', id: assignmentId },
        about: task.id,
        by,
        to: 'asked',
        facts: { extensionId: id, unitId: assignment.unitId, dueAt: command.dueAt.toISOString() },
        words: command.reason,
      });
      await this.clocks.follow(tx, [task.id], by);
      await this.notices.tell(tx, task, { kind: 'extension.asked', key: id, to: ['officers', 'bureau'], by });
      return id;
    });
  }

  private async room(tx: EntityManager, { id, state }: AssignmentRow): Promise<RoomOfClock> {
    if (!extensibleStates.includes(state)) throw taskFault('extensionNotPossible', { state });
    if (await tx.existsBy(ExtensionRow, { assignmentId: id, state: 'asked' })) throw taskFault('extensionPending');
    const room = (await this.rooms.of([id])).get(id);
    if (!room) throw taskFault('extensionNotPossible', { state });
    const refusal = refusalToAsk(room);
    if (refusal !== undefined)
      throw taskFault(refusal, { dueAt: room.dueAt, granted: room.granted, most: room.most, until: room.until });
    return room;
  }

  private async insert(
    tx: EntityManager,
    id: string,
    taskId: string,
    { assignmentId, reason, progress, dueAt, by }: AskExtensionCommand,
    dueBefore: Date,
  ): Promise<void> {
    await tx.query(
      `insert into extension (id, assignment_id, task_id, state, reason, progress, due_before, asked_due_at, asked_by, asked_at, version)
       values ($1, $2, $3, 'asked', $4, $5, $6, $7, $8, now(), 1)`,
      [id, assignmentId, taskId, reason, progress, dueBefore, dueAt, by.personId],
    );
  }
}
