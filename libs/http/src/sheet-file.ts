import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A sheet as an answer that a browser keeps as a file. @param name  without the ending */
export function sheetFile(stream: Readable, name: string, format: keyof typeof mediaTypes): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`;
  return new StreamableFile(stream, { type: mediaTypes[format], disposition });
}
