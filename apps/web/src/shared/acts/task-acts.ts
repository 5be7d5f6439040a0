import { importanceDegrees } from '../../api/codes';
import type { ActField, ActSpec, ActValues } from './act-spec';

const reason: ActField = { kind: 'words', name: 'reason', label: 'reason', required: true };
const words: ActField = { kind: 'words', name: 'words', label: 'words', required: true };
const evidence: ActField = { kind: 'evidence', name: 'evidenceIds', label: 'evidence' };
const due: ActField = { kind: 'due', name: 'dueAt', label: 'due' };

const rhythms = ['week', 'half_month', 'month', 'quarter', 'half_year'];
const isAsked = ({ reportEvery }: ActValues): boolean => typeof reportEvery === 'string' && reportEvery !== 'never';
const reportEvery = { kind: 'pick', name: 'reportEvery', label: 'reportEvery', group: 'task.routine.every' } as const;
const reportWhy: ActField = {
  kind: 'words',
  name: 'reportWhy',
  label: 'reportWhy',
  required: true,
  rows: 2,
  longest: 500,
  only: isAsked,
};

/** Acts on a task, in the order in which they are offered. */
export const taskActs: readonly ActSpec[] = [
  {
    act: 'propose',
    route: 'propose',
    fields: [
      { kind: 'line', name: 'title', label: 'title', required: true },
      { kind: 'words', name: 'demand', label: 'demand', required: true },
      { kind: 'unit', name: 'leadUnitId', label: 'leadUnit', required: true },
      { kind: 'units', name: 'assistUnitIds', label: 'assistUnits' },
      { ...due, required: true },
      { ...reportEvery, options: rhythms },
      reportWhy,
      { kind: 'person', role: 'principal', name: 'principalId', label: 'forPerson', required: true },
    ],
  },
  {
    act: 'approve',
    route: 'approve',
    fields: [
      {
        kind: 'choice',
        name: 'decision',
        label: 'decision',
        group: 'words.decision',
        options: ['agree', 'disagree'],
        required: true,
      },
      { ...words, required: false },
    ],
  },
  { act: 'instruct', route: 'instruct', fields: [{ ...words, required: false }] },
  {
    act: 'register',
    route: 'register',
    fields: [{ kind: 'mandate', name: 'mandateId', label: 'mandate', required: true }],
  },
  {
    act: 'dispatch',
    route: 'dispatch',
    fields: [
      { kind: 'unit', name: 'leadUnitId', label: 'leadUnit', required: true },
      { kind: 'units', name: 'assistUnitIds', label: 'assistUnits' },
      { ...due, required: true },
    ],
  },
  {
    act: 'verify',
    route: 'verify',
    fields: [
      {
        kind: 'choice',
        name: 'verdict',
        label: 'verdict',
        group: 'words.verdict',
        options: ['pass', 'redo'],
        required: true,
      },
      {
        kind: 'choice',
        name: 'manner',
        label: 'manner',
        group: 'words.manner',
        options: ['desk', 'on_site'],
        required: true,
      },
      { kind: 'words', name: 'words', label: 'verifyWords', required: true, rows: 4 },
      {
        kind: 'assignments',
        name: 'redoAssignmentIds',
        label: 'redoAssignments',
        only: (values) => values.verdict === 'redo',
      },
      evidence,
    ],
  },
  {
    act: 'present',
    route: 'present',
    fields: [{ kind: 'words', name: 'summary', label: 'summary', required: true, rows: 5 }],
  },
  {
    act: 'decide',
    route: 'decide',
    fields: [
      {
        kind: 'choice',
        name: 'decision',
        label: 'decision',
        group: 'words.decision',
        options: ['close', 'instruct'],
        required: true,
      },
      { ...words, required: false },
    ],
  },
  { act: 'close', route: 'close', fields: [] },
  { act: 'confirm', route: 'confirm', fields: [words] },
  { act: 'relapse', route: 'relapse', fields: [reason], grave: true },
  { act: 'reopen', route: 'reopen', fields: [reason], grave: true },
  {
    act: 'assists',
    route: 'assists',
    fields: [{ kind: 'units', name: 'unitIds', label: 'assistUnits', required: true }, due],
  },
  {
    act: 'officer',
    route: 'officer',
    fields: [{ kind: 'person', role: 'bureau_officer', name: 'caseOfficerId', label: 'officer', required: true }],
  },
  {
    act: 'split',
    route: 'split',
    fields: [
      { kind: 'parts', name: 'children', label: 'parts', required: true },
      { kind: 'flag', name: 'dispatch', label: 'dispatchNow' },
    ],
  },
  {
    act: 'correct',
    route: 'correct',
    fields: [
      { kind: 'line', name: 'title', label: 'title' },
      { kind: 'words', name: 'demand', label: 'demand', rows: 4 },
      due,
      { kind: 'number', name: 'targetValue', label: 'targetValue' },
      { kind: 'choice', name: 'importance', label: 'importance', group: 'ladder.degree', options: importanceDegrees },
      { ...reportEvery, options: [...rhythms, 'never'] },
      reportWhy,
      reason,
    ],
  },
  {
    act: 'suspend',
    route: 'suspend',
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        label: 'ground',
        group: 'words.suspensionGround',
        options: ['hearing', 'other'],
        only: ({ mayHear }) => mayHear === true,
      },
      reason,
    ],
    body: ({ mayHear: _mayHear, ...rest }) => rest,
  },
  { act: 'resume', route: 'resume', fields: [] },
  { act: 'cancel', route: 'cancel', fields: [reason], grave: true },
];
