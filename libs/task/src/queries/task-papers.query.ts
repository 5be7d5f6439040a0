import { Injectable } from '@nestjs/common';
import { prepared, Store } from '@ducha/store';
import type {
  CorrectionView,
  InstructionView,
  PresentationView,
  SuspensionView,
  VerificationView,
} from '../http/task.view.js';
import { AssignmentPapers } from './assignment-papers.query.js';

const person = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** What may lie beside a task; most tasks have little of it. */
export type PaperKind =
  | 'answers'
  | 'children'
  | 'verifications'
  | 'presentation'
  | 'instructions'
  | 'suspensions'
  | 'corrections';

const kindsSql = prepared(`
  select k.kind from (
    select 'answers' as kind, exists (select 1 from answer o where o.task_id = $1) as lies
    union all select 'children', exists (select 1 from task o where o.parent_id = $1)
    union all select 'verifications', exists (select 1 from verification o where o.task_id = $1)
    union all select 'presentation', exists (select 1 from presentation o where o.task_id = $1)
    union all select 'instructions', exists (select 1 from instruction o where o.subject_id = $1)
    union all select 'suspensions', exists (select 1 from suspension o where o.task_id = $1)
    union all select 'corrections', exists (select 1 from correction o where o.task_id = $1)) as k
  where k.lies`);

/** What was written about a task besides the units' own papers. */
@Injectable()
export class TaskPapers {
  constructor(
    private readonly store: Store,
    private readonly papers: AssignmentPapers,
  ) {}

  /** Which papers there are: one question instead of one for each kind that is empty. */
  async kindsOf(taskId: string): Promise<ReadonlySet<PaperKind>> {
    const rows = await this.store.query<{ kind: PaperKind }>(kindsSql, [taskId]);
    return new Set(rows.map(({ kind }) => kind));
  }

  /** Every check of an answer, oldest first. */
  async verifications(taskId: string): Promise<VerificationView[]> {
    const rows = await this.store.query<Omit<VerificationView, 'evidence'>>(
      prepared(`select v.id, v.round, v.attempt, v.manner, v.verdict, v.words, v.redo_assignment_ids as "redoAssignmentIds", ${person('p')} as "verifiedBy", v.verified_at as "verifiedAt"
       from verification v join person p on p.id = v.verified_by where v.task_id = $1 order by v.verified_at, v.id limit 200`),
      [taskId],
    );
    const files = await this.papers.evidenceOf(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, evidence: files.get(row.id) ?? [] }));
  }

  /** The latest presentation, decided or not. */
  async presentation(taskId: string): Promise<PresentationView | null> {
    const row = await this.store.queryOne<PresentationView>(
      prepared(`select s.id, ${person('pr')} as principal, s.summary, ${person('by')} as "presentedBy", s.presented_at as "presentedAt", s.silent_close_at as "silentCloseAt",
         s.decision, s.decided_words as "decidedWords", case when d.id is not null then ${person('d')} end as "decidedBy", s.decided_at as "decidedAt"
       from presentation s join person pr on pr.id = s.principal_id join person by on by.id = s.presented_by left join person d on d.id = s.decided_by
       where s.task_id = $1 order by s.presented_at desc, s.id desc limit 1`),
      [taskId],
    );
    return row ?? null;
  }

  /** Every edition of every instruction on a task or matter, newest first. */
  instructions(subjectId: string): Promise<InstructionView[]> {
    return this.store.query<InstructionView>(
      prepared(`select i.id, i.lineage_id as "lineageId", i.edition, i.kind, i.words,
         coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'shortName', u.short_name) order by u.sort) from unit u where u.id = any(i.unit_ids)), '[]') as units, i.report_every as "reportEvery", ${person('g')} as "givenBy", ${person('e')} as "enteredBy", i.given_at as "givenAt", i.disowned_at as "disownedAt"
       from instruction i join person g on g.id = i.given_by join person e on e.id = i.entered_by
       where i.subject_id = $1 order by i.given_at desc, i.edition desc limit 200`),
      [subjectId],
    );
  }

  /** Spans in which the time stood still, newest first. */
  suspensions(taskId: string): Promise<SuspensionView[]> {
    return this.store.query<SuspensionView>(
      prepared(`select s.id, s.ground, s.reason, ${person('b')} as "suspendedBy", s.suspended_at as "suspendedAt", case when r.id is not null then ${person('r')} end as "resumedBy", s.resumed_at as "resumedAt"
       from suspension s join person b on b.id = s.suspended_by left join person r on r.id = s.resumed_by where s.task_id = $1 order by s.suspended_at desc limit 100`),
      [taskId],
    );
  }

  /** What was corrected, newest first. */
  corrections(taskId: string): Promise<CorrectionView[]> {
    return this.store.query<CorrectionView>(
      prepared(`select c.id, c.reason, c.before, c.after, ${person('b')} as "correctedBy", c.corrected_at as "correctedAt"
       from correction c join person b on b.id = c.corrected_by where c.task_id = $1 order by c.corrected_at desc limit 100`),
      [taskId],
    );
  }
}
