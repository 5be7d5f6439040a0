import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { ExportFormat } from '../domain/export-format.js';

const mediaTypes: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The answer that a browser keeps as a file. */
export function ledgerFile(stream: Readable, format: ExportFormat): StreamableFile {
  const name = encodeURIComponent(`督办台账.${format}`);
  return new StreamableFile(stream, {
    type: mediaTypes[format],
    disposition: `attachment; filename*=UTF-8''${name}`,
  });
}
