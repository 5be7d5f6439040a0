import type { FieldType } from '../domain/kinds/kind-table.js';
import type { MatterKind } from '../domain/matter-kind.js';

/** A word in both languages. */
export class LabelView {
  zh: string;
  en: string;
}

/** One value of a choice. */
export class FieldChoiceView {
  code: string;
  label: LabelView;
}

/** A field that only one kind has. */
export class KindFieldView {
  name: string;
  label: LabelView;
  /** text, long_text, date (YYYY-MM-DD), number, yes_no, choice */
  type: FieldType;
  required: boolean;
  /** Most characters; null where it does not apply. */
  longest: number | null;
  choices: FieldChoiceView[];
}

/** What a kind of matter is, asks and allows. Forms, sheets and rules come from it. */
export class MatterKindView {
  kind: MatterKind;
  label: LabelView;
  /** What its signatories are called; null: it has none. */
  askers: LabelView | null;
  /** Who is told what came of it: every_signatory, principal, nobody */
  replyTo: string;
  declinable: boolean;
  callBack: boolean;
  secrecyScreen: boolean;
  ofPrincipal: boolean;
  ofMeeting: boolean;
  byHand: boolean;
  byImport: boolean;
  fields: KindFieldView[];
}
