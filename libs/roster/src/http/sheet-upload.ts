import { applyDecorators } from '@nestjs/common';
import { type FormField, type Language, RepeatSafe, TakesFile } from '@ducha/http';
import { rosterFault } from '../roster-faults.js';
import { cellFaultMessage } from '../sheets/cell-fault-messages.js';
import { largestFileBytes } from '../sheets/read-sheet.js';
import type { SheetReport } from '../usecases/sheet-report.js';
import type { RosterReportView } from './roster.view.js';

const limits = { fileSize: largestFileBytes, files: 1, fields: 5, fieldSize: 1_000, parts: 8 };

/** A route that takes one sheet. Safe to repeat: a sheet taken twice changes nothing. */
export const TakesSheet = (fields: Record<string, FormField> = {}): MethodDecorator =>
  applyDecorators(RepeatSafe(), TakesFile(limits, fields));

/** @throws Fault `roster.noFile` */
export function sheetOf(uploaded: Express.Multer.File | undefined): string {
  if (uploaded) return uploaded.path;
  throw rosterFault('noFile', {}, [{ path: 'file', message: 'is required', constraint: 'isDefined' }]);
}

/** The report in the language of the reader. */
export function reportView(
  { counts, columns, rejected, sample, digest }: SheetReport,
  language: Language,
): RosterReportView {
  return {
    counts: { ...counts },
    columns: [...columns],
    rejected: rejected.map((cell) => ({ ...cell, message: cellFaultMessage(cell.code, language) })),
    sample: sample.map((line) => ({ ...line, fields: [...line.fields] })),
    digest,
  };
}
