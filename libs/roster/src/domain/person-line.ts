/** A row of a sheet of people: a person in one post, or without any. Blank cells leave a known person as they are. */
export interface PersonLine {
  readonly row: number;
  /** What holds the rows of one person together: the id that an export gives, or any text. */
  readonly key: string | null;
  readonly login: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly unit: string | null;
  readonly role: string | null;
  readonly title: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly homeUnit: string | null;
  /** For a leader's office: account or name of the leader. */
  readonly serves: string | null;
}

/** A post that is held now. */
export interface KnownPost {
  readonly id: string;
  readonly unitId: string;
  readonly role: string;
  readonly title: string;
  readonly from: Date;
  readonly to: Date | null;
  readonly homeUnitId: string | null;
}

/** A person of the county as a sheet is compared with them. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly logins: readonly string[];
  readonly posts: readonly KnownPost[];
  /** Privileged posts that wait for another administrator's decision. */
  readonly asked: readonly { readonly role: string; readonly unitId: string }[];
}

/** What the rules of posts say; they are the policy's, not the sheet's. */
export interface PostRules {
  readonly now: Date;
  /** Given and ended by two administrators together. */
  isPrivileged(role: string): boolean;
  isAdministrator(role: string): boolean;
  /** Whether the importer may give this role in this unit. */
  mayGive(role: string, unitId: string): boolean;
  /** Null: the operator at the command line, who founds the county and needs nobody else. */
  readonly importer: { readonly personId: string; readonly isUnitHead: boolean } | null;
}
