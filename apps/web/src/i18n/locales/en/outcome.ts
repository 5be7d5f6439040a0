import type { Texts } from '../texts';

/** Proposals of praise, criticism and accountability. */
export const outcome: Texts['outcome'] = {
  title: 'Praise and blame',
  note: 'Praise, criticism and accountability are proposals; a principal approves them. Accountability is handed over to the competent organ.',
  empty: 'No proposal yet. Propose from a conclusion that was signed.',
  kindLabel: 'Kind',
  kind: { praise: 'Praise', criticism: 'Criticism', accountability: 'Accountability' },
  state: {
    proposed: 'To decide',
    approved: 'Approved',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    handed_over: 'Handed over',
  },
  conclusion: 'The conclusion it rests on',
  proposedBy: 'Proposed by {{name}}, {{day}}',
  approvedBy: 'Approved by {{name}}, {{day}}',
  refusedBy: 'Refused by {{name}}, {{day}}',
  handedTo: 'Handed to {{organ}}, {{day}}',
  words: 'Proposal and reasons',
  word: 'A word (optional)',
  why: 'Why not',
  proposeNote: 'About {{unit}}; a principal decides. Whoever proposes does not approve.',
  act: { propose: 'Propose praise or blame', approve: 'Approve', refuse: 'Refuse', hand_over: 'Hand over' },
  said: { propose: 'Proposed; a principal decides', approve: 'Approved', refuse: 'Refused', hand_over: 'Noted' },
};
