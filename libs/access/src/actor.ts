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
  /** The leader in whose name a `leader_office` acts. */
  readonly servesPersonId: string | null;
}

/** A signed-in person who has not chosen a post yet, or has none. */
export interface SignedIn {
  readonly personId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly actor: Actor | null;
}
