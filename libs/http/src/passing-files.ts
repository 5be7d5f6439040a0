import { mkdir, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';

/** Folder of files on their way in or out of the store. Each account of the machine has its own, which nobody else reads. */
export const passingFiles = join(tmpdir(), `ducha-uploads-${process.getuid?.() ?? 'own'}`);

/** Makes the folder when it is missing: a machine clears its folder of temporary files now and then. */
export async function ensurePassingFiles(): Promise<void> {
  await mkdir(passingFiles, { recursive: true, mode: 0o700 });
}

/**
 * Removes the uploaded file from the local disk before the request is answered, also when its other fields were
 * refused. Stands before the file's own interceptor.
 */
@Injectable()
export class DropUpload implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    await ensurePassingFiles();
    try {
      return of(await lastValueFrom<unknown>(next.handle()));
    } finally {
      const path = request.file?.path;
      if (path !== undefined) await unlink(path).catch(() => undefined);
    }
  }
}
