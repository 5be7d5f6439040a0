import { PassThrough, type Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { writeCsv, writeXlsx } from '@ducha/spreadsheet';
import type { ReportFormat } from '../http/report.dto.js';
import { reportColumns } from './report-columns.js';
import { Timeliness, type TimelinessQuestion } from './timeliness.js';

/** A report as a sheet: the groups, and all of them together as the last row. It names units, never people. */
@Injectable()
export class ReportFile {
  private readonly logger = new Logger('ReportFile');

  constructor(
    private readonly timeliness: Timeliness,
    private readonly audit: Audit,
  ) {}

  /** That it was made is recorded before its first byte. @throws as `Timeliness.report` */
  async open(question: TimelinessQuestion, format: ReportFormat, by: Actor): Promise<Readable> {
    const report = await this.timeliness.report(question);
    const facts = { format, by: report.by, asOf: report.asOf };
    await this.audit.recordApart({ act: 'report.export', subject: { type: 'report', id: null }, by, facts });
    const stream = new PassThrough();
    const write = format === 'xlsx' ? writeXlsx : writeCsv;
    const rows = [...report.groups, { ...report.all, label: '合计' }];
    write(stream, reportColumns(report), rows).catch((error: unknown) =>
      this.logger.warn(`an export broke off: ${String(error)}`),
    );
    return stream;
  }
}
