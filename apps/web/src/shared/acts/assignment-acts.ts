import { resultClasses } from '../../api/codes';
import type { ActField, ActSpec } from './act-spec';

const reason: ActField = { kind: 'words', name: 'reason', label: 'reason', required: true };
const planned = (values: Record<string, unknown>) => values.resultClass === 'B' || values.resultClass === 'C';

/** Acts on one unit's assignment. */
export const assignmentActs: readonly ActSpec[] = [
  { act: 'sign', route: 'sign', fields: [], instant: true },
  {
    act: 'report',
    route: 'report',
    fields: [
      { kind: 'words', name: 'progress', label: 'progress', required: true },
      { kind: 'words', name: 'problem', label: 'problem', rows: 2 },
      { kind: 'words', name: 'nextStep', label: 'nextStep', rows: 2 },
      { kind: 'number', name: 'value', label: 'value', only: (values) => values.quantified === true },
    ],
    body: ({ quantified: _quantified, ...rest }) => rest,
  },
  {
    act: 'submit',
    route: 'submit',
    fields: [
      {
        kind: 'choice',
        name: 'resultClass',
        label: 'resultClass',
        group: 'words.resultClass',
        options: resultClasses,
        required: true,
      },
      { kind: 'words', name: 'body', label: 'answer', required: true, rows: 6 },
      { kind: 'due', name: 'followUpAt', label: 'followUp', required: true, only: planned },
      { kind: 'evidence', name: 'evidenceIds', label: 'evidence' },
    ],
    body: (values) => ({ evidenceIds: [], ...values }),
  },
  { act: 'sign_off', route: 'sign-off', fields: [] },
  { act: 'return', route: 'return', fields: [reason] },
  { act: 'withdraw', route: 'withdraw', fields: [reason], grave: true },
  { act: 'accept', route: 'accept', fields: [], instant: true },
  { act: 'waive', route: 'waive', fields: [reason] },
  { act: 'redo', route: 'redo', fields: [reason], grave: true },
  {
    act: 'reassign',
    route: 'reassign',
    fields: [{ kind: 'unit', name: 'toUnitId', label: 'toUnit', required: true }, reason],
    grave: true,
  },
  { act: 'refuse_service', route: 'refused-service', fields: [reason] },
  { act: 'confirm_refusal', route: 'refused-service/confirm', fields: [] },
  { act: 'recall', route: 'recall', fields: [reason], grave: true },
];
