/** What a kind of matter asks of those who handle it. */
interface KindRules {
  /** One character in intake and registration numbers. */
  readonly mark: string;
  /** Somebody asked and must be answered: every signatory gets a reply before the matter can close. */
  readonly replyDuty: boolean;
  /** 不予立项 is allowed. A deputy's suggestion can never be declined. */
  readonly declinable: boolean;
  /** May be entered by hand. */
  readonly byHand: boolean;
  /** May come as a sheet of many. */
  readonly byImport: boolean;
}

/** Every kind of matter (DESIGN 1) with its rules. */
export const matterKinds = {
  instruction: { mark: '批', replyDuty: false, declinable: false, byHand: true, byImport: false },
  field_visit: { mark: '调', replyDuty: false, declinable: false, byHand: false, byImport: false },
  netizen_message: { mark: '网', replyDuty: true, declinable: true, byHand: true, byImport: true },
  deputy_suggestion: { mark: '建', replyDuty: true, declinable: false, byHand: false, byImport: true },
  cppcc_proposal: { mark: '提', replyDuty: true, declinable: true, byHand: false, byImport: true },
  superior_document: { mark: '文', replyDuty: false, declinable: false, byHand: false, byImport: false },
  meeting_decision: { mark: '会', replyDuty: false, declinable: false, byHand: true, byImport: false },
  hotline: { mark: '热', replyDuty: true, declinable: true, byHand: false, byImport: true },
  petition: { mark: '信', replyDuty: true, declinable: true, byHand: false, byImport: false },
  work_report: { mark: '报', replyDuty: false, declinable: false, byHand: false, byImport: false },
  superior_feedback: { mark: '反', replyDuty: false, declinable: false, byHand: false, byImport: false },
  inspection_finding: { mark: '查', replyDuty: false, declinable: false, byHand: false, byImport: false },
} as const satisfies Record<string, KindRules>;

/** A kind of matter. */
export type MatterKind = keyof typeof matterKinds;

const isKind = (text: string): text is MatterKind => Object.hasOwn(matterKinds, text);

/** All kinds, in the order of DESIGN 1. */
export const matterKindNames: readonly MatterKind[] = Object.keys(matterKinds).filter(isKind);

/** Kinds that a person may enter one by one. */
export const kindsByHand: readonly MatterKind[] = matterKindNames.filter((kind) => matterKinds[kind].byHand);

/** Kinds that may come as a sheet. */
export const kindsByImport: readonly MatterKind[] = matterKindNames.filter((kind) => matterKinds[kind].byImport);

/** Whether every signatory of such a matter must be answered. */
export const hasReplyDuty = (kind: MatterKind): boolean => matterKinds[kind].replyDuty;

/** Whether such a matter may be declined (不予立项). */
export const mayBeDeclined = (kind: MatterKind): boolean => matterKinds[kind].declinable;
