import type { Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { type ExportColumn, exportAloneMax, numberedRows, sheetStream } from '@ducha/spreadsheet';
import { Store } from '@ducha/store';
import { ExportRegisters, type KeptFilters, type WantedFile } from '@ducha/task';
import { matterStateNames } from '../domain/matter-lifecycle.js';
import { matterKinds } from '../domain/matter-kind.js';
import type { MatterExportQuery, MatterFilter } from '../http/matter-filter.dto.js';
import { matterFault } from '../matter-faults.js';
import { countMatters } from './matter-choice.js';
import { type ListFacts, MatterList } from './matter-list.query.js';

type Line = ListFacts & { readonly place: number };

/** The columns of the list, in their order. Who asked is in no file: names and contacts stay in the matter. */
const columns: readonly ExportColumn<Line>[] = [
  { title: '序号', width: 6, value: ({ place }) => place },
  { title: '登记号', width: 18, value: ({ intakeNo }) => intakeNo },
  { title: '来源', width: 14, value: ({ kind }) => matterKinds[kind].label.zh },
  { title: '标题', width: 40, value: ({ title }) => title },
  { title: '类别', width: 26, value: ({ category }) => category },
  { title: '收到时间', width: 18, value: ({ receivedAt }) => receivedAt },
  { title: '状态', width: 12, value: ({ state }) => matterStateNames[state] },
  { title: '立项编号', width: 18, value: ({ number }) => number },
  { title: '主办', width: 24, value: ({ leadUnits }) => leadUnits.map(({ shortName }) => shortName).join('、') },
  { title: '交办领导', width: 10, value: ({ principal }) => principal?.name ?? null },
  { title: '发生时间', width: 18, value: ({ occurredAt }) => occurredAt },
  { title: '办结时间', width: 18, value: ({ closedAt }) => closedAt },
];

/** The matters as a workbook or text that streams. Accusations are in no file. */
@Injectable()
export class MatterExport implements OnModuleInit {
  private readonly logger = new Logger('MatterExport');

  constructor(
    private readonly store: Store,
    private readonly matters: MatterList,
    private readonly audit: Audit,
    private readonly registers: ExportRegisters,
  ) {}

  onModuleInit(): void {
    this.registers.offer('matters', this);
  }

  /** Starts an export that one person may make alone. @throws Fault `matter.exportNeedsSecond` above 200 rows */
  async openAlone({ format, ...filter }: MatterExportQuery, by: Actor): Promise<Readable> {
    const counted = await this.countUpTo(exportAloneMax + 1, { ...filter }, by);
    if (counted > exportAloneMax) throw matterFault('exportNeedsSecond', { most: exportAloneMax });
    return this.open({ format, filters: { ...filter }, unmasked: false }, by);
  }

  /** How many rows the file would have; counting stops at `most`. */
  countUpTo(most: number, filters: KeptFilters, by: Actor): Promise<number> {
    return countMatters(this.store, { filter: filterOf(filters), act: 'matter.export', by }, most);
  }

  /** Starts the export; that it was made is recorded before its first byte. */
  async open({ format, filters, unmasked }: Omit<WantedFile, 'register'>, by: Actor): Promise<Readable> {
    const facts = { format, unmasked };
    await this.audit.recordApart({ act: 'matter.export', subject: { type: 'matter', id: null }, by, facts });
    const filter = filterOf(filters);
    const rows = numberedRows((before, limit) =>
      this.matters.facts({ filter, act: 'matter.export', by, before }, limit),
    );
    return sheetStream({ format, columns, rows, unmasked }, (error) =>
      this.logger.warn(`an export broke off: ${String(error)}`),
    );
  }
}

/** A kept filter as the list takes it. It was a `MatterFilter` when it was kept. */
const filterOf = (kept: KeptFilters): MatterFilter => ({ ...kept });
