import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { DutyLine } from '../domain/duty-line.js';
import type { DutyImportCounts, DutySheet, SheetLine } from '../import/duty-report.js';
import { type DutyFrame, readDuties } from '../import/read-duties.js';
import { orgFault } from '../org-faults.js';
import { secrecyWords } from '../queries/secrecy-words.query.js';
import { kindsOf } from './duty-rows.js';
import { KeepDuties } from './keep-duties.js';

const rejectedKept = 1_000;

interface Kept {
  readonly version: number;
  readonly state: 'previewed' | 'committed';
  readonly lines: SheetLine[];
  readonly counts: DutyImportCounts;
}

/** Takes sheets of duties in: looked at first, then all lines in one act or none. */
@Injectable()
export class ImportDuties {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly duties: KeepDuties,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Reads a sheet and keeps what would come of it. Answers the id of the import. @throws Fault `spreadsheet.*` with sheet, row and column */
  async preview(path: string, fileName: string, by: Doer): Promise<string> {
    const sheet = await this.read(path);
    const id = this.ids.next();
    await this.store.transaction(async (tx) => {
      await tx.query(
        `insert into duty_import (id, file_name, state, lines, counts, rejected, person_id, created_at, version)
         values ($1, $2, 'previewed', $3, $4, $5, $6, now(), 1)`,
        [id, fileName, json(sheet.lines), json(sheet.counts), json(sheet.rejected.slice(0, rejectedKept)), by.personId],
      );
      await this.audit.record(tx, {
        act: 'duty_import.preview',
        subject: { type: 'duty_import', id },
        by,
        facts: { ...sheet.counts },
      });
    });
    return id;
  }

  /** Takes a previewed sheet in. @throws Fault `org.dutyImportNotFound`, `org.dutyImportCommitted`, `org.dutyImportRejected`, `org.dutyImportStale` */
  async commit(id: string, version: number, by: Doer): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [seen] = await tx.query<Kept[]>(
        'select version, state, lines, counts from duty_import where id = $1 for update',
        [id],
      );
      if (!seen) throw orgFault('dutyImportNotFound');
      if (seen.state === 'committed') throw orgFault('dutyImportCommitted');
      refuseStale(seen, version);
      if (seen.counts.rejected > 0) throw orgFault('dutyImportRejected', { rejectedRows: seen.counts.rejected });
      await this.refuseMovedOn(tx, seen.lines);
      await this.write(tx, seen.lines, by);
      await tx.query(
        `update duty_import set state = 'committed', committed_at = now(), version = version + 1 where id = $1`,
        [id],
      );
      await this.audit.record(tx, {
        act: 'duty_import.commit',
        subject: { type: 'duty_import', id },
        by,
        from: 'previewed',
        to: 'committed',
        facts: { ...seen.counts },
      });
    });
  }

  /** Reads and, unless it is a rehearsal or a row is refused, takes in at once: for the operator at the command line. */
  async run(path: string, { dryRun }: { readonly dryRun: boolean }): Promise<DutySheet> {
    const sheet = await this.read(path);
    if (dryRun || sheet.counts.rejected > 0) return sheet;
    await this.store.transaction(async (tx) => {
      await this.refuseMovedOn(tx, sheet.lines);
      await this.write(tx, sheet.lines, null);
      await this.audit.record(tx, {
        act: 'duty_import.commit',
        subject: { type: 'duty_import', id: null },
        by: null,
        facts: { ...sheet.counts },
      });
    });
    return sheet;
  }

  private async write(tx: EntityManager, lines: readonly SheetLine[], by: Doer | null): Promise<void> {
    const wanted = lines.filter(({ standing }) => standing !== 'same');
    await this.duties.take(
      tx,
      by,
      wanted.map(({ category, leadUnitId, assistUnitIds, townshipList, basis, from }) => ({
        ...{ category, leadUnitId, assistUnitIds, townshipList, basis },
        from: new Date(from),
      })),
    );
  }

  /** Between preview and commit somebody may have changed a line or ended a unit. */
  private async refuseMovedOn(tx: EntityManager, lines: readonly SheetLine[]): Promise<void> {
    const wanted = lines.filter(({ standing }) => standing !== 'same');
    const kinds = await kindsOf(
      tx,
      wanted.flatMap(({ leadUnitId, assistUnitIds }) => [leadUnitId, ...assistUnitIds]),
    );
    const [later] = await tx.query<unknown[]>(
      `select 1 from jsonb_to_recordset($1::jsonb) as l(category text, "from" timestamptz, standing text) join duty d on d.category = l.category
       where d.to_at > l."from" or (d.to_at is null and (d.from_at >= l."from" or l.standing = 'new')) limit 1`,
      [json(wanted.map(({ category, from, standing }) => ({ category, from, standing })))],
    );
    const isGone = wanted.some(({ leadUnitId, assistUnitIds }) =>
      [leadUnitId, ...assistUnitIds].some((unitId) => !kinds.has(unitId)),
    );
    if (later !== undefined || isGone) throw orgFault('dutyImportStale');
  }

  private async read(path: string): Promise<DutySheet> {
    return readDuties(path, await this.frame());
  }

  private async frame(): Promise<DutyFrame> {
    const [now, units, lines] = await Promise.all([
      this.store.queryOne<{ now: Date }>('select now() as now'),
      this.store.query<DutyFrame['units'][number]>(
        `select id, name, short_name as "shortName", kind from unit where from_at <= now() and (to_at is null or to_at > now()) and kind <> 'village'`,
      ),
      this.store.query<{ category: string; last: Date; line: DutyLine | null }>(
        `select d.category, greatest(max(d.to_at), max(d.from_at)) as last,
           (array_agg(jsonb_build_object('category', d.category, 'leadUnitId', d.lead_unit_id, 'assistUnitIds', d.assist_unit_ids,
             'townshipList', d.township_list, 'basis', d.basis)) filter (where d.to_at is null))[1] as line
         from duty d group by d.category`,
      ),
    ]);
    if (!now) throw new Error('now is one row, always');
    const standing = new Map(lines.map(({ category, last, line }) => [category, { line, last }]));
    return { now: now.now, units, standing, screenWords: await secrecyWords(this.store) };
  }
}

const json = (value: unknown): string => JSON.stringify(value);
