import { IsId, IsInstant, MayBeAbsent } from '@ducha/http';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

/** What figures are grouped by. */
export const reportGroups = ['unit', 'kind', 'month'] as const;

/** Of which cases a report is made, and how. */
export class TimelinessQuery {
  /** Past instant, for the figures as they stood then; now when absent. */
  @MayBeAbsent()
  @IsInstant()
  asOf?: string;

  /** Terms such as `5wd,15d,2m`: working days, days, months; at most twelve. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  within?: string;

  @MayBeAbsent()
  @IsIn(reportGroups)
  by?: (typeof reportGroups)[number];

  /** A unit's id; in an imported ledger its name there. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  unit?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  kind?: string;

  /** Month of receipt, `2026-11`. */
  @MayBeAbsent()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;
}

/** Whose days, and as of when. */
export class HolderDaysQuery {
  /** Past instant; now when absent. */
  @MayBeAbsent()
  @IsInstant()
  asOf?: string;

  @MayBeAbsent()
  @IsId()
  unit?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  kind?: string;

  /** Month in which the time began, `2026-11`. */
  @MayBeAbsent()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;
}

/** Forms of a report as a file. */
export const reportFormats = ['xlsx', 'csv'] as const;
/** One of `reportFormats`. */
export type ReportFormat = (typeof reportFormats)[number];

/** The same of an imported ledger. */
export class HistoryQuery extends TimelinessQuery {
  @IsString()
  @MaxLength(100)
  source: string;
}

/** The report as a file. */
export class TimelinessFileQuery extends TimelinessQuery {
  @IsIn(reportFormats)
  format: ReportFormat;
}

/** The report of an imported ledger as a file. */
export class HistoryFileQuery extends HistoryQuery {
  @IsIn(reportFormats)
  format: ReportFormat;
}
