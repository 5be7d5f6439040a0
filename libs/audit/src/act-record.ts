/** Who did it: a person in a post. `null` for the system itself and for anonymous callers. */
export interface Doer {
  readonly personId: string;
  readonly postId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  /** Whose acts a delegation lets the person do: the giver, who stands in every row beside the doer. */
  readonly inNameOf?: string | null;
  /** The access token by which a machine does it for the person; absent for the person themselves. */
  readonly viaToken?: string;
}

/** Ids, codes, counts and digests; never free text, never personal data. */
export type ActFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One act as it is recorded beside the deed. */
export interface ActRecord {
  /** Permanent word such as `task.dispatch`; refusals end in `.refused`. */
  readonly act: string;
  readonly subject: { readonly type: string; readonly id: string | null };
  /** Record on whose timeline the act stands: the task of an assignment, the matter of a reply. */
  readonly about?: string | null;
  readonly by: Doer | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly facts?: ActFacts;
  /** What the person said with the act. Kept apart from the chain, which holds only its salted digest. */
  readonly words?: string | null;
}

/** The chain of everything that is not sealed. */
export const MAIN_CHAIN = 'main';
