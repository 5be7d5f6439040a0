import { feedbacks } from '../../api/codes';
import type { ActField, ActSpec, ActValues } from './act-spec';

const reason: ActField = { kind: 'words', name: 'reason', label: 'reason', required: true };

function proposalBody({ wording, leadUnitId, assistUnitIds, dueAt, forPersonId }: ActValues) {
  return { handlingProposal: { wording, leadUnitId, assistUnitIds: assistUnitIds ?? [], dueAt, forPersonId } };
}

/** Acts on a matter. Registering has its own dialog: it needs a basis and a task. */
export const matterActs: readonly ActSpec[] = [
  {
    act: 'propose',
    route: 'propose',
    fields: [
      { kind: 'person', role: 'principal', name: 'forPersonId', label: 'forPerson', required: true },
      { kind: 'words', name: 'wording', label: 'wording', required: true, rows: 4 },
      { kind: 'unit', name: 'leadUnitId', label: 'leadUnit' },
      { kind: 'units', name: 'assistUnitIds', label: 'assistUnits' },
      { kind: 'due', name: 'dueAt', label: 'due' },
    ],
    body: proposalBody,
  },
  {
    act: 'reply',
    route: 'reply',
    fields: [
      { kind: 'signatories', name: 'signatoryIds', label: 'signatories' },
      { kind: 'words', name: 'body', label: 'replyBody', required: true, rows: 8 },
    ],
  },
  { act: 'close', route: 'close', fields: [] },
  {
    act: 'merge',
    route: 'merge',
    fields: [{ kind: 'matter', name: 'intoId', label: 'mergeInto', required: true }],
    grave: true,
  },
  {
    act: 'hand_over',
    route: 'hand-over',
    fields: [{ kind: 'line', name: 'to', label: 'handTo', required: true }, reason],
    grave: true,
  },
  {
    act: 'pass_on',
    route: 'pass-on',
    fields: [{ kind: 'line', name: 'to', label: 'passTo', required: true }, reason],
    grave: true,
  },
  {
    act: 'receipt',
    route: 'receipt',
    fields: [
      { kind: 'line', name: 'receivedBy', label: 'receivedBy', required: true },
      { kind: 'line', name: 'receiptNo', label: 'receiptNo' },
      { kind: 'due', past: true, name: 'receivedAt', label: 'receivedAt', required: true },
    ],
  },
  {
    act: 'call_back',
    route: 'call-backs',
    fields: [
      { kind: 'signatory', name: 'signatoryId', label: 'signatory', required: true },
      { kind: 'due', past: true, name: 'contactedAt', label: 'contactedAt', required: true },
      { kind: 'flag', name: 'reached', label: 'reached' },
      { kind: 'flag', name: 'solved', label: 'solved', only: ({ reached }) => reached === true },
      {
        kind: 'choice',
        name: 'feedback',
        label: 'feedback',
        group: 'words.feedback',
        options: feedbacks,
        only: ({ reached }) => reached === true,
      },
      { kind: 'words', name: 'words', label: 'saidWords' },
    ],
    body: ({ reached, solved, ...rest }) => ({
      ...rest,
      reached: reached === true,
      ...(reached === true && { solved: solved === true }),
    }),
  },
  { act: 'file', route: 'file', fields: [reason] },
  { act: 'decline', route: 'decline', fields: [reason], grave: true },
  { act: 'return', route: 'return', fields: [reason] },
  { act: 'reopen', route: 'reopen', fields: [reason] },
];
