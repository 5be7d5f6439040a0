import { cellMessages, dayMessages } from '@ducha/spreadsheet';
import type { DutyLine } from '../domain/duty-line.js';

/** Why a cell of a sheet of duties was refused. Permanent words; the screen shows them in its language. */
export type DutyCellFault =
  | 'required'
  | 'tooLong'
  | 'cellError'
  | 'unstorable'
  | 'invalidDate'
  | 'dateInFuture'
  | 'beforeEarlierChange'
  | 'unknownUnit'
  | 'ambiguousUnit'
  | 'repeatedUnit'
  | 'repeatedItem'
  | 'unknownList'
  | 'townshipOnWithdrawn'
  | 'townshipLeadsAssisting';

/** One cell that keeps its row out. `row` is 1-based as Excel counts; `column` letters, null when the sheet has no such column. */
export interface DutyRejected {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: DutyCellFault;
}

/** `rows` = `begun` + `changed` + `same` + `rejected`; `physicalRows` = `rows` + `blank`. `rejected` counts rows. */
export interface DutyImportCounts {
  readonly physicalRows: number;
  readonly rows: number;
  readonly blank: number;
  readonly begun: number;
  readonly changed: number;
  readonly same: number;
  readonly rejected: number;
}

/** A line as a row gives it, checked. */
export interface SheetLine extends DutyLine {
  readonly row: number;
  /** ISO; the instant from which it is in force. */
  readonly from: string;
  readonly standing: 'new' | 'changed' | 'same';
  /** As the sheet names them, for the preview. */
  readonly leadName: string;
  readonly assistNames: readonly string[];
}

/** A sheet that was read to its end. */
export interface DutySheet {
  readonly counts: DutyImportCounts;
  readonly lines: readonly SheetLine[];
  readonly rejected: readonly DutyRejected[];
}

const messages: Record<DutyCellFault, { readonly zh: string; readonly en: string }> = {
  ...cellMessages,
  ...dayMessages,
  beforeEarlierChange: { zh: '早于该事项已有记录的起始日期', en: 'lies before what is recorded of the item' },
  unknownUnit: { zh: '没有这个单位', en: 'is no unit of today' },
  ambiguousUnit: { zh: '有多个单位叫这个名称，请写全称', en: 'is the name of several units; use the full one' },
  repeatedUnit: { zh: '同一单位重复', en: 'names a unit twice' },
  repeatedItem: { zh: '该事项在表中已出现', en: 'stands in the sheet already' },
  unknownList: { zh: '应为“基本履职”“配合履职”“上级部门收回”或空', en: 'is none of the three lists' },
  townshipOnWithdrawn: {
    zh: '上级部门收回的事项不能由乡镇（街道）承担',
    en: 'is a township, from which the item was withdrawn',
  },
  townshipLeadsAssisting: {
    zh: '配合履职事项不能由乡镇（街道）主办',
    en: 'is a township, which only assists in the item',
  },
};

/** Why a cell was refused, in the language of the reader. */
export const dutyCellMessage = (code: DutyCellFault, language: 'zh' | 'en'): string => messages[code][language];
