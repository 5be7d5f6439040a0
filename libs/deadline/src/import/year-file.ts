import type { SetDay } from '../domain/calendars/calendar-year.js';

/** Kinds of files a notice's list comes in. */
export const yearFormats = ['json', 'ical', 'sheet'] as const;
/** One of `yearFormats`. */
export type YearFormat = (typeof yearFormats)[number];

/** Why a row of a file was refused. Permanent words. */
export type YearRowFault =
  | 'required'
  | 'tooLong'
  | 'cellError'
  | 'invalidDate'
  | 'unknownSign'
  | 'tooMany'
  | 'unstorable';

/** One place of a file that keeps it out: the row of a sheet, the number of an event or of an entry of `days`. */
export interface YearRejected {
  readonly row: number;
  readonly field: string;
  readonly code: YearRowFault;
}

/** What a file says; `year` is null where it cannot be told. */
export interface YearFile {
  readonly format: YearFormat;
  readonly year: number | null;
  readonly addresses: readonly string[];
  readonly days: readonly SetDay[];
  /** Row of each day, in their order. */
  readonly rows: readonly number[];
  readonly rejected: readonly YearRejected[];
}

/** A day or what is wrong with it. */
export type ReadDay = { readonly row: number } & (
  | { readonly day: SetDay }
  | { readonly field: string; readonly code: YearRowFault }
);

/** A file from its days; the year is the one in which most of them lie. */
export function fileOf(
  format: YearFormat,
  read: readonly ReadDay[],
  said: { readonly year?: number | null; readonly addresses?: readonly string[] } = {},
): YearFile {
  const sound = read.flatMap((one) => ('day' in one ? [one] : []));
  const days = sound.map(({ day }) => day);
  return {
    format,
    year: said.year ?? yearOfMost(days),
    addresses: said.addresses ?? [],
    days,
    rows: sound.map(({ row }) => row),
    rejected: read.flatMap((one) => ('code' in one ? [{ row: one.row, field: one.field, code: one.code }] : [])),
  };
}

function yearOfMost(days: readonly SetDay[]): number | null {
  const count = new Map<number, number>();
  for (const { day } of days) count.set(Number(day.slice(0, 4)), (count.get(Number(day.slice(0, 4))) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

/** Addresses that may be shown as links; what is none is left out. */
export const webAddresses = (texts: readonly unknown[]): string[] =>
  texts.filter(
    (text): text is string => typeof text === 'string' && text.length <= 400 && /^https?:\/\/[^\s"<>]+$/i.test(text),
  );

const offWords = /放假|休息|休假|假期|节假日|^休$|^假$|（休）|\(休\)|休$|假$|day off|holiday|^off$/iu;
const workingWords = /调休上班|上班|补班|补休上班|工作日|^班$|（班）|\(班\)|班$|make-?up|working|^work$/iu;

/** Whether words mean a make-up working day (true) or a day off (false); undefined where they say neither. */
export function signOf(words: string): boolean | undefined {
  const text = words.normalize('NFKC').trim();
  if (workingWords.test(text)) return true;
  return offWords.test(text) ? false : undefined;
}
