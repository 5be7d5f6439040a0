import { Injectable } from '@nestjs/common';
import type { Language } from '@ducha/http';
import { Store } from '@ducha/store';
import type { DutyImportView } from '../http/duty.view.js';
import { dutyCellMessage, type DutyRejected, type SheetLine } from '../import/duty-report.js';
import { orgFault } from '../org-faults.js';

const sampleSize = 20;

interface Kept extends Pick<DutyImportView, 'id' | 'version' | 'fileName' | 'state' | 'counts'> {
  readonly lines: SheetLine[];
  readonly rejected: DutyRejected[];
}

/** Sheets of duties that were looked at or taken in. */
@Injectable()
export class DutyImports {
  constructor(private readonly store: Store) {}

  /** @throws Fault `org.dutyImportNotFound` */
  async of(id: string, language: Language): Promise<DutyImportView> {
    const kept = await this.store.queryOne<Kept>(
      `select id, version, file_name as "fileName", state, counts, lines, rejected from duty_import where id = $1`,
      [id],
    );
    if (!kept) throw orgFault('dutyImportNotFound');
    const { lines, rejected, ...brief } = kept;
    return {
      ...brief,
      rejected: rejected.map((cell) => ({ ...cell, message: dutyCellMessage(cell.code, language) })),
      sample: lines
        .filter(({ standing }) => standing !== 'same')
        .slice(0, sampleSize)
        .map(sampleOf),
      actions: kept.state === 'previewed' && kept.counts.rejected === 0 ? ['commit'] : [],
    };
  }
}

function sampleOf({ row, category, leadName, assistNames, townshipList, basis, standing }: SheetLine) {
  return {
    ...{ row, category, townshipList, basis },
    leadUnit: leadName,
    assistUnits: [...assistNames],
    isNew: standing === 'new',
  };
}
