import type { Texts } from '../texts';

/** Upward needs. */
export const need: Texts['need'] = {
  ours: 'Our needs',
  oursNote:
    'Ask above for funds, policy or approval, follow what becomes of it, and say here when you solved it yourselves.',
  all: 'Upward needs',
  allNote:
    'What units and villages ask for. Registered needs go to a holder with a date; others are declined with a reason.',
  oursEmpty: 'Nothing was asked for yet.',
  allEmpty: 'There are no needs.',
  ask: 'Ask for support',
  askNote: 'The bureau passes it to whoever can decide, with a date. You follow it and read the answer on this page.',
  asked: 'The need was sent',
  inName: 'In the name of a village',
  kind: 'Kind',
  kinds: { funds: 'Funds', policy: 'Policy', approval: 'Approval', other: 'Other' },
  title: 'Need',
  body: 'What is the case, what would help',
  wanted: 'Wanted by',
  wantedBy: 'wanted by {{day}}',
  askedBy: '{{unit}} {{name}}, {{day}}',
  anyState: 'All states',
  state: { asked: 'Waits for triage', registered: 'Registered', declined: 'Declined', solved: 'Solved by themselves' },
  holder: 'Holder',
  progress: 'Latest progress',
  answer: 'Answer',
  mandate: 'Basis (standing mandate)',
  noMandate: 'No standing mandate for upward needs is in force. Propose one first; a principal approves it.',
  due: 'Answer due',
  registered: 'Registered and sent out',
  act: { register: 'Register and send', decline: 'Decline', solve: 'Solved by ourselves' },
  actNote: { decline: 'The unit reads the reason.', solve: 'The need ends here, and so does the holder’s task.' },
  reason: { decline: 'Reason', solve: 'How it was solved' },
};
