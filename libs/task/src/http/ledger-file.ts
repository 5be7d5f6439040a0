import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { ExportFormat } from '../domain/export-format.js';
import type { ExportRegister } from '../domain/export-lifecycle.js';

const mediaTypes: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

const names: Record<ExportRegister, string> = { ledger: '督办台账', people: '人员名册', register: '督办登记' };

/** The answer that a browser keeps as a file. */
export function registerFile(
  stream: Readable,
  { register, format }: { readonly register: ExportRegister; readonly format: ExportFormat },
): StreamableFile {
  const name = encodeURIComponent(`${names[register]}.${format}`);
  return new StreamableFile(stream, {
    type: mediaTypes[format],
    disposition: `attachment; filename*=UTF-8''${name}`,
  });
}
