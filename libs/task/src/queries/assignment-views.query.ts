import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '@ducha/access';
import { idsAt, prepared, Store } from '@ducha/store';
import type { AnswerView, AssignmentView, ReportView } from '../http/assignment.view.js';
import { assignmentActionsFor } from './assignment-actions.js';
import type { AssignmentFacts } from './assignment-facts.js';
import { AssignmentPapers } from './assignment-papers.query.js';
import { reportDutyOf } from './report-duty.js';

interface Papers {
  readonly report: ReportView | null;
  readonly answer: AnswerView | null;
  readonly returned: string | null;
}

const returnWordsSql = prepared(`
  select distinct on (r.subject_id) r.subject_id as id, w.words from audit_row r join audit_words w on w.row_id = r.id
  where r.subject_id = any(${idsAt('$1')}) and r.act in ('assignment.return', 'assignment.redo') order by r.subject_id, r.at desc, r.id desc`);

/** Turns flat rows into what a reader sees, with what he may do. Three more statements however many rows. */
@Injectable()
export class AssignmentViews {
  constructor(
    private readonly store: Store,
    private readonly papers: AssignmentPapers,
  ) {}

  async of(rows: readonly AssignmentFacts[], by: Actor): Promise<AssignmentView[]> {
    const ids = rows.map(({ id }) => id);
    const [reports, answers, returned] = [
      await this.papers.lastReports(ids),
      await this.papers.lastAnswers(ids),
      await this.returnWords(rows),
    ];
    return rows.map((row) =>
      viewOf(
        row,
        {
          report: reports.get(row.id) ?? null,
          answer: answers.get(row.id) ?? null,
          returned: returned.get(row.id) ?? null,
        },
        by,
      ),
    );
  }

  /** Why it came back last: the words of the latest return or redo of those that are in the unit's hands. */
  private async returnWords(rows: readonly AssignmentFacts[]): Promise<Map<string, string>> {
    const held = rows.filter(({ state }) => state === 'signed').map(({ id }) => id);
    if (held.length === 0) return new Map();
    const words = await this.store.query<{ id: string; words: string }>(returnWordsSql, [held]);
    return new Map(words.map(({ id, words: said }) => [id, said]));
  }
}

function isInside(by: Actor, { id, unitId }: AssignmentFacts): boolean {
  const scope = scopeOf('errand.read', by.role);
  return (
    scope === 'all' || (scope !== undefined && (by.unitIds.includes(unitId) || by.givenIds?.includes(id) === true))
  );
}

const taskOf = (row: AssignmentFacts): AssignmentView['task'] => ({
  number: row.number,
  title: row.title,
  demand: row.demand,
  dueAt: row.taskDueAt,
  suspended: row.suspended,
  state: row.taskState,
  kind: row.kind,
  targetValue: row.targetValue,
  targetUnit: row.targetUnit,
  currentValue: row.currentValue,
});

function viewOf(row: AssignmentFacts, papers: Papers, by: Actor): AssignmentView {
  return {
    id: row.id,
    version: row.version,
    taskId: row.taskId,
    task: taskOf(row),
    unit: { id: row.unitId, shortName: row.unitName },
    duty: row.duty,
    round: row.round,
    state: row.state,
    dueAt: row.dueAt,
    originalDueAt: row.originalDueAt,
    overdue: row.overdue,
    reportDuty: reportDutyOf(row),
    waived: row.waivedAt !== null,
    queuedAt: row.queuedAt,
    deliveredAt: row.deliveredAt,
    signedAt: row.signedAt,
    refusal:
      row.refusedAt === null || row.refusal === 'none'
        ? null
        : { at: row.refusedAt, confirmed: row.refusal === 'confirmed' },
    signedBy: row.signedBy === null ? null : { id: row.signedBy, name: row.signedName ?? '' },
    submittedAt: row.submittedAt,
    answeredAt: row.answeredAt,
    acceptedAt: row.acceptedAt,
    predecessorId: row.predecessorId,
    lastReport: papers.report,
    answer: papers.answer,
    returnWords: papers.returned,
    inside: isInside(by, row),
    actions: assignmentActionsFor(by, { ...row, waived: row.waivedAt !== null }, row),
  };
}
