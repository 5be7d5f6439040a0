import type { components } from './schema';

type Schemas = components['schemas'];

/** Somebody who could be sent out. */
export type Inspector = Schemas['InspectorView'];
/** How often a unit is inspected. */
export type Frequency = Schemas['FrequencyView'];
/** Somebody who could be sent out, with the history of what they bring along. */
export type InspectorRecord = Schemas['InspectorRecordView'];
/** A training, or an acknowledgement of secrecy. */
export type Competence = Schemas['CompetenceView'];
/** A declared recusal. */
export type Declaration = Schemas['DeclarationView'];
/** Being called up, as the called person reads it. */
export type CallUp = Schemas['CallUpView'];
/** Everybody called up for a sealed plan. */
export type CallUpList = Schemas['CallUpListView'];
/** One of them. */
export type CalledPerson = Schemas['CalledPersonView'];
