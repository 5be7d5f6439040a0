import type { Lifecycle } from '@ducha/kernel';

/** Where a request for an export stands. */
export type ExportState = 'requested' | 'approved' | 'refused' | 'taken' | 'lapsed';
/** What moves it. */
export type ExportEvent = 'approve' | 'refuse' | 'take' | 'lapse';

/** How long a request waits for its decision, and then for being taken. */
export const exportWaitHours = 24;

/** One asks, another decides, the first takes the file once. */
export const exportLifecycle: Lifecycle<ExportState, ExportEvent> = {
  initial: 'requested',
  moves: {
    requested: { approve: 'approved', refuse: 'refused', lapse: 'lapsed' },
    approved: { take: 'taken', lapse: 'lapsed' },
    refused: {},
    taken: {},
    lapsed: {},
  },
};

/** Of what a file is wanted; `register` is everything that the ledger stands on, for another instance of Ducha. */
export const exportRegisters = ['ledger', 'people', 'register', 'matters'] as const;
/** One of `exportRegisters`. */
export type ExportRegister = (typeof exportRegisters)[number];

/** Whether somebody may decide: never on what he asked himself, whatever post he acts in. */
export const mayDecideExport = (request: { askedBy: string }, decider: { personId: string }): boolean =>
  request.askedBy !== decider.personId;
