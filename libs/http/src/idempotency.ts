import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mapConstraint, prepared, Store, unread } from '@ducha/store';
import type { Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { httpFault } from './http-faults.js';

const repeatsItself = 'http.repeatsItself';

/** Mark of a route that takes a file. */
export const TAKES_FILE = 'http.takesFile';

/** Marks a POST whose use case is safe to repeat by itself or whose answer holds a secret: its answer is not kept. */
export const RepeatSafe = (): MethodDecorator => SetMetadata(repeatsItself, true);

/** A request as the guard leaves it. */
export interface SignedInRequest extends Request {
  doer?: { readonly personId: string };
}

const lookSql = prepared(`
  select pg_try_advisory_xact_lock(hashtextextended($1::text || $2, 0)) as mine, k.fingerprint, k.status, k.answer, k.etag
  from (select 1) as one left join idempotency_key k on k.person_id = $1::uuid and k.key = $2`);

const keepSql = unread(`
  insert into idempotency_key (person_id, key, fingerprint, status, answer, etag, created_at)
  values ($1, $2, $3, $4, $5, $6, now())`);
mapConstraint('idempotency_key_pk', () => httpFault('requestRunning'));

interface Kept {
  mine: boolean;
  fingerprint: Buffer | null;
  status: number | null;
  answer: unknown;
  etag: string | null;
}

/**
 * `Idempotency-Key` on POST: the handler and the kept answer commit together, so a repeat gets the same answer
 * or, when nothing was committed, does the work. Other body: 422; still running: 409.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly store: Store,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const key = request.headers['idempotency-key'];
    const personId = request.doer?.personId;
    if (request.method !== 'POST' || key === undefined || !personId) return next.handle();
    if (this.reflector.get<boolean>(repeatsItself, context.getHandler())) return next.handle();
    // met again when the file is there: until then no transaction may wait for it
    if (this.reflector.get<boolean>(TAKES_FILE, context.getHandler()) && !request.file) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key))
      throw httpFault('invalidRequest', {}, [
        { path: 'Idempotency-Key', message: 'must be 8 to 200 visible characters', constraint: 'key' },
      ]);
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.once({ personId, key, fingerprint: fingerprintOf(request) }, response, next));
  }

  private once(
    claim: { personId: string; key: string; fingerprint: Buffer },
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    return this.store.transaction(async (tx) => {
      const kept = await look(tx, claim.personId, claim.key);
      if (!kept.mine) throw httpFault('requestRunning');
      if (kept.fingerprint) return replay(kept, claim.fingerprint, response);
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await tx.query(keepSql, [
        claim.personId,
        claim.key,
        claim.fingerprint,
        response.statusCode,
        JSON.stringify(answer ?? null),
        response.getHeader('ETag') ?? null,
      ]);
      return answer;
    });
  }
}

async function look(tx: EntityManager, personId: string, key: string): Promise<Kept> {
  const [kept] = await tx.query<Kept[]>(lookSql, [personId, key]);
  return kept ?? { mine: false, fingerprint: null, status: null, answer: null, etag: null };
}

function replay(kept: Kept, fingerprint: Buffer, response: Response): unknown {
  if (!kept.fingerprint?.equals(fingerprint)) throw httpFault('keyReused');
  response.status(kept.status ?? 200).setHeader('Idempotency-Replayed', 'true');
  if (kept.etag !== null) response.setHeader('ETag', kept.etag);
  return kept.answer;
}

function fingerprintOf(request: Request): Buffer {
  const multipart = request.is('multipart/form-data') ? (request.headers['content-length'] ?? '') : '';
  return createHash('sha256')
    .update(`${request.originalUrl}\n${request.headers['if-match'] ?? ''}\n${multipart}\n`)
    .update(JSON.stringify(request.body ?? null))
    .digest();
}

/** Forgets keys older than a day; a repeat after that would be a new request. */
export async function forgetOldKeys(store: Store): Promise<void> {
  await store.query("delete from idempotency_key where created_at < now() - interval '1 day'");
}
