import type { Readable } from 'node:stream';
import type { StreamableFile } from '@nestjs/common';
import { sheetFile } from '@ducha/http';
import type { ExportFormat } from '../domain/export-format.js';
import type { ExportRegister } from '../domain/export-lifecycle.js';

const names: Record<ExportRegister, string> = {
  ledger: '督办台账',
  people: '人员名册',
  register: '督办登记',
  matters: '事项台账',
};

/** The answer that a browser keeps as a file. */
export function registerFile(
  stream: Readable,
  { register, format }: { readonly register: ExportRegister; readonly format: ExportFormat },
): StreamableFile {
  return sheetFile(stream, names[register], format);
}
