import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type CallHandler,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { httpFault } from './http-faults.js';

/**
 * The version the caller saw, from `If-Match: "7"`.
 * @throws Fault `http.preconditionRequired` when missing, `http.invalidRequest` when unreadable
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined) throw httpFault('preconditionRequired');
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version === undefined)
    throw httpFault('invalidRequest', {}, [
      { path: 'If-Match', message: 'must be a version such as "7"', constraint: 'version' },
    ]);
  return Number(version);
});

/**
 * Compares the row with what the caller saw.
 * @throws Fault `http.preconditionFailed` (412) when the row has moved on
 */
export function refuseStale(row: { version: number }, seenVersion: number): void {
  if (row.version !== seenVersion) throw httpFault('preconditionFailed', { version: row.version });
}

/** Sets `ETag` from the `version` of the view that is answered. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((view: unknown) => {
        const response = context.switchToHttp().getResponse<Response>();
        if (typeof view === 'object' && view !== null && 'version' in view && !response.headersSent)
          response.setHeader('ETag', `"${String(view.version)}"`);
        return view;
      }),
    );
  }
}
