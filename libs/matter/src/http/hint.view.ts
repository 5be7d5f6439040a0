import { type TownshipList, UnitBrief } from '@ducha/org';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';

/** Why something is proposed. */
export class HintReasonView {
  /** same_source, same_title, same_text, same_asker, similar_matters, register_words, duty_register */
  code: string;
  /** For `similar_matters`: so many of so many, and some of their intake numbers. */
  count?: number;
  of?: number;
  examples?: string[];
  /** For `register_words` and `duty_register`. */
  category?: string;
}

/** A matter that resembles the one in hand. */
export class SimilarMatterView {
  id: string;
  intakeNo: string;
  title: string;
  kind: MatterKind;
  state: MatterState;
  receivedAt: Date;
  category: string | null;
  /** 0 to 1. */
  likeness: number;
  likelyDuplicate: boolean;
  /** Its work is still to be done: the one in hand may be merged into it. */
  mayTake: boolean;
  reasons: HintReasonView[];
}

/** A category that is proposed. */
export class ProposedCategoryView {
  category: string;
  /** 0 to 1. */
  confidence: number;
  reasons: HintReasonView[];
}

/** A lead unit that is proposed. */
export class ProposedUnitView {
  unit: UnitBrief;
  assistUnits: UnitBrief[];
  /** 0 to 1. */
  confidence: number;
  reasons: HintReasonView[];
}

/** What the duty register in force says about the item. */
export class RegisterLineView {
  /** The line that matched: the longest one that the category begins with. */
  item: string;
  leadUnit: UnitBrief;
  /** On which list of the townships it stands: then they only assist in it, or it was withdrawn from them. */
  townshipList: TownshipList | null;
}

/** What the intake desk is told; a person decides. */
export class IntakeHintsView {
  /** The most alike first, at most six. */
  similar: SimilarMatterView[];
  categories: ProposedCategoryView[];
  units: ProposedUnitView[];
  /** Null when the register names nobody. */
  line: RegisterLineView | null;
}
