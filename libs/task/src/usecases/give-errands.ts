import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { mayGiveErrand, mostErrands } from '../domain/errand-lifecycle.js';
import { staffOf } from '../queries/errands.query.js';
import type { AssignmentRow } from '../rows/assignment.row.js';
import { taskFault } from '../task-faults.js';
import { AssignmentMoves } from './assignment-moves.js';

/** What is given, and to whom. */
export interface GiveErrandsCommand {
  readonly assignmentId: string;
  readonly personIds: readonly string[];
  readonly note: string;
  readonly innerDueAt?: string | undefined;
  readonly by: Actor;
}

/** Head or liaison give the unit's assignment to members of staff of their own sub-tree. */
@Injectable()
export class GiveErrands {
  constructor(
    private readonly store: Store,
    private readonly moves: AssignmentMoves,
    private readonly audit: Audit,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `task.errandRefused`, `task.notYourStaff`, `task.errandInHand`, `task.innerDueTooLate` */
  run(command: GiveErrandsCommand): Promise<void> {
    const { assignmentId, personIds, note, innerDueAt = null, by } = command;
    return this.store.transaction(async (tx) => {
      // two who give at once meet here: the second sees what the first gave
      await tx.query('select 1 from assignment where id = $1 for update', [assignmentId]);
      const { assignment, task } = await this.moves.read(tx, assignmentId);
      this.moves.refuseEnded(task);
      if (!mayGiveErrand(assignment.state)) throw taskFault('errandRefused', { state: assignment.state });
      await this.refuseUnfit(tx, assignment, command);
      const rows = personIds.map((personId) => ({ id: this.ids.next(), personId }));
      await tx.query(
        `insert into errand (id, assignment_id, person_id, note, inner_due_at, state, given_by, given_at, version)
         select g.id, $2, g."personId", $3, $4, 'given', $5, now(), 1 from jsonb_to_recordset($1::jsonb) as g(id uuid, "personId" uuid)`,
        [JSON.stringify(rows), assignmentId, note, innerDueAt, by.personId],
      );
      const acts = rows.map(({ id, personId }) => ({
        act: 'errand.give',
        subject: { type: 'assignment', id: assignmentId },
        about: task.id,
        by,
        facts: { errandId: id, personId, unitId: assignment.unitId, innerDueAt },
        words: note,
      }));
      await this.audit.record(tx, ...acts);
      const notice = { kind: 'errand.given', assignmentId, taskId: task.id };
      await this.notices.tell(
        tx,
        rows
          .filter(({ personId }) => personId !== by.personId)
          .map(({ id, personId }) => ({ ...notice, personId, dedupeKey: `errand.given:${id}` })),
      );
    });
  }

  private async refuseUnfit(
    tx: EntityManager,
    assignment: AssignmentRow,
    { personIds, innerDueAt, by }: GiveErrandsCommand,
  ): Promise<void> {
    const path = 'personIds';
    const staff = await staffOf(tx, by, personIds);
    if (staff.length !== personIds.length)
      throw taskFault('notYourStaff', {}, [{ path, message: 'is none of your unit’s people', constraint: 'ownStaff' }]);
    const [now] = await tx.query<{ held: boolean; inHand: number; past: boolean }[]>(
      `select exists (select 1 from errand e where e.assignment_id = $1 and e.person_id = any($2::uuid[]) and e.state <> 'recalled') as held,
         (select count(*)::int from errand e where e.assignment_id = $1 and e.state <> 'recalled') as "inHand", coalesce($3::timestamptz <= now(), false) as past`,
      [assignment.id, personIds, innerDueAt ?? null],
    );
    if (now?.held || (now?.inHand ?? 0) + personIds.length > mostErrands)
      throw taskFault('errandInHand', { most: mostErrands }, [{ path, message: 'has it already', constraint: 'once' }]);
    const isLate = innerDueAt !== undefined && assignment.dueAt !== null && new Date(innerDueAt) > assignment.dueAt;
    if (now?.past || isLate)
      throw taskFault('innerDueTooLate', {}, [
        { path: 'innerDueAt', message: 'lies between now and the assignment’s date', constraint: 'innerDue' },
      ]);
  }
}
