import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type KnownSite, planSites, type SiteLine, type SitePlan } from '../domain/site-plan.js';
import { UnitDirectory } from '../domain/unit-directory.js';
import { knownUnits } from '../queries/known-units.js';
import { readSheet, type SheetRead } from '../sheets/read-sheet.js';
import { mostSites, readSiteLine, type SiteColumn, siteHeaders } from '../sheets/site-sheet.js';
import { refuseUnagreed, type SheetCommand } from './sheet-command.js';
import { reportOf, type SheetReport } from './sheet-report.js';

const sitesSql = `insert into site (id, kind, code, name, unit_id, parent_id, from_at, version)
  select s.id, s.kind, s.code, s.name, s."unitId", s."parentId", now(), 1
  from jsonb_to_recordset($1::jsonb) as s(id uuid, kind text, code text, name text, "unitId" uuid, "parentId" uuid)`;

const renamedSql = `update site s set name = r.name, version = s.version + 1 from jsonb_to_recordset($1::jsonb) as r(id uuid, name text) where s.id = r.id`;

/** Takes the frame in, villages with their households: all of a sheet in one transaction, or none. */
@Injectable()
export class ImportSites {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Says what would come of it; writes nothing. @throws Fault `spreadsheet.*` */
  async preview({ file }: SheetCommand): Promise<SheetReport> {
    return (await this.compare(await this.read(file))).report;
  }

  /** @throws Fault `roster.sheetRefused`, `roster.planMoved`, `spreadsheet.*` */
  async run({ file, by }: SheetCommand, digest: string | null): Promise<SheetReport> {
    const sheet = await this.read(file);
    return this.store.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('roster.sites'))`);
      const { report, plan } = await this.compare(sheet);
      refuseUnagreed(report, digest);
      await this.write(tx, plan);
      const { physicalRows: _, ...counts } = report.counts;
      await this.audit.record(tx, { act: 'site.import', subject: { type: 'site', id: null }, by, facts: counts });
      return report;
    });
  }

  private async write(tx: EntityManager, { found, renamed }: SitePlan): Promise<void> {
    const ids = new Map(found.map(({ row }) => [row, this.ids.next()]));
    const rows = found.map(({ row, parent, ...site }) => ({
      ...site,
      id: ids.get(row),
      parentId: parent === null ? null : 'id' in parent ? parent.id : ids.get(parent.row),
    }));
    // villages first: their households name them
    await tx.query(sitesSql, [JSON.stringify(rows.filter(({ kind }) => kind !== 'household'))]);
    await tx.query(sitesSql, [JSON.stringify(rows.filter(({ kind }) => kind === 'household'))]);
    await tx.query(renamedSql, [JSON.stringify(renamed)]);
  }

  private read(file: string | Uint8Array): Promise<SheetRead<SiteLine, SiteColumn>> {
    return readSheet(file, siteHeaders, mostSites, readSiteLine);
  }

  private async compare(sheet: SheetRead<SiteLine, SiteColumn>): Promise<{ report: SheetReport; plan: SitePlan }> {
    const known = await this.store.query<KnownSite>(
      'select id, kind, code, name, unit_id as "unitId", parent_id as "parentId" from site where to_at is null',
    );
    const plan = planSites(sheet.lines, new UnitDirectory(await knownUnits(this.store)), known);
    const planned = { effects: plan.effects, bad: plan.bad, deeds: [plan.found, plan.renamed] };
    const said = ({ code, name, unit, village }: SiteLine): { name: string; place: string } => ({
      name: `${code} ${name}`,
      place: village ?? unit ?? '',
    });
    return { report: reportOf(sheet, planned, said), plan };
  }
}
