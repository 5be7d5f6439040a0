/** A word on the screen in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** How a field is filled in and checked. `date` is a calendar day `YYYY-MM-DD` of the county. */
export type FieldType = 'text' | 'long_text' | 'date' | 'number' | 'yes_no' | 'choice';

/** One value of a choice: the code that is kept, and how offices write it in their sheets beside the label. */
export interface FieldChoice {
  readonly code: string;
  readonly label: Label;
  readonly alsoWritten?: readonly string[];
  /** What has it is an accusation (DOMAIN L17): it names who is accused and only goes the restricted way. */
  readonly isAccusation?: true;
}

/** A field that only one kind of matter has. */
export interface KindField {
  readonly label: Label;
  readonly type: FieldType;
  readonly required?: boolean;
  /** Most characters of a text; 200 for `text`, 5,000 for `long_text` when it says nothing. */
  readonly longest?: number;
  readonly choices?: readonly FieldChoice[];
  /** Titles of its column in sheets beside the two labels. */
  readonly headers?: readonly string[];
}

/** Common columns of a sheet whose titles a kind writes in its own way. */
export type SharedColumn =
  | 'foreignId'
  | 'asker'
  | 'title'
  | 'body'
  | 'occurredAt'
  | 'receivedAt'
  | 'principal'
  | 'meeting';

/** What a kind of matter is, asks and allows: the one table that entry, sheets, pages, numbers and rules read. */
export interface KindTable {
  readonly label: Label;
  /** One character in the usual intake and registration numbers. */
  readonly mark: string;
  /** What its signatories are called; null: it has none. */
  readonly askers: Label | null;
  /** Who is told what came of it: every signatory by a reply, the principal by the presentation of the task, or nobody. */
  readonly replyTo: 'every_signatory' | 'principal' | 'nobody';
  /** 不予立项 is allowed. A deputy's suggestion can never be declined. */
  readonly declinable: boolean;
  /** Texts, names of files and cells are looked through for marks of secrecy, and who enters declares that there is none. */
  readonly secrecyScreen: boolean;
  /** After the reply somebody calls back (回访) and writes down what was said. */
  readonly callBack: boolean;
  /** The unit that leads may be shown how to reach who asked. Not where the asker may be complaining of that very unit. */
  readonly unitMeetsAskers: boolean;
  /** A principal must be named: whose instruction, whose visit. */
  readonly ofPrincipal: boolean;
  /** The meeting that decided must be named. */
  readonly ofMeeting: boolean;
  /** A person may enter it; `false`: only the system makes it. */
  readonly byHand: boolean;
  /** A cell of its sheets may name several signatories, parted by 、 or a comma. */
  readonly severalAskersInCell: boolean;
  /** In its sheets a row may say no more than the title: the text is then the title. */
  readonly bodyMayBeTitle: boolean;
  readonly fields: Readonly<Record<string, KindField>>;
  /** Titles that its sheets use for common columns, beside the usual ones. */
  readonly headers?: Partial<Record<SharedColumn, readonly string[]>>;
}

const base = {
  askers: null,
  replyTo: 'nobody',
  declinable: false,
  secrecyScreen: true,
  callBack: false,
  unitMeetsAskers: false,
  ofPrincipal: false,
  ofMeeting: false,
  byHand: true,
  severalAskersInCell: false,
  bodyMayBeTitle: false,
} as const;

/** A kind as it differs from the plainest one: by hand, screened, nobody to answer. */
export const kindTable = <const K extends Partial<KindTable> & Pick<KindTable, 'label' | 'mark' | 'fields'>>(
  kind: K,
) => ({
  ...base,
  ...kind,
});

/** Result classes as the offices of deputies and of the CPPCC print them. */
export const resultClassChoices: readonly FieldChoice[] = [
  { code: 'A', label: { zh: 'A 已解决或基本解决', en: 'A solved' }, alsoWritten: ['A', 'A类'] },
  { code: 'B', label: { zh: 'B 列入计划解决', en: 'B planned' }, alsoWritten: ['B', 'B类'] },
  { code: 'C', label: { zh: 'C 因条件限制待以后解决', en: 'C later' }, alsoWritten: ['C', 'C类'] },
  { code: 'D', label: { zh: 'D 作参考', en: 'D for reference' }, alsoWritten: ['D', 'D类'] },
];
