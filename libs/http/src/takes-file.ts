import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Options } from 'multer';
import { IdempotencyInterceptor, TAKES_FILE } from './idempotency.js';
import { DropUpload } from './passing-files.js';

/** A field of the form beside its file. */
export interface FormField {
  readonly type: 'string';
  readonly format?: 'uuid';
  readonly optional?: true;
}

const file = { type: 'string', format: 'binary' } as const;

/**
 * A route that takes one file in a form; it lies on the local disk while the route works and no longer. What holds for
 * the whole request (`Idempotency-Key`) begins when the file has arrived: a slow sender keeps no connection to the database.
 */
export function TakesFile(limits: Options['limits'], fields: Record<string, FormField> = {}): MethodDecorator {
  const required = Object.keys(fields).filter((name) => fields[name]?.optional !== true);
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, { type, format }]) => [name, format ? { type, format } : { type }]),
  );
  return applyDecorators(
    SetMetadata(TAKES_FILE, true),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', required: ['file', ...required], properties: { file, ...properties } } }),
    UseInterceptors(DropUpload, FileInterceptor('file', { limits }), IdempotencyInterceptor),
  );
}

/** The name under which a file was sent. Multer reads names as latin1; browsers send UTF-8. */
export function fileNameOf({ originalname }: Express.Multer.File): string {
  return Buffer.from(originalname, 'latin1').toString('utf8');
}
