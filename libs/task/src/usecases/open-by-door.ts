import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { orderedReport } from '../domain/routine-report.js';
import { offendedUnits } from '../domain/township-lists.js';
import { covers } from '../domain/mandate.js';
import { missing } from '../domain/task-plan.js';
import type { OpenedTaskView } from '../http/opened-task.view.js';
import { type OpeningFacts, OpeningFactsQuery } from '../queries/opening-facts.query.js';
import { leaderBehind } from '../queries/task-actions.js';
import type { InstructionRow } from '../rows/instruction.row.js';
import { taskFault } from '../task-faults.js';
import { Leaders } from './leaders.js';
import type { NewTask, OpenedTasks, OpenTasksCommand, RegisteredBy } from './new-task.js';
import { OpenTasks } from './open-tasks.js';
import { ParentTasks } from './parent-tasks.js';
import { TaskNotices } from './task-notices.js';

/** By which door tasks come in, and what is said with it. */
export interface ThroughDoor {
  readonly door: 'draft' | 'instruct' | 'mandate';
  /** Needed for the door `mandate`. */
  readonly mandateId: string | null;
  /** The leader's words, kept as an instruction on each task; door `instruct` only. */
  readonly instruction: { readonly kind: InstructionRow['kind']; readonly words: string } | null;
  readonly dispatch: boolean;
  readonly by: Actor;
}

/**
 * Opens tasks through a door: as drafts, by a leader's instruction, or under a standing mandate. All or none. A leader may
 * leave title, lead or date empty: then the task stays a draft in the leader's name, and the office and the bureau are told
 * to complete and propose it.
 */
@Injectable()
export class OpenByDoor {
  constructor(
    private readonly store: Store,
    private readonly facts: OpeningFactsQuery,
    private readonly tasks: OpenTasks,
    private readonly leaders: Leaders,
    private readonly parents: ParentTasks,
    private readonly notices: TaskNotices,
  ) {}

  /**
   * @param given tasks of one kind under one parent and principal; they differ in what they want of whom
   * @throws Fault with the place of the task in `index` when anything about a plan is wrong
   */
  async run(given: readonly NewTask[], through: ThroughDoor): Promise<readonly OpenedTaskView[]> {
    return this.store.transaction(async (tx) => {
      const { by, door } = through;
      const { command, facts, parentId, incomplete } = await this.commandOf(tx, given, through);
      const { opened, skipped } = await this.tasks.run(command, facts);
      if (skipped[0]) throw skipped[0].fault;
      if (parentId !== null) await this.parents.joined(tx, parentId, by);
      await this.say(tx, opened, command.tasks, through, facts);
      await this.tell(tx, opened, command.tasks, { by, door, incomplete });
      return opened;
    });
  }

  /**
   * Judges by the same rules and writes nothing, not even a number.
   * @returns the refusal of each task that would keep all of them from being opened
   * @throws Fault when the door is closed to all of them alike
   */
  rehearse(given: readonly NewTask[], through: ThroughDoor): Promise<OpenedTasks['skipped']> {
    return this.store.transaction(async (tx) => {
      const { command, facts } = await this.commandOf(tx, given, through);
      return (await this.tasks.run({ ...command, dryRun: true }, facts)).skipped;
    });
  }

  private async commandOf(tx: EntityManager, given: readonly NewTask[], through: ThroughDoor) {
    const { by, door, mandateId } = through;
    const tasks = given.map((task) => ({ ...task, principalId: this.principalOf(task, through) }));
    const parentId = tasks[0]?.parentId ?? null;
    if (parentId !== null) await this.parents.refuseUnsplittable(tx, parentId);
    const facts = await this.facts.of(tasks, mandateId);
    const incomplete = door === 'instruct' && tasks.some((task) => missing(task, 'dispatched').length > 0);
    const registeredBy = incomplete ? null : authorityOf(tasks, through, facts);
    if (through.dispatch && !registeredBy && !incomplete) throw taskFault('registrationNeeded');
    const inNameOf = door === 'instruct' && by.role === 'leader_office' ? by.servesPersonId : null;
    const command: OpenTasksCommand = {
      tasks,
      registeredBy,
      dispatch: through.dispatch && !incomplete,
      by,
      inNameOf,
      namedByPrincipal: door === 'instruct',
    };
    return { command, facts, parentId, incomplete };
  }

  private principalOf(task: NewTask, { door, by }: ThroughDoor): string | null {
    return door === 'instruct' ? this.leaders.actingFor(by, task.principalId) : (task.principalId ?? leaderBehind(by));
  }

  private async say(
    tx: EntityManager,
    opened: readonly OpenedTaskView[],
    tasks: readonly NewTask[],
    { door, by, instruction }: ThroughDoor,
    facts: OpeningFacts,
  ): Promise<void> {
    if (door !== 'instruct') return;
    for (const [at, { id }] of opened.entries()) {
      const task = tasks[at];
      const silentWords = task?.title || '交办';
      const unitIds = task ? offendedUnits(task, facts) : [];
      const reportEvery = task ? orderedReport(task, facts.orderedReports) : null;
      const { kind, words } = instruction ?? { kind: 'order' as const, words: null };
      await this.leaders.sayWith(tx, by, {
        subject: { type: 'task', id },
        kind,
        words,
        silentWords,
        unitIds,
        reportEvery,
      });
    }
  }

  /** A dispatched task's people are told with its delivery; a draft that nobody waits for concerns nobody. */
  private async tell(
    tx: EntityManager,
    opened: readonly OpenedTaskView[],
    tasks: readonly NewTask[],
    { by, door, incomplete }: { by: Actor; door: ThroughDoor['door']; incomplete: boolean },
  ): Promise<void> {
    if (door === 'draft') return;
    for (const [at, { id, state, caseOfficerId }] of opened.entries()) {
      const task = tasks[at];
      if (!task || state === 'dispatched') continue;
      const told = { ...task, id, round: 1, caseOfficerId, coverOfficerId: null };
      if (incomplete)
        await this.notices.tell(tx, told, {
          kind: 'task.to_complete',
          key: 'opened',
          to: ['office', 'bureau', 'officers'],
          by,
        });
      else
        await this.notices.tell(tx, told, {
          kind: 'task.registered',
          key: 'opened',
          to: ['officers', 'bureau', 'leadLeader'],
          by,
        });
    }
  }
}

function authorityOf(
  tasks: readonly NewTask[],
  { door, mandateId }: ThroughDoor,
  { mandate }: OpeningFacts,
): RegisteredBy | null {
  if (door === 'draft') return null;
  if (door === 'instruct') return { door: 'instruction', recordId: null };
  if (!tasks.every((task) => covers(mandate, task)))
    throw taskFault('mandateNotInForce', {}, [
      { path: 'mandateId', message: 'does not cover this task', constraint: 'mandate' },
    ]);
  return { door: 'mandate', recordId: mandateId };
}
