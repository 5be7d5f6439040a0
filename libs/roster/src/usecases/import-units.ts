import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { SettleUnits, type UnitToResettle, type UnitToSettle } from '@ducha/org';
import { Store } from '@ducha/store';
import { type Above, planUnits, type UnitLine, type UnitPlan } from '../domain/unit-plan.js';
import { databaseNow } from '../queries/known-people.js';
import { knownUnits } from '../queries/known-units.js';
import { readSheet, type SheetRead } from '../sheets/read-sheet.js';
import { mostUnits, readUnitLine, type UnitColumn, unitHeaders } from '../sheets/unit-sheet.js';
import { bySheet, refuseUnagreed, type SheetCommand } from './sheet-command.js';
import { reportOf, type SheetReport } from './sheet-report.js';

/** Takes the units of a sheet in: all of them in one transaction, or none. The same sheet twice changes nothing. */
@Injectable()
export class ImportUnits {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly units: SettleUnits,
  ) {}

  /** Says what would come of it; writes nothing. @throws Fault `spreadsheet.*` */
  async preview({ file }: SheetCommand): Promise<SheetReport> {
    return (await this.compare(await this.read(file))).report;
  }

  /**
   * @param digest of the preview that was agreed to; null where there was none
   * @throws Fault `roster.sheetRefused`, `roster.planMoved`, `spreadsheet.*`
   */
  async run({ file, by }: SheetCommand, digest: string | null): Promise<SheetReport> {
    const sheet = await this.read(file);
    return this.store.transaction(async (tx) => {
      await this.units.lock(tx);
      const { report, plan } = await this.compare(sheet);
      refuseUnagreed(report, digest);
      await this.units.run(tx, by, { found: plan.found.map(toSettle), change: plan.change.map(toResettle) }, bySheet);
      const { physicalRows: _, ...counts } = report.counts;
      await this.audit.record(tx, { act: 'unit.import', subject: { type: 'unit', id: null }, by, facts: counts });
      return report;
    });
  }

  private async read(file: string | Uint8Array): Promise<SheetRead<UnitLine, UnitColumn>> {
    const now = await databaseNow(this.store);
    return readSheet(file, unitHeaders, mostUnits, (row) => readUnitLine(row, now));
  }

  private async compare(sheet: SheetRead<UnitLine, UnitColumn>): Promise<{ report: SheetReport; plan: UnitPlan }> {
    const plan = planUnits(sheet.lines, await knownUnits(this.store));
    const planned = { effects: plan.effects, bad: plan.bad, deeds: [plan.found, plan.change] };
    const said = ({ name, parent }: UnitLine): { name: string; place: string } => ({ name, place: parent ?? '' });
    return { report: reportOf(sheet, planned, said), plan };
  }
}

const keyOf = (row: number): string => String(row);
const parentOf = (above: Exclude<Above, null>): { id: string } | { key: string } =>
  'id' in above ? { id: above.id } : { key: keyOf(above.row) };

function toSettle({ row, above, ...unit }: UnitPlan['found'][number]): UnitToSettle {
  return { ...unit, key: keyOf(row), parent: above === null ? null : parentOf(above) };
}

function toResettle({ row: _, above, ...change }: UnitPlan['change'][number]): UnitToResettle {
  return { ...change, ...(above && { parent: parentOf(above) }) };
}
