import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams, unitRoles } from '@ducha/access';
import { EvidenceLinks } from '@ducha/evidence';
import { Store } from '@ducha/store';
import { nextActionOf } from '../domain/next-action.js';
import type { TaskView } from '../http/task.view.js';
import { taskFault } from '../task-faults.js';
import { AssignmentPapers } from './assignment-papers.query.js';
import { Doings } from './doings.query.js';
import { UnitInbox } from './inbox.query.js';
import { type LedgerFacts, ledgerFactsOf } from './ledger-facts.js';
import { ledgerRowOf, personRef } from './ledger-row.js';
import { TaskBriefs } from './task-briefs.query.js';
import { TaskPapers } from './task-papers.query.js';

/** Everything about one task, as far as the reader may see it: a unit reads its own share, the lead also its assists'. */
@Injectable()
export class TaskPage {
  constructor(
    private readonly store: Store,
    private readonly inbox: UnitInbox,
    private readonly briefs: TaskBriefs,
    private readonly papers: TaskPapers,
    private readonly unitPapers: AssignmentPapers,
    private readonly evidence: EvidenceLinks,
    private readonly doings: Doings,
  ) {}

  /** @throws Fault `task.notFound` also when the reader may not know of it */
  async of(id: string, by: Actor): Promise<TaskView> {
    const facts = await this.facts(id, by);
    const assignments = await this.inbox.ofTask(id, by);
    const doing = await this.doings.of([id], by);
    const row = ledgerRowOf(facts, doing(id), by);
    const kinds = await this.papers.kindsOf(id);
    const visibleUnits = unitRoles.includes(by.role) ? [...new Set(assignments.map(({ unit }) => unit.id))] : null;
    return {
      ...row,
      demand: facts.demand,
      importance: facts.importance,
      round: facts.round,
      cover: personRef(facts.coverId, facts.coverName),
      createdBy: { id: facts.createdBy, name: facts.createdByName ?? '' },
      createdAt: facts.createdAt,
      registeredAt: facts.registeredAt,
      suspendedAt: facts.suspendedAt,
      reportEvery: facts.reportEvery,
      reportWhy: facts.reportWhy,
      reportBy: personRef(facts.reportBy, facts.reportByName),
      parent: await this.briefs.one(facts.parentId, by),
      children: kinds.has('children') ? await this.briefs.childrenOf(id, by) : [],
      rollUp: { total: facts.children, closed: facts.children - facts.openChildren },
      assignments,
      answers: kinds.has('answers') ? await this.answers(id, assignments, visibleUnits) : [],
      verifications: kinds.has('verifications') ? await this.papers.verifications(id) : [],
      presentation: kinds.has('presentation') ? await this.papers.presentation(id) : null,
      instructions: kinds.has('instructions') ? await this.papers.instructions(id) : [],
      suspensions: kinds.has('suspensions') ? await this.papers.suspensions(id) : [],
      corrections: kinds.has('corrections') ? await this.papers.corrections(id) : [],
      evidence: (await this.evidence.about(id)).filter(({ subjectType }) => subjectType === 'task'),
      nextAction: nextActionOf(
        row.actions,
        assignments.flatMap(({ actions }) => actions),
      ),
    };
  }

  private async answers(
    id: string,
    assignments: TaskView['assignments'],
    visibleUnits: readonly string[] | null,
  ): Promise<TaskView['answers']> {
    const shown = new Set(assignments.map(({ id: assignmentId }) => assignmentId));
    const answers = await this.unitPapers.answersOf(id, visibleUnits);
    return answers.filter(({ assignmentId }) => visibleUnits === null || shown.has(assignmentId));
  }

  private async facts(id: string, by: Actor): Promise<LedgerFacts> {
    const params = new SqlParams();
    const readable = await this.store.query<{ id: string }>(
      `select t.id from task t where t.id = ${params.add(id)}::uuid and ${scopeSql('task.read', by, 't', params)}`,
      params.values,
    );
    const [facts] = await ledgerFactsOf(
      this.store,
      readable.map((row) => row.id),
    );
    if (!facts) throw taskFault('notFound');
    return facts;
  }
}
