import type { Texts } from '../texts';

/** Standing patrols: roster, log of the day, how often an object is visited. */
export const patrol: Texts['patrol'] = {
  title: 'Roster and log of the patrol',
  note: 'The groups change places every day; where one must stay away another goes.',
  make: 'Make a roster',
  makeTitle: 'Make a roster for some days',
  made: 'The roster is made',
  from: 'From',
  to: 'To',
  everyDay: 'On days off, too',
  empty: 'No roster was made for this week.',
  group: 'Group {{group}}',
  nobody: 'Every group must stay away',
  brought: 'Visits {{visits}} · findings {{findings}}',
  log: 'Write today’s log',
  logTitle: 'Log of today’s patrol',
  logSaved: 'The log is saved',
  words: 'Where you went, what you saw, what was assigned',
  logOf: 'Group {{group}} · {{name}}',
  often: 'Patrolled often this month',
  oftenOf: '{{unit}}: {{days}} days this month, {{perMonth}} are the limit',
  previous: 'Week before',
  next: 'Week after',
};
