import type { Agent as Connections } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request, { type Response } from 'supertest';

/** Anything JSON; a test names the fields it looks at. */
// oxlint-disable-next-line typescript/no-explicit-any -- an answer is what the test is about to find out
export type Json = any;

/** An answer as a test reads it. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a write may carry beside its body. */
export interface WriteOptions {
  readonly ifMatch?: number;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One person's browser: sends requests under /api/v1 with the person's session. */
export class Agent {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly cookie: () => Promise<string | undefined>,
    private readonly connections: Connections,
  ) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('get', path, undefined, { headers });
  }

  post(path: string, body: object = {}, options: WriteOptions = {}): Promise<Answer> {
    return this.send('post', path, body, options);
  }

  put(path: string, body: object = {}, options: WriteOptions = {}): Promise<Answer> {
    return this.send('put', path, body, options);
  }

  patch(path: string, body: object = {}, options: WriteOptions = {}): Promise<Answer> {
    return this.send('patch', path, body, options);
  }

  delete(path: string, options: WriteOptions = {}): Promise<Answer> {
    return this.send('delete', path, undefined, options);
  }

  /** Sends a file as multipart form. */
  async upload(
    path: string,
    file: Buffer,
    fileName: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const call = request(this.app.getHttpServer())
      .post(`/api/v1${path}`)
      .agent(this.connections)
      .attach('file', file, fileName);
    for (const [name, value] of Object.entries(fields)) void call.field(name, value);
    const cookie = await this.cookie();
    const response = await (cookie === undefined ? call : call.set('Cookie', cookie));
    refuseForeignWords(response);
    return answerOf(response);
  }

  /** Does a write and expects it to succeed; fails with the problem otherwise. */
  async does(path: string, body: object = {}, options: WriteOptions = {}): Promise<Json> {
    const answer = await this.post(path, body, options);
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  /** Reads and expects success. */
  async sees(path: string): Promise<Json> {
    const answer = await this.get(path);
    if (answer.status >= 300) throw new Error(`GET ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  private async send(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body: object | undefined,
    options: WriteOptions,
  ): Promise<Answer> {
    const call = request(this.app.getHttpServer())
      [method](`/api/v1${path}`)
      .agent(this.connections)
      .set(options.headers ?? {});
    const cookie = await this.cookie();
    if (cookie !== undefined) void call.set('Cookie', cookie);
    if (options.ifMatch !== undefined) void call.set('If-Match', `"${options.ifMatch}"`);
    if (options.key !== undefined) void call.set('Idempotency-Key', options.key);
    const response = await (body === undefined ? call : call.send(body));
    if (call.get('Accept-Language') === undefined) refuseForeignWords(response);
    return answerOf(response);
  }
}

/** Whoever asks in Chinese reads in Chinese what is wrong with a field, whatever refused it. */
function refuseForeignWords({ body }: Response): void {
  const errors: { path: string; message: string; constraint: string }[] = Array.isArray(body?.errors)
    ? body.errors
    : [];
  const foreign = errors.find(({ message }) => !/\p{Script=Han}/u.test(message));
  if (foreign) throw new Error(`no Chinese words for ${JSON.stringify(foreign)} (libs/http/src/field-messages.ts)`);
}

function answerOf(response: Response): Answer {
  return { status: response.status, body: response.body, headers: response.headers, text: response.text };
}
