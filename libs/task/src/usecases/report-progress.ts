import { Inject, Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { type FieldError, IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { TaskClocks } from './task-clocks.js';

/** One unit's progress on one assignment. */
export interface ProgressReport {
  readonly assignmentId: string;
  readonly progress: string;
  readonly problem?: string | undefined;
  readonly nextStep?: string | undefined;
  /** 完成值 of a quantified task, cumulative. */
  readonly value?: number | undefined;
}

/** What became of each report; `index` is its place in the list that was sent. */
export interface Reporting {
  readonly saved: { readonly index: number; readonly id: string; readonly assignmentId: string }[];
  readonly rejected: { readonly index: number; readonly code: string; readonly errors: FieldError[] }[];
}

interface Candidate {
  id: string;
  task_id: string;
  duty: string;
  reportable: boolean;
  quantified: boolean;
}

/** Progress, problem, next step, and the value reached: one report or a whole table of them in one act. */
@Injectable()
export class ReportProgress {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly clocks: TaskClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @param dryRun  judges by the same rules and writes nothing: `saved` are those that would be */
  run(reports: readonly ProgressReport[], by: Actor, dryRun = false): Promise<Reporting> {
    return this.store.transaction(async (tx) => {
      const candidates = new Map((await this.candidates(tx, reports, by)).map((one) => [one.id, one]));
      const rejected: Reporting['rejected'][number][] = [];
      const accepted: { index: number; id: string; report: ProgressReport; candidate: Candidate }[] = [];
      for (const [index, report] of reports.entries()) {
        const candidate = candidates.get(report.assignmentId);
        const refusal = refusalOf(report, candidate);
        if (refusal) rejected.push({ index, ...refusal });
        else if (candidate) accepted.push({ index, id: this.ids.next(), report, candidate });
      }
      if (!dryRun) await this.keep(tx, accepted, by);
      return {
        saved: accepted.map(({ index, id, report }) => ({ index, id, assignmentId: report.assignmentId })),
        rejected,
      };
    });
  }

  private candidates(tx: EntityManager, reports: readonly ProgressReport[], by: Actor): Promise<Candidate[]> {
    const params = new SqlParams();
    return tx.query<Candidate[]>(
      `select a.id, a.task_id, a.duty, t.target_value is not null as quantified,
         a.state in ('signed', 'submitted') and t.state not in ('closed', 'effective', 'cancelled') as reportable
       from assignment a join task t on t.id = a.task_id
       where a.id = any(${params.add(reports.map(({ assignmentId }) => assignmentId))}::uuid[]) and ${scopeSql('assignment.report', by, 'a', params)}`,
      params.values,
    );
  }

  private async keep(
    tx: EntityManager,
    accepted: readonly { id: string; report: ProgressReport; candidate: Candidate }[],
    by: Actor,
  ): Promise<void> {
    if (accepted.length === 0) return;
    const rows = accepted.map(({ id, report, candidate }) => ({
      id,
      task_id: candidate.task_id,
      assignment_id: report.assignmentId,
      progress: report.progress,
      problem: report.problem ?? '',
      next_step: report.nextStep ?? '',
      value: report.value ?? null,
    }));
    await tx.query(
      `insert into report (id, task_id, assignment_id, progress, problem, next_step, value, reported_by, reported_at)
       select id, task_id, assignment_id, progress, problem, next_step, value, $2, now()
       from jsonb_to_recordset($1::jsonb) as r(id uuid, task_id uuid, assignment_id uuid, progress text, problem text, next_step text, value numeric)`,
      [JSON.stringify(rows), by.personId],
    );
    const reached = accepted.filter(({ report, candidate }) => report.value !== undefined && candidate.duty === 'lead');
    await tx.query(
      'update task t set current_value = v.value from unnest($1::uuid[], $2::numeric[]) as v(id, value) where t.id = v.id',
      [reached.map(({ candidate }) => candidate.task_id), reached.map(({ report }) => report.value)],
    );
    const acts = accepted.map(({ id, report, candidate }) => ({
      act: 'assignment.report',
      subject: { type: 'assignment', id: report.assignmentId },
      about: candidate.task_id,
      by,
      facts: { reportId: id, value: report.value ?? null },
      words: report.progress,
    }));
    await this.audit.record(tx, ...acts);
    await this.clocks.follow(tx, [...new Set(accepted.map(({ candidate }) => candidate.task_id))], by);
  }
}

function refusalOf(
  report: ProgressReport,
  candidate: Candidate | undefined,
): { code: string; errors: FieldError[] } | undefined {
  if (!candidate) return { code: 'task.assignmentNotFound', errors: [] };
  if (!candidate.reportable) return { code: 'task.assignmentMoveRefused', errors: [] };
  if (report.value === undefined || candidate.quantified) return undefined;
  return {
    code: 'task.notQuantified',
    errors: [{ path: 'value', message: 'the task has no target value', constraint: 'quantified' }],
  };
}
