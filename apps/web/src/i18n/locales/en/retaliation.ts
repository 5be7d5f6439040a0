import type { Texts } from '../texts';

/** Reports of threat and retaliation: few read them, and not who made them. */
export const retaliation: Texts['retaliation'] = {
  title: 'Reports of retaliation',
  note: 'Only principals and the head of the bureau see these, nobody of the unit they are about. Who reported is not shown; looking it up wants a reason that is kept.',
  empty: 'No retaliation was reported.',
  make: 'Report retaliation',
  makeNote:
    'If you were threatened, harassed or punished for helping an inspection or for what you said, say so here. Your name is not shown, and the unit never sees it.',
  whichUnit: 'Which unit (may stay empty)',
  whichUnitNote: 'Whoever holds a post in that unit, or below it, never sees the report.',
  words: 'What happened',
  made: 'Received; your name is protected',
  against: 'About: {{unit}}',
  at: 'Received {{at}}',
  source: 'See who reported',
  sourceReason: 'Why',
  sourceIs: 'Reported by {{name}}',
  sourceOf: 'Reported by {{name}} ({{unit}})',
  settle: 'Settle',
  settleWords: 'What came of it',
  settled: 'Settled',
  settledLine: '{{name}} settled it on {{at}}: {{words}}',
};
