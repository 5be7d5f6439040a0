import { Injectable } from '@nestjs/common';
import { unitNameAt } from '@ducha/access';
import { idsAt, prepared, Store } from '@ducha/store';
import type { AnswerView, ReportView } from '../http/assignment.view.js';
import type { EvidenceBrief } from '../http/brief.view.js';

interface ReportFacts {
  id: string;
  assignmentId: string;
  unitId: string;
  unitName: string;
  progress: string;
  problem: string;
  nextStep: string;
  value: number | null;
  reportedBy: string;
  reporter: string;
  reportedAt: Date;
}

interface AnswerFacts {
  id: string;
  assignmentId: string;
  unitId: string;
  unitName: string;
  round: number;
  attempt: number;
  resultClass: AnswerView['resultClass'];
  body: string;
  followUpAt: Date | null;
  submittedBy: string;
  submitter: string;
  submittedAt: Date;
  signedOffBy: string | null;
  signer: string | null;
  signedOffAt: Date | null;
}

interface EvidenceFacts extends EvidenceBrief {
  subjectId: string;
}

const reportSql = `
  select r.id, r.assignment_id as "assignmentId", u.id as "unitId", ${unitNameAt('u', 'r.reported_at')} as "unitName", r.progress, r.problem, r.next_step as "nextStep",
    r.value::float8 as value, r.reported_by as "reportedBy", pe.name as reporter, r.reported_at as "reportedAt"
  from report r join assignment a on a.id = r.assignment_id join unit u on u.id = a.unit_id join person pe on pe.id = r.reported_by`;

const answerSql = `
  select n.id, n.assignment_id as "assignmentId", u.id as "unitId", ${unitNameAt('u', 'n.submitted_at')} as "unitName", n.round, n.attempt, n.result_class as "resultClass", n.body,
    n.follow_up_at as "followUpAt", n.submitted_by as "submittedBy", su.name as submitter, n.submitted_at as "submittedAt",
    n.signed_off_by as "signedOffBy", so.name as signer, n.signed_off_at as "signedOffAt"
  from answer n join assignment a on a.id = n.assignment_id join unit u on u.id = a.unit_id
    join person su on su.id = n.submitted_by left join person so on so.id = n.signed_off_by`;

const lastReportSql = prepared(`${reportSql}
  where r.id in (select (select l.id from report l where l.assignment_id = w.id order by l.reported_at desc, l.id desc limit 1) from unnest(${idsAt('$1')}) as w(id))`);
const lastAnswerSql = prepared(`${answerSql}
  where n.id in (select (select l.id from answer l where l.assignment_id = w.id order by l.attempt desc limit 1) from unnest(${idsAt('$1')}) as w(id))`);

const evidenceSql = prepared(`
  select l.subject_id as "subjectId", e.id, e.file_name as "fileName", e.media_type as "mediaType", e.size_bytes::float8 as "sizeBytes", e.received_at as "receivedAt"
  from evidence_link l join evidence e on e.id = l.evidence_id where l.subject_id = any(${idsAt('$1')}) order by l.linked_at, e.id`);

/** What units wrote: reports and answers, with the files that prove them. */
@Injectable()
export class AssignmentPapers {
  constructor(private readonly store: Store) {}

  /** The latest report of each assignment. */
  async lastReports(assignmentIds: readonly string[]): Promise<Map<string, ReportView>> {
    if (assignmentIds.length === 0) return new Map();
    const rows = await this.store.query<ReportFacts>(lastReportSql, [assignmentIds]);
    return new Map(rows.map((row) => [row.assignmentId, reportOf(row)]));
  }

  /** Every report of a task, oldest first. @param unitIds  only of these units; null: of all */
  async reportsOf(taskId: string, unitIds: readonly string[] | null): Promise<ReportView[]> {
    const rows = await this.store.query<ReportFacts>(
      `${reportSql} where a.task_id = $1 and ($2::uuid[] is null or a.unit_id = any($2::uuid[])) order by r.reported_at, r.id limit 5000`,
      [taskId, unitIds],
    );
    return rows.map(reportOf);
  }

  /** The latest answer of each assignment, signed off or not. */
  async lastAnswers(assignmentIds: readonly string[]): Promise<Map<string, AnswerView>> {
    if (assignmentIds.length === 0) return new Map();
    const rows = await this.store.query<AnswerFacts>(lastAnswerSql, [assignmentIds]);
    return new Map((await this.withEvidence(rows)).map((answer) => [answer.assignmentId, answer]));
  }

  /** Every answer of a task, oldest first. @param unitIds  only of these units; null: of all */
  async answersOf(taskId: string, unitIds: readonly string[] | null): Promise<AnswerView[]> {
    const rows = await this.store.query<AnswerFacts>(
      `${answerSql} where n.task_id = $1 and ($2::uuid[] is null or a.unit_id = any($2::uuid[])) order by n.submitted_at, n.id limit 500`,
      [taskId, unitIds],
    );
    return this.withEvidence(rows);
  }

  /** Files by the record they prove. */
  async evidenceOf(subjectIds: readonly string[]): Promise<Map<string, EvidenceBrief[]>> {
    const bySubject = new Map<string, EvidenceBrief[]>();
    if (subjectIds.length === 0) return bySubject;
    const rows = await this.store.query<EvidenceFacts>(evidenceSql, [subjectIds]);
    for (const { subjectId, ...file } of rows) bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), file]);
    return bySubject;
  }

  private async withEvidence(rows: readonly AnswerFacts[]): Promise<AnswerView[]> {
    const files = await this.evidenceOf(rows.map(({ id }) => id));
    return rows.map((row) => answerOf(row, files.get(row.id) ?? []));
  }
}

function reportOf({ unitId, unitName, reportedBy, reporter, ...report }: ReportFacts): ReportView {
  return { ...report, unit: { id: unitId, shortName: unitName }, reportedBy: { id: reportedBy, name: reporter } };
}

function answerOf(
  { unitId, unitName, submittedBy, submitter, signedOffBy, signer, ...answer }: AnswerFacts,
  evidence: EvidenceBrief[],
): AnswerView {
  return {
    ...answer,
    unit: { id: unitId, shortName: unitName },
    submittedBy: { id: submittedBy, name: submitter },
    signedOffBy: signedOffBy === null ? null : { id: signedOffBy, name: signer ?? '' },
    evidence,
  };
}
