import type { components } from './schema';

type Schemas = components['schemas'];

/** What merging several matters came to, or would come to. */
export type MergedMany = Schemas['MergedMattersView'];
/** What registering many came to, or would come to. */
export type RegisteredMany = Schemas['RegisteredMattersView'];
/** What answering the askers of many came to, or would come to. */
export type RepliedMany = Schemas['RepliedMattersView'];
