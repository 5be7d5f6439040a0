import { uuidv7 } from 'uuidv7';
import { noteServerClock } from '../shared/clock';
import { Problem, problemFrom } from './problem';

/** Query fields; undefined, null and '' are left out. */
export type Query = Record<string, string | number | boolean | null | undefined>;
interface Send {
  query?: Query;
  body?: unknown;
  /** Version last seen of the record that is changed; sent as `If-Match`. */
  version?: number;
  /** Repeating a write with the same key cannot do it twice; a fresh one is made when absent. */
  key?: string;
  signal?: AbortSignal;
  /** The request is repeated after a proof: it is not asked for twice. */
  proven?: true;
  /** The request is repeated because its session may have moved to a new token on the way. */
  overtaken?: true;
}

let language = 'zh-CN';
let whenSignedOut: () => void = () => undefined;
let proves: () => Promise<boolean> = () => Promise.resolve(false);

/** The language in which the server words its refusals. */
export function speak(code: string): void {
  language = code;
}

/** Called once a session is found to have ended (401 on anything but signing in). */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

/**
 * Called when an act wants a fresh proof of who is at the screen; true once it was given, then the request is repeated.
 * Every page has this without doing anything for it.
 */
export function onProofNeeded(ask: () => Promise<boolean>): void {
  proves = ask;
}

/** Address of an endpoint with its query, for fetch, links and downloads alike. */
export function address(path: string, query: Query = {}): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') fields.set(name, String(value));
  }
  const text = fields.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

function headersOf(method: string, send: Send): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  if (send.body !== undefined && !(send.body instanceof FormData)) headers.set('Content-Type', 'application/json');
  if (send.version !== undefined) headers.set('If-Match', `"${send.version}"`);
  if (method === 'POST') headers.set('Idempotency-Key', send.key ?? uuidv7());
  return headers;
}

async function reach(method: string, path: string, send: Send): Promise<Response> {
  const body =
    send.body === undefined ? undefined : send.body instanceof FormData ? send.body : JSON.stringify(send.body);
  try {
    return await fetch(address(path, send.query), {
      method,
      body,
      headers: headersOf(method, send),
      credentials: 'same-origin',
      signal: send.signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, 'web.unreachable', '');
  }
}

/** Sends one request; throws `Problem` unless it succeeds. Where a fresh proof is wanted it is asked for and the request repeated. */
async function succeed(method: string, path: string, options: Send): Promise<Response> {
  const response = await reach(method, path, options);
  noteServerClock(response.headers.get('date'));
  if (response.ok) return response;
  if (response.status === 401 && !path.startsWith('/session') && !path.startsWith('/sign-in')) {
    // a proof given meanwhile gives the session a new token: what was on its way with the old one goes again
    if (options.overtaken !== true) return succeed(method, path, { ...options, overtaken: true });
    whenSignedOut();
  }
  const problem = problemFrom(response.status, parse(await response.text()));
  if (problem.code === 'access.proofNeeded' && options.proven !== true && (await proves()))
    return succeed(method, path, { ...options, proven: true });
  throw problem;
}

/** Resolves to the answer's body, undefined when it is empty. */
async function send<T>(method: string, path: string, options: Send = {}): Promise<T> {
  const text = await (await succeed(method, path, options)).text();
  return asAnswer<T>(text === '' ? undefined : parse(text));
}

/** Fetches a file: by GET, or by a write that may be done once. */
async function file(method: 'GET' | 'POST', path: string, asked: Query = {}): Promise<Blob> {
  const response = await succeed(method, path, method === 'POST' ? { body: asked } : { query: asked });
  return response.blob();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The one place where an answer takes the type that the API document promises. */
function asAnswer<T>(body: unknown): T {
  // boundary: the API document says what this endpoint answers
  return body as T;
}

/** The HTTP API by verb; every call may throw `Problem`. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, options: Omit<Send, 'body'> = {}) =>
    send<T>('POST', path, { body: body ?? {}, ...options }),
  file,
  put: <T>(path: string, body: unknown, version?: number, signal?: AbortSignal) =>
    send<T>('PUT', path, { body, version, signal }),
  patch: <T>(path: string, body: unknown, version: number) => send<T>('PATCH', path, { body, version }),
  delete: (path: string, version?: number) => send<void>('DELETE', path, { version }),
};
