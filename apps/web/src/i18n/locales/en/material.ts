import type { Texts } from '../texts';

/** What a visited unit gave already; asking again wants a reason. */
export const material: Texts['material'] = {
  title: 'Material given already',
  none: 'The unit gave nothing within a year.',
  counts:
    'Given within a year: {{reports}} reports, {{answers}} answers, {{files}} files, the last on {{at}}. Read these first; the same is not asked for twice.',
  kind: { report: 'Report', answer: 'Answer' },
  files: '{{count}} files',
  ask: 'Ask for material',
  askTitle: 'Ask the unit for material',
  asked: 'The unit is told',
  what: 'What is wanted',
  reason: 'Why again',
  reasonNote: 'The unit gave material within a year: say why that does not do. The reason goes into the audit record.',
  askedLine: '{{name}} asked on {{at}}: {{what}}',
};
