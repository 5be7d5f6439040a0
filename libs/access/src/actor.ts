import type { Doer } from '@ducha/audit';
import type { Role } from './roles.js';

/** The person behind a request, acting in one post. */
export interface Actor extends Doer {
  readonly personId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly postId: string;
  readonly role: Role;
  readonly unitId: string;
  /** The acting post's unit and everything below it; empty for roles whose sight is not bound to a unit. */
  readonly unitIds: readonly string[];
  /** Assignments of units above that were given to the person by name; mostly none. */
  readonly givenIds?: readonly string[];
  /** The leader in whose name a `leader_office` acts. */
  readonly servesPersonId: string | null;
  /** Under a delegation: which one, and the only acts that it lends. */
  readonly delegation?: { readonly id: string; readonly acts: readonly string[] };
  /** On a device issued for one inspection: which. */
  readonly issuedFor?: string;
}

/** How far a session has come: in, or only as far as its second factor. */
export type Stage = 'open' | 'factor' | 'enrol';

/** A signed-in person who has not chosen a post yet, or has none. */
export interface SignedIn {
  readonly personId: string;
  readonly accountId: string;
  /** The session's id, or the access token's. */
  readonly sessionId: string;
  readonly actor: Actor | null;
  /** Only `open` may do anything but prove and enrol. */
  readonly stage: Stage;
  /** Whether the person proved who they are a few minutes ago. */
  readonly fresh: boolean;
  /** Whether this use need not be written down: another one was within the last minute. */
  readonly seenLately: boolean;
  /** The acts of an access token; null for a session, which may do what its post may. */
  readonly tokenActs: readonly string[] | null;
  /** A device issued for one inspection: which; before its release there is no actor. */
  readonly issuedFor?: string;
}

/** Who did something, for the audit chain, also where no post is chosen yet. */
export const doerOf = ({ personId, actor }: SignedIn): Doer => ({
  personId,
  postId: actor?.postId ?? null,
  role: actor?.role ?? null,
  unitId: actor?.unitId ?? null,
  ...(actor?.inNameOf && { inNameOf: actor.inNameOf }),
  ...(actor?.viaToken !== undefined && { viaToken: actor.viaToken }),
});
