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
  { act: 'file', route: 'file', fields: [reason] },
  { act: 'decline', route: 'decline', fields: [reason], grave: true },
  { act: 'return', route: 'return', fields: [reason] },
  { act: 'reopen', route: 'reopen', fields: [reason] },
];
