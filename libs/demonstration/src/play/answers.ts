/** What the play reads of the API's answers; the OpenAPI document holds the whole of them. */

/** A unit. */
export interface UnitAnswer {
  readonly id: string;
  readonly name: string;
}

/** The signed-in person. */
export interface MeAnswer {
  readonly acting: { readonly id: string } | null;
  readonly posts: readonly { readonly id: string; readonly role: string; readonly unit: { readonly id: string } }[];
}

/** A matter of a list or page. */
export interface MatterAnswer {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly needsTriage: boolean;
}

/** A matter's page. */
export interface MatterPageAnswer extends MatterAnswer {
  readonly signatories: readonly { readonly id: string }[];
  readonly mergedInto: { readonly id: string } | null;
  readonly replies: readonly { readonly signatoryId: string; readonly round: number }[];
}

/** A line of the ledger. */
export interface TaskAnswer {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly principal: { readonly name: string } | null;
  readonly officer: { readonly name: string } | null;
  readonly leadUnit: { readonly id: string } | null;
  readonly assistUnits: readonly { readonly id: string }[];
  readonly actions: readonly string[];
}

/** A unit's share of a task. */
export interface AssignmentAnswer {
  readonly id: string;
  readonly version: number;
  readonly taskId: string;
  readonly task: { readonly title: string; readonly state: string; readonly targetValue: number | null };
  readonly unit: { readonly id: string };
  readonly duty: 'lead' | 'assist';
  readonly state: string;
  readonly deliveredAt: string | null;
  readonly returnWords: string | null;
}

/** A reply that was sent, with its one-time link. */
export interface SentReplyAnswer {
  readonly matterId: string;
  readonly link: string;
}

/** Something in a leader's tray. */
export interface TrayAnswer {
  readonly items: readonly {
    readonly kind: string;
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly taskId: string | null;
  }[];
}
