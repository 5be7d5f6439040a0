import { PassThrough, type Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { writeCsv, writeXlsx } from '@ducha/spreadsheet';
import type { DutyExportQuery } from '../http/duty.dto.js';
import { dutyExport } from '../import/duty-columns.js';
import { DutyRegister } from './duty-register.query.js';

const batchSize = 500;

/** The register as a workbook or text that streams. It holds no personal data and is published by law, so one person may take it. */
@Injectable()
export class DutyExport {
  private readonly logger = new Logger('DutyExport');

  constructor(
    private readonly register: DutyRegister,
    private readonly audit: Audit,
  ) {}

  /** Starts the export; that it was made is recorded before its first byte. */
  async open(query: DutyExportQuery, by: Actor): Promise<Readable> {
    const { format } = query;
    await this.audit.recordApart({ act: 'duty.export', subject: { type: 'duty', id: null }, by, facts: { format } });
    const stream = new PassThrough();
    const write = format === 'xlsx' ? writeXlsx : writeCsv;
    write(stream, dutyExport, this.rows(query)).catch((error: unknown) =>
      this.logger.warn(`an export broke off: ${String(error)}`),
    );
    return stream;
  }

  private async *rows(query: DutyExportQuery) {
    let after: string | null = null;
    for (;;) {
      const batch: Awaited<ReturnType<DutyRegister['lines']>> = await this.register.lines(query, after, batchSize);
      yield* batch;
      if (batch.length < batchSize) return;
      after = batch.at(-1)?.category ?? null;
    }
  }
}
