import { portfolios } from './coverage.js';
import { otherDecisions } from './decisions/other-meetings.js';
import type { DecisionRow } from './decisions/row.js';
import { standingDecisions } from './decisions/standing-meetings.js';
import type { DemoDecision, DemoTarget } from './types.js';

/** The leader in charge of the lead unit; the executive vice magistrate where nobody is. */
function leadLeaderOf(unitKey: string): string {
  return portfolios.find((portfolio) => portfolio.unitKeys.includes(unitKey))?.leaderKey ?? 'executive';
}

function targetOf({ target: [measure, value, unit], shares }: DecisionRow): DemoTarget {
  if (shares === undefined) return { measure, value, unit };
  const parts = shares.split(' ').map((pair) => {
    const [unitKey = '', share = ''] = pair.split(':');
    return { unitKey, value: Number(share) };
  });
  return { measure, value, unit, shares: parts };
}

function decisionOf(row: DecisionRow, at: number): DemoDecision {
  return {
    kind: 'meeting_decision',
    key: `decision-${String(at + 1).padStart(2, '0')}`,
    meeting: row.meeting,
    item: row.item,
    title: row.title,
    text: row.text,
    topic: row.topic,
    shelf: 'project',
    leadUnitKey: row.lead,
    assistUnitKeys: row.assist.split(' '),
    leadLeaderKey: leadLeaderOf(row.lead),
    target: targetOf(row),
    dueInDays: row.dueInDays,
    received: { daysAgo: row.daysAgo, time: '17:30' },
  };
}

/** What meetings decided, each with a target that is counted, not estimated. */
export const decisions: DemoDecision[] = [...standingDecisions, ...otherDecisions].map(decisionOf);
