import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { maskedValue } from '@ducha/kernel';
import { map, type Observable } from 'rxjs';

const whole = 'http.whole';

/**
 * Marks a route whose answer is for the very person it tells of, or whose reading is recorded one by one: personal numbers
 * in it are not masked. Everything else is masked without asking for it.
 */
export const Whole = (): MethodDecorator => SetMetadata(whole, true);

/** Every answer leaves with personal numbers masked; the one place of the JSON door. Files mask where they are written. */
@Injectable()
export class MaskingInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (this.reflector.get<boolean>(whole, context.getHandler())) return next.handle();
    return next.handle().pipe(map(maskedValue));
  }
}
