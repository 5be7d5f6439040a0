import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { type ExportColumn, exportAloneMax, numberedRows, sheetStream } from '@ducha/spreadsheet';
import type { LedgerExportQuery } from '../http/ledger.dto.js';
import type { LedgerFacts } from './ledger-facts.js';
import { Ledger } from './ledger.query.js';
import { taskFault } from '../task-faults.js';

interface Line extends LedgerFacts {
  place: number;
}

const stateNames: Record<LedgerFacts['state'], string> = {
  draft: '拟稿',
  proposed: '待批',
  registered: '已立项',
  dispatched: '已交办',
  under_way: '办理中',
  answered: '已报结·待核查',
  verified: '核查通过',
  presented: '已呈报',
  closed: '已办结',
  effective: '见效',
  cancelled: '已终止',
};

/** The columns counties use, in their order. */
const columns: readonly ExportColumn<Line>[] = [
  { title: '序号', width: 6, value: (row) => row.place },
  { title: '立项编号', width: 18, value: (row) => row.number },
  { title: '交办日期', width: 12, dates: 'day', value: (row) => row.dispatchedAt },
  { title: '来源', width: 12, value: (row) => row.matterKind ?? row.kind },
  { title: '事项', width: 40, value: (row) => row.title },
  { title: '交办领导', width: 10, value: (row) => row.principalName },
  { title: '牵头县领导', width: 10, value: (row) => row.leadLeaderName },
  { title: '主办', width: 16, value: (row) => row.leadUnitName },
  { title: '协办', width: 24, value: (row) => row.assistUnits.map(({ shortName }) => shortName).join('、') },
  { title: '责任人', width: 10, value: (row) => row.responsibleName },
  { title: '时限', width: 18, value: (row) => row.dueAt },
  {
    title: '状态',
    width: 14,
    value: (row) =>
      `${stateNames[row.state]}${row.suspendedAt === null ? '' : '（中止）'}${row.overdue ? '（超期）' : ''}`,
  },
  { title: '进展', width: 40, value: (row) => row.progress },
  { title: '存在问题', width: 30, value: (row) => row.problem },
  { title: '下步措施', width: 30, value: (row) => row.nextStep },
  { title: '完成情况', width: 16, value: completionOf },
];

/** A claim is called a claim: 已办结 stands only where the end was granted. */
function completionOf({
  closedAt,
  verifiedAt,
  answeredAt,
  state,
  currentValue,
  targetValue,
  targetUnit,
}: Line): string {
  const counted = targetValue === null ? '' : `${currentValue ?? 0}/${targetValue}${targetUnit ?? ''} `;
  if (closedAt !== null && state !== 'cancelled') return `${counted}已办结`;
  if (verifiedAt !== null) return `${counted}核查通过`;
  return answeredAt === null ? counted.trim() : `${counted}已报结，待核查`;
}

/** The ledger as a workbook or text that streams: memory does not grow with the number of rows. */
@Injectable()
export class LedgerExport {
  private readonly logger = new Logger('LedgerExport');

  constructor(
    private readonly ledger: Ledger,
    private readonly audit: Audit,
  ) {}

  /** Starts an export that one person may make alone. @throws Fault `task.exportNeedsSecond` above 200 rows */
  async openAlone(query: LedgerExportQuery, by: Actor): Promise<Readable> {
    const counted = await this.ledger.countUpTo(exportAloneMax + 1, query, 'task.export', by);
    if (counted > exportAloneMax) throw taskFault('exportNeedsSecond', { most: exportAloneMax });
    return this.open(query, by);
  }

  /**
   * Starts the export; that it was made is recorded before its first byte.
   * @param unmasked  a second person has allowed personal numbers in it
   */
  async open(query: LedgerExportQuery, by: Actor, unmasked = false): Promise<Readable> {
    await this.audit.recordApart({
      act: 'ledger.export',
      subject: { type: 'ledger', id: null },
      by,
      facts: { format: query.format, unmasked },
    });
    const rows = numberedRows((id, limit) => this.ledger.before(query, 'task.export', by, id, limit));
    return sheetStream({ format: query.format, columns, rows, unmasked }, (error) =>
      this.logger.warn(`an export broke off: ${String(error)}`),
    );
  }
}
