import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { Fault, type FaultFacts, holdsNumbers, maskedNumbers, maskedValue } from '@ducha/kernel';
import { storeFault } from '@ducha/store';
import type { Request, Response } from 'express';
import { httpFault } from './http-faults.js';
import { languageOf } from './language.js';
import { fieldMessage } from './field-messages.js';

/** The answer to anything that went wrong, as RFC 9457 writes it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance: string;
  readonly errors?: readonly { path: string; message: string; constraint: string }[];
}

/** Called for every refusal, so that the audit can keep those it must; it may not fail the answer. */
export type RefusalListener = (request: Request, fault: Fault) => void;

/** Renders every fault as `application/problem+json`. What is not a fault is a bug: 500, no detail, logged with its cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly refused: RefusalListener = () => undefined) {}

  /** Where a bug happened, as the log may know it. */
  protected placeOf(request: Request): string {
    return `${request.method} ${pathOf(request)}`;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const fault = faultOf(error);
    if (fault) this.refused(request, fault);
    else this.logger.error(this.placeOf(request), error instanceof Error ? error.stack : String(error));
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem = fault ? problemOf(fault, request) : unexpected(request);
    const retryAfter = fault?.facts['retryAfterSeconds'];
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(maskedValue(problem)));
  }
}

function problemOf(fault: Fault, request: Request): Problem & FaultFacts {
  const language = languageOf(request);
  return {
    ...fault.facts,
    type: `urn:ducha:fault:${fault.code}`,
    title: language === 'en' ? fault.spec.title : fault.spec.titleZh,
    status: fault.spec.status,
    code: fault.code,
    instance: pathOf(request),
    ...(fault.errors.length > 0 && { errors: fault.errors.map((e) => ({ ...e, message: fieldMessage(e, language) })) }),
  };
}

/** The path as it was asked for; one with personal numbers in it, however escaped, is told with masks. */
function pathOf({ path }: Request): string {
  try {
    const plain = decodeURIComponent(path);
    return holdsNumbers(plain) ? encodeURI(maskedNumbers(plain)) : path;
  } catch {
    return path;
  }
}

function unexpected(request: Request): Problem {
  const title = languageOf(request) === 'en' ? 'Something went wrong on our side' : '系统内部错误，请稍后重试';
  return {
    type: 'urn:ducha:fault:http.unexpected',
    title,
    status: 500,
    code: 'http.unexpected',
    instance: pathOf(request),
  };
}

/** The refusal behind an error, or undefined when it is a bug. */
function faultOf(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  switch (status) {
    case 400:
      return httpFault('unreadableBody');
    case 401:
      return httpFault('unauthenticated');
    case 403:
      return httpFault('forbidden');
    case 404:
      return httpFault('notFound');
    case 413:
      return httpFault('tooLarge');
    case 415:
      return httpFault('unsupportedMediaType');
    case 503:
      return storeFault('busy');
    default:
      return status !== undefined && status >= 400 && status < 500 ? httpFault('unreadableBody') : undefined;
  }
}

/** Express's own errors (body parser, router, multer) carry a status; database errors never do. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('LIMIT_')) return 413;
  if (error instanceof URIError) return 400;
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
