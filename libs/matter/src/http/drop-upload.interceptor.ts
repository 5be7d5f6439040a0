import { unlink } from 'node:fs/promises';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';

/** Removes the uploaded file from the local disk once the request is over, also when its other fields were refused. Stands before the file's own interceptor. */
@Injectable()
export class DropUpload implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(
      finalize(() => {
        const path = request.file?.path;
        if (path !== undefined) void unlink(path).catch(() => undefined);
      }),
    );
  }
}
