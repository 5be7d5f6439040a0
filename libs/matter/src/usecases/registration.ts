import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import type { ImportanceDegree } from '@ducha/deadline';
import { Store } from '@ducha/store';
import { emptyTask, type NewTask, type OpenedTaskView, OpenTasks, type RegisteredBy } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { matterFault } from '../matter-faults.js';
import { dutiesFor, type Duty } from '../queries/duties.js';
import { refuseWrongNames } from '../queries/named-in-plan.js';
import type { MatterRow } from '../rows/matter.row.js';
import { MatterMoves } from './matter-moves.js';
import { lockMatter } from './matter-reading.js';

/** What the act says of the task; the rest comes from the matter and the duty register. */
export interface TaskDraft {
  readonly title?: string;
  readonly demand?: string;
  readonly leadUnitId?: string | null;
  readonly assistUnitIds?: readonly string[];
  readonly dueAt?: Date | null;
  readonly leadLeaderId?: string | null;
  readonly importance?: ImportanceDegree;
}

/** The registration of one matter. */
export interface Registering {
  /** By which door; the caller has checked the authority. */
  readonly through: RegisteredBy;
  readonly draft: TaskDraft;
  /** To whom the result goes back, when a principal asked. */
  readonly principalId: string | null;
  /** Sends it out in the same act; it then needs a lead and a date. */
  readonly dispatch: boolean;
  readonly by: Actor;
  readonly inNameOf?: string | null;
  readonly words?: string | null;
}

/** Registers a matter (立项): its number, and its task under the same number. */
@Injectable()
export class Registration {
  constructor(
    private readonly store: Store,
    private readonly moves: MatterMoves,
    private readonly openTasks: OpenTasks,
  ) {}

  /** @throws Fault `matter.moveRefused`; `task.*` when the task may not be opened or sent */
  async run(tx: EntityManager, seen: MatterRow, registering: Registering): Promise<OpenedTaskView> {
    const { through, draft, dispatch, by, inNameOf = null, words = null } = registering;
    if (seen.restricted) throw matterFault('restrictedWay');
    await refuseWrongNames(this.store, { ...draft }, 'task.');
    const changes = { registeredBy: by.personId, ...(through.door === 'mandate' && { mandateId: through.recordId }) };
    const facts = { door: through.door, recordId: through.recordId, ...(inNameOf !== null && { inNameOf }) };
    await this.moves.make(tx, seen, { on: 'register', by, changes, facts });
    const { number } = await lockMatter(tx, seen.id);
    const task = await this.taskOf({ ...seen, number }, registering);
    const { opened, skipped } = await this.openTasks.run({
      tasks: [task],
      registeredBy: through,
      dispatch,
      by,
      inNameOf,
      words,
    });
    const [refused] = skipped;
    if (refused) throw refused.fault;
    const [view] = opened;
    if (!view) throw new Error('a task was neither opened nor refused');
    return view;
  }

  private async taskOf(matter: MatterRow, { draft, principalId }: Registering): Promise<NewTask> {
    const duty = draft.leadUnitId === undefined ? await this.dutyOf(matter.category) : undefined;
    return {
      ...emptyTask,
      kind: matter.kind,
      category: matter.category,
      matterId: matter.id,
      number: matter.number,
      title: draft.title ?? matter.title,
      demand: draft.demand ?? matter.body,
      leadUnitId: draft.leadUnitId ?? duty?.leadUnitId ?? null,
      assistUnitIds: draft.assistUnitIds ?? duty?.assistUnitIds ?? [],
      ...(draft.importance && { importance: draft.importance }),
      dueAt: draft.dueAt ?? null,
      leadLeaderId: draft.leadLeaderId ?? null,
      principalId,
    };
  }

  private async dutyOf(category: string | null): Promise<Duty | undefined> {
    return category === null ? undefined : (await dutiesFor(this.store, [category])).get(category);
  }
}
