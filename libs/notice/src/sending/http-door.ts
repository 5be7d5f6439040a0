import { request as requestPlain } from 'node:http';
import { request as requestTls, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { NotSent } from './messenger.js';
import type { Reachable } from './address-guard.js';

/** What the other side answered; the body only as far as a code may be read from it. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** What is sent. */
export interface HttpPost {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const wholeMs = 10_000;
const mostBytes = 64 * 1024;

/**
 * Posts to the very address that was judged, under the name that was asked for (Host, TLS name). No redirect is followed, no
 * proxy asked, no connection kept; ten seconds and 64 KiB are the most.
 * @throws NotSent with the reason as a code
 */
export function postTo(to: Reachable, { url, headers, body }: HttpPost): Promise<HttpAnswer> {
  const options: RequestOptions = {
    method: 'POST',
    host: to.address,
    port: to.port,
    path: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      Host: url.host,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    },
    servername: isIP(to.host) === 0 ? to.host : '',
    agent: false,
    signal: AbortSignal.timeout(wholeMs),
  };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestTls : requestPlain;
    const refuse = (error: Error): void =>
      reject(error instanceof NotSent ? error : new NotSent('fail', codeOf(error)));
    const call = send(options, (answer) => {
      const pieces: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > mostBytes) call.destroy(new NotSent('park', 'answer_too_large'));
        else pieces.push(piece);
      });
      answer.on('error', refuse);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }));
    });
    call.on('error', refuse);
    call.end(body);
  });
}

const codes: Readonly<Record<string, string>> = {
  ABORT_ERR: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_reset',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
};

/** A word for what went wrong on the way; the message itself might name what was sent. */
export function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (code.startsWith('ERR_TLS') || code.includes('CERT') || code.includes('SSL')) return 'tls';
  return codes[code] ?? (error.name === 'TimeoutError' ? 'timeout' : 'connection');
}
