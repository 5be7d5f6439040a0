import type { NewClock } from '../domain/clocks/clock.js';

/** Statement part that arms clocks from a JSON list of `clocksJson`; for a subject with an open clock of that kind it does nothing. */
export const clockInsert = (clocks: string): string => `
  insert into clock (id, kind, subject_type, subject_id, task_id, matter_id, conclusion_id, unit_id, holder, profile, rule, article, started_at, term, counting, original_due_at, due_at,
    legal_due_at, provisional, ladder, state, next_rung, next_rung_at, armed_at, version)
  select c.id, c.kind, c.subject_type, c.subject_id, c.task_id, c.matter_id, c.conclusion_id, c.unit_id, c.holder, c.profile, c.rule, c.article, c.started_at, c.term, c.counting, c.due_at, c.due_at,
    c.legal_due_at, c.provisional, c.ladder, 'running', c.next_rung, c.next_rung_at, now(), 1
  from jsonb_to_recordset(${clocks}::jsonb) as c(id uuid, kind text, subject_type text, subject_id uuid, task_id uuid, matter_id uuid, conclusion_id uuid, unit_id uuid, holder text, profile text,
    rule text, article text, started_at timestamptz, term jsonb, counting jsonb, due_at timestamptz, legal_due_at timestamptz, provisional boolean, ladder text,
    next_rung int, next_rung_at timestamptz)
  on conflict (subject_id, kind) where state in ('running', 'suspended') do nothing`;

/** Clocks as the statement takes them. */
export function clocksJson(clocks: readonly NewClock[]): string {
  return JSON.stringify(
    clocks.map((clock) => ({
      id: clock.id,
      kind: clock.kind,
      subject_type: clock.subjectType,
      subject_id: clock.subjectId,
      task_id: clock.taskId,
      matter_id: clock.matterId ?? null,
      conclusion_id: clock.conclusionId ?? null,
      unit_id: clock.unitId,
      holder: clock.holder,
      profile: clock.basis?.profile ?? null,
      rule: clock.basis?.rule ?? null,
      article: clock.basis?.article ?? null,
      started_at: clock.startedAt,
      term: clock.term,
      counting: clock.counting,
      due_at: clock.dueAt,
      legal_due_at: clock.legalDueAt,
      provisional: clock.provisional,
      ladder: clock.ladder,
      next_rung: clock.nextRung,
      next_rung_at: clock.nextRungAt,
    })),
  );
}
