import type { ClockClass, Ladder, Rung } from './ladder.js';

/** One rung as most are: in working days, by every channel the county has settled. */
const working = (offset: number, action: Rung['action'], ...audience: Rung['audience']): Omit<Rung, 'id'> => ({
  ...{ offset, unit: 'working_day', action, audience },
  ...{ level: null, channels: null, template: 'deadline' },
});

const ladder = (
  clock: ClockClass,
  [title, titleZh]: readonly [string, string],
  rungs: readonly Omit<Rung, 'id'>[],
): Ladder => ({
  ...{ code: clock, clock, title, titleZh, kinds: [], importance: null },
  rungs: rungs.map((rung, id) => ({ ...rung, id })),
});

/**
 * The ladders that come with the product. A unit hears of its own time first; its head, the leader in charge and the principal
 * follow one after the other. The supervisors are reminded of theirs in the same way. Slips are the county’s to add.
 */
export const shippedLadders: readonly Ladder[] = [
  ladder(
    'sign',
    ['Signature', '签收'],
    [
      working(0, 'overdue', 'liaison', 'unit_head'),
      working(1, 'escalate', 'unit_head', 'case_officer'),
      working(3, 'escalate', 'lead_leader', 'case_officer'),
    ],
  ),
  ladder(
    'answer',
    ['Answer', '办理反馈'],
    [
      working(-3, 'remind', 'liaison'),
      working(-1, 'remind', 'liaison', 'unit_head'),
      working(0, 'overdue', 'unit_head', 'liaison', 'case_officer'),
      working(3, 'escalate', 'lead_leader', 'unit_head', 'case_officer'),
      working(7, 'escalate', 'principal', 'lead_leader', 'unit_head'),
    ],
  ),
  ladder(
    'report',
    ['Routine report', '定期报告'],
    [working(-1, 'remind', 'liaison'), working(0, 'overdue', 'liaison', 'unit_head')],
  ),
  ladder('reply', ['Reply to a slip', '督办单回复'], [working(-1, 'remind', 'liaison', 'unit_head')]),
  ladder(
    'supervisor',
    ['The supervisors’ own time', '督查部门自身时限'],
    [
      working(-1, 'remind', 'case_officer'),
      working(0, 'overdue', 'case_officer', 'bureau_head'),
      working(3, 'escalate', 'bureau_head'),
    ],
  ),
  ladder('principal', ['A principal’s word', '领导审定'], [working(-1, 'remind', 'principal')]),
];
