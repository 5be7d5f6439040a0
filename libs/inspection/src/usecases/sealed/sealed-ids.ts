import { type Ids, idsApart } from '@ducha/kernel';

/** Where ids of sealed things come from: never the port that everything else shares. */
export type SealedIds = Pick<Ids, 'next'>;

/** Nest's name for them. */
export const SEALED_IDS = Symbol('inspection.SealedIds');

/** A generator that nothing else asks. */
export const sealedIds: SealedIds = idsApart();
