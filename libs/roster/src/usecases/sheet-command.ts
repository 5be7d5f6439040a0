import type { Actor } from '@ducha/access';
import { rosterFault } from '../roster-faults.js';
import type { SheetReport } from './sheet-report.js';

/** A sheet to be looked at or taken in. */
export interface SheetCommand {
  /** Path of the file, or its bytes. */
  readonly file: string | Uint8Array;
  /** Null: the operator at the command line. */
  readonly by: Actor | null;
}

/** @param digest of the preview that was agreed to; null where there was none */
export function refuseUnagreed({ counts, rejected, digest: now }: SheetReport, digest: string | null): void {
  if (counts.rejected > 0)
    throw rosterFault('sheetRefused', { rejectedRows: counts.rejected, rejected: rejected.slice(0, 100) });
  if (digest !== null && digest !== now) throw rosterFault('planMoved');
}

/** Acts that a roster changes units, people and posts by are explained with this. */
export const bySheet = '按名册表格办理';
