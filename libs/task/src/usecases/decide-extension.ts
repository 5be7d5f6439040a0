import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { extensionLifecycle, mayDecideExtension } from '../domain/extension-lifecycle.js';
import { ExtensionRooms, type RoomOfClock } from '../queries/extension-room.js';
import { ExtensionRow } from '../rows/extension.row.js';
import { taskFault } from '../task-faults.js';
import { refuseDate } from './extension-dates.js';
import { Judges } from './judges.js';
import { ShareDates } from './share-dates.js';
import { TaskClocks } from './task-clocks.js';

/** What becomes of a request for more time. */
export interface DecideExtensionCommand {
  readonly assignmentId: string;
  readonly extensionId: string;
  readonly version: number;
  readonly decision: 'grant' | 'refuse';
  /** Another date than the one that was asked for; null: as asked. */
  readonly dueAt: Date | null;
  readonly words: string | null;
  readonly by: Actor;
}

/** Another person than who asked grants more time or refuses it. What the decision took is not the unit’s time. */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly store: Store,
    private readonly rooms: ExtensionRooms,
    private readonly judges: Judges,
    private readonly dates: ShareDates,
    private readonly clocks: TaskClocks,
    private readonly notices: Notices,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws Fault `task.extensionNotFound`, `task.extensionMoveRefused`, `task.extensionOwnRequest`, `task.doerMayNotJudge`,
   *   `task.extensionWordsMissing`, `task.extensionNotLater`, `task.extensionTooLong`, `http.preconditionFailed`
   */
  run(command: DecideExtensionCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const seen = await readExtension(tx, command.assignmentId, command.extensionId);
      const to = await this.judged(tx, seen, command);
      const room = (await this.rooms.of([seen.assignmentId])).get(seen.assignmentId);
      if (!room) throw taskFault('extensionMoveRefused', { from: seen.state, on: command.decision });
      const granted = command.decision === 'grant' ? (command.dueAt ?? seen.askedDueAt) : null;
      if (granted) refuseDate(room, granted);
      const { words, by } = command;
      await compareAndSet(tx, ExtensionRow, seen, {
        state: to,
        decidedBy: by.personId,
        decidedWords: words,
        grantedDueAt: granted,
        endedAt: () => 'now()',
      });
      await this.move(tx, seen, room, granted);
      await this.clocks.follow(tx, [seen.taskId], by, granted ? 'extension' : 'waiting');
      await this.record(tx, seen, granted, command);
    });
  }

  private async judged(tx: EntityManager, seen: ExtensionRow, command: DecideExtensionCommand) {
    const { version, decision, dueAt, words, by } = command;
    if (!mayDecideExtension(seen, by)) throw taskFault('extensionOwnRequest');
    const { outside, bureauIsDoing } = await this.judges.relation(tx, seen.taskId, by);
    if (!outside && !bureauIsDoing) throw taskFault('doerMayNotJudge');
    refuseStale(seen, version);
    const to = nextState(extensionLifecycle, seen.state, decision);
    if (to === undefined) throw taskFault('extensionMoveRefused', { from: seen.state, on: decision });
    if (words === null && (decision === 'refuse' || dueAt !== null))
      throw taskFault('extensionWordsMissing', {}, [{ path: 'words', message: 'is wanted', constraint: 'required' }]);
    return to;
  }

  /** A granted date replaces the one that runs; a refused unit is not made late by what the decision took. */
  private async move(tx: EntityManager, seen: ExtensionRow, room: RoomOfClock, granted: Date | null): Promise<void> {
    if (granted) await this.dates.set(tx, seen.assignmentId, granted);
    else if (room.dueAt <= room.now) await this.dates.afterWaiting(tx, seen.assignmentId, room.now);
  }

  private async record(
    tx: EntityManager,
    { id, assignmentId, taskId, state }: ExtensionRow,
    granted: Date | null,
    { decision, words, by }: DecideExtensionCommand,
  ): Promise<void> {
    await this.audit.record(tx, {
      act: `assignment.${decision}_extension`,
      subject: { type: 'assignment', id: assignmentId },
      about: taskId,
      by,
      from: state,
      to: granted ? 'granted' : 'refused',
      facts: { extensionId: id, ...(granted && { dueAt: granted.toISOString() }) },
      words,
    });
    const [unit] = await tx.query<{ unitId: string }[]>('select unit_id as "unitId" from assignment where id = $1', [
      assignmentId,
    ]);
    const notice = { kind: granted ? 'extension.granted' : 'extension.refused', assignmentId, taskId };
    await this.notices.tell(tx, [{ ...notice, unitId: unit?.unitId ?? null, dedupeKey: `extension.decided:${id}` }]);
  }
}

/** The request, locked. @throws Fault `task.extensionNotFound` */
export async function readExtension(tx: EntityManager, assignmentId: string, id: string): Promise<ExtensionRow> {
  await tx.query('select 1 from assignment where id = $1 for update', [assignmentId]);
  const seen = await tx.findOneBy(ExtensionRow, { id, assignmentId });
  if (!seen) throw taskFault('extensionNotFound');
  return seen;
}
