import type { RequestKind, RequestState } from '../requests/request-lifecycle.js';
import { MePerson } from './session.view.js';

/** A request that one administrator made and another person decides. */
export class PrivilegeRequestView {
  id: string;
  version: number;
  kind: RequestKind;
  state: RequestState;
  person: MePerson;
  role: string | null;
  title: string | null;
  unitName: string | null;
  reason: string;
  askedBy: MePerson;
  askedAt: Date;
  decidedBy: MePerson | null;
  decidedAt: Date | null;
  words: string | null;
  /** Whether the person needs an entry link once it is granted. */
  entryNeeded: boolean;
  actions: string[];
}

/** A request was made. */
export class GrantAskedView {
  id: string;
}
