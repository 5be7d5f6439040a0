import type { Role } from '@ducha/access';
import type { PersonKey, UnitKey } from '#test-kit';

/** Somebody in a post, as the test county has them. */
export interface Reader {
  readonly key: PersonKey;
  readonly role: Role;
  /** The post's unit and everything below it. */
  readonly units: readonly UnitKey[];
  readonly serves: PersonKey | null;
}
