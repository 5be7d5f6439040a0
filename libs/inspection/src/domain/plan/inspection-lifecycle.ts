import type { Lifecycle } from '@ducha/kernel';

/** Where an inspection (督查活动) may stand. Whether its period has begun is a matter of its dates, not a state. */
export const inspectionStates = [
  'draft',
  'proposed',
  'planned',
  'sealed',
  'released',
  'on_site',
  'drafting',
  'final',
  'archived',
  'cancelled',
] as const;

/** One of them. */
export type InspectionState = (typeof inspectionStates)[number];

/** What moves an inspection. `seal` is a sealed plan's own; `arrive` is the first group's, `return` the last one's, `conclude` the last conclusion's. */
export type InspectionEvent =
  | 'propose'
  | 'approve'
  | 'instruct'
  | 'amend'
  | 'seal'
  | 'release'
  | 'arrive'
  | 'return'
  | 'conclude'
  | 'archive'
  | 'abort'
  | 'cancel';

/** The moves of an inspection: nothing is planned without one of the two doors, and a frozen plan changes only by `amend`. */
export const inspectionLifecycle: Lifecycle<InspectionState, InspectionEvent> = {
  initial: 'draft',
  moves: {
    draft: { propose: 'proposed', instruct: 'planned', cancel: 'cancelled' },
    proposed: { approve: 'planned', cancel: 'cancelled' },
    planned: { amend: 'planned', seal: 'sealed', release: 'released', cancel: 'cancelled' },
    sealed: { amend: 'sealed', release: 'released', cancel: 'cancelled' },
    released: { arrive: 'on_site', abort: 'drafting' },
    on_site: { return: 'drafting', abort: 'drafting' },
    drafting: { conclude: 'final' },
    final: { archive: 'archived' },
    archived: {},
    cancelled: {},
  },
};
