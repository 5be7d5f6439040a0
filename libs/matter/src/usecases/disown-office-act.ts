import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import { CancelTask, DisownInstruction, openTaskStates } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { HandlingProposalRow } from '../rows/handling-proposal.row.js';
import type { MatterRow } from '../rows/matter.row.js';
import { MatterMoves } from './matter-moves.js';
import { lockMatter } from './matter-reading.js';

/** A leader does not stand by what his office entered in his name. */
export interface DisownOfficeActCommand {
  readonly instructionId: string;
  readonly by: Actor;
}

/** An open task of a matter, locked. */
interface OpenTask {
  readonly id: string;
  readonly version: number;
  /** The registration opened it; others of the matter are not touched. */
  readonly opened: boolean;
  /** No unit has signed and nothing hangs on it but what cancelling takes back. */
  readonly untouched: boolean;
}

const openTasksSql = `
  select t.id, t.version, coalesce(t.number = $2, false) as opened,
    t.state in ('registered', 'dispatched') and not exists (select 1 from task c where c.parent_id = t.id)
      and not exists (select 1 from assignment a where a.task_id = t.id and a.signed_at is not null) as untouched
  from task t where t.matter_id = $1 and t.state = any($3) order by t.id for update of t`;

const mindersSql = `
  select p.person_id as id from post p where p.role = 'bureau_head' and p.from_at <= now() and (p.to_at is null or p.to_at > now())
  union select unnest(array[t.case_officer_id, t.cover_officer_id]) from task t where t.id = $1`;

/** What the units and the timeline read of why the task ended. */
const reason = '代办意见未获领导认可，撤回立项。';

/**
 * Disowns the words, and undoes the registration that an office's agreement to a handling proposal caused: while no unit
 * has signed, the task is cancelled and the matter received again. Work under way goes on, marked, until the bureau decides.
 */
@Injectable()
export class DisownOfficeAct {
  constructor(
    private readonly store: Store,
    private readonly disownInstruction: DisownInstruction,
    private readonly cancelTask: CancelTask,
    private readonly moves: MatterMoves,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** @throws Fault `task.unknownInstruction`, `instructionNotYours`, `instructionDisowned` */
  async run({ instructionId, by }: DisownOfficeActCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      await this.disownInstruction.run({ instructionId, by });
      const agreed = await tx.findOneBy(HandlingProposalRow, { instructionId, decision: 'agree' });
      if (!agreed) return;
      const matter = await lockMatter(tx, agreed.matterId);
      await compareAndSet(tx, HandlingProposalRow, agreed, { decision: 'disowned' });
      const open = await tx.query<OpenTask[]>(openTasksSql, [matter.id, matter.number, openTaskStates]);
      const ended = open.filter(({ opened, untouched }) => opened && untouched);
      for (const { id: taskId, version } of ended) await this.cancelTask.run({ taskId, version, reason, by });
      for (const { id, opened, untouched } of open)
        if (opened && !untouched) await this.mark(tx, id, { instructionId, by });
      if (matter.state === 'registered' && ended.length === open.length)
        await this.takeBack(tx, matter, { instructionId, by });
    });
  }

  /** The number stays with the cancelled task; registered again, the matter takes the next one. */
  private async takeBack(
    tx: EntityManager,
    matter: MatterRow,
    { instructionId, by }: DisownOfficeActCommand,
  ): Promise<void> {
    const changes = { number: null, registeredAt: null, registeredBy: null };
    await this.moves.make(tx, matter, { on: 'disown', by, changes, facts: { instructionId, number: matter.number } });
  }

  private async mark(tx: EntityManager, taskId: string, { instructionId, by }: DisownOfficeActCommand): Promise<void> {
    const kind = 'task.basis_disowned';
    await this.audit.record(tx, { act: kind, subject: { type: 'task', id: taskId }, by, facts: { instructionId } });
    const persons = await tx.query<{ id: string | null }[]>(mindersSql, [taskId]);
    const notice = { kind, taskId, facts: { instructionId } };
    await this.notices.tell(
      tx,
      persons.map(({ id }) => ({ ...notice, dedupeKey: `${kind}:${instructionId}:${taskId}:${id}`, personId: id })),
    );
  }
}
