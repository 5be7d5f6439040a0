import type { components } from './schema';

type Schemas = components['schemas'];

/** A sealed plan in the list of whoever is named in it. */
export type SealedBrief = Schemas['SealedBrief'];
/** A sealed plan that was opened. */
export type SealedPlan = Schemas['SealedView'];
/** The sealed chain read back. */
export type SealedStory = Schemas['SealedStoryView'];
/** A code that is told by voice. */
export type Invitation = Schemas['InvitationView'];
