import fc from 'fast-check';
import { assignmentStates, type Duty } from './assignment-lifecycle.js';
import { answerIsAllowed, leadOf, openAssists } from './answer-rules.js';
import { followUpIsNamed, needsFollowUp, resultClasses } from './result-class.js';

const assignment = fc.record({
  id: fc.uuid(),
  duty: fc.constantFrom<Duty>('lead', 'assist'),
  state: fc.constantFrom(...assignmentStates),
  waived: fc.boolean(),
});

describe('answerIsAllowed', () => {
  it.each(assignmentStates)('an assist that is %s', (state) => {
    const settled = ['accepted', 'moved', 'recalled'].includes(state);
    expect(answerIsAllowed([{ id: '1', duty: 'assist', state, waived: false }])).toBe(settled);
    expect(answerIsAllowed([{ id: '1', duty: 'assist', state, waived: true }])).toBe(true);
  });

  it('never looks at the lead', () => {
    fc.assert(
      fc.property(fc.array(assignment), (all) => {
        expect(answerIsAllowed(all)).toBe(answerIsAllowed(all.filter(({ duty }) => duty === 'assist')));
        expect(openAssists(all).every(({ duty }) => duty === 'assist')).toBe(true);
      }),
    );
  });
});

describe('leadOf', () => {
  it('finds the successor of a lead that moved away', () => {
    const moved = { id: 'old', duty: 'lead', state: 'moving', waived: false } as const;
    const successor = { id: 'new', duty: 'lead', state: 'delivered', waived: false } as const;
    expect(leadOf([moved, successor])?.id).toBe('new');
    expect(leadOf([moved])).toBeUndefined();
  });
});

describe('result classes', () => {
  const now = new Date('2026-03-05T00:00:00Z');

  it('B and C need a follow-up', () => {
    expect(resultClasses.filter(needsFollowUp)).toEqual(['B', 'C']);
  });

  it('asks for a follow-up that lies ahead', () => {
    expect(followUpIsNamed('B', null, now)).toBe(false);
    expect(followUpIsNamed('B', now, now)).toBe(false);
    expect(followUpIsNamed('C', new Date('2026-04-01T00:00:00Z'), now)).toBe(true);
    expect(followUpIsNamed('A', null, now)).toBe(true);
  });
});
