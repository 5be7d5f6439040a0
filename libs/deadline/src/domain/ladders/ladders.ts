import type { Ladder, Rung } from './ladder.js';

const working = (offset: number, action: Rung['action'], ...audience: Rung['audience']): Rung => ({
  offset,
  unit: 'working_day',
  action,
  audience,
});

/**
 * The ladders that come with the product. A unit hears of its own time first; its head, the leader in charge and the principal
 * follow one after the other. The supervisors are reminded of theirs in the same way.
 */
export const ladders: readonly Ladder[] = [
  {
    code: 'sign',
    title: 'Signature',
    titleZh: '签收',
    rungs: [
      working(0, 'overdue', 'liaison', 'unit_head'),
      working(1, 'escalate', 'unit_head', 'case_officer'),
      working(3, 'escalate', 'lead_leader', 'case_officer'),
    ],
  },
  {
    code: 'answer',
    title: 'Answer',
    titleZh: '办理反馈',
    rungs: [
      working(-3, 'remind', 'liaison'),
      working(-1, 'remind', 'liaison', 'unit_head'),
      working(0, 'overdue', 'unit_head', 'liaison', 'case_officer'),
      working(3, 'escalate', 'lead_leader', 'unit_head', 'case_officer'),
      working(7, 'escalate', 'principal', 'lead_leader', 'unit_head'),
    ],
  },
  {
    code: 'supervisor',
    title: 'The supervisors’ own time',
    titleZh: '督查部门自身时限',
    rungs: [
      working(-1, 'remind', 'case_officer'),
      working(0, 'overdue', 'case_officer', 'bureau_head'),
      working(3, 'escalate', 'bureau_head'),
    ],
  },
  {
    code: 'principal',
    title: 'A principal’s word',
    titleZh: '领导审定',
    rungs: [working(-1, 'remind', 'principal')],
  },
];

const byCode = new Map(ladders.map((ladder) => [ladder.code, ladder]));

/** A ladder by its code; an unknown one has no rungs. */
export const rungsOf = (code: string): readonly Rung[] => byCode.get(code)?.rungs ?? [];
