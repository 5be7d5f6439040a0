import { Agent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '#test-kit';

/** A request as it goes over the wire: nothing is corrected on the way. */
export interface RawRequest {
  readonly method: string;
  /** Path and query after `/api/v1`, or from the root when it starts with `//`. */
  readonly path: string;
  readonly cookie?: string | undefined;
  readonly body?: string | Buffer | undefined;
  readonly headers?: Readonly<Record<string, string | string[]>> | undefined;
}

/** What came back. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Whether enough of a stream was read; asked after every piece. */
export type Enough = (text: string) => boolean;

/** A client that sends whatever it is given, over kept-open connections. */
export class Door {
  private readonly agent: Agent;
  private readonly port: number;

  constructor(world: World, connections = 32) {
    const address = world.app.getHttpServer().address() as AddressInfo;
    this.port = address.port;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Sends and reads to the end; an event stream is read until `enough` says so of what was sent so far. */
  send({ method, path, cookie, body, headers }: RawRequest, enough: Enough = () => false): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
      const given = {
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        }),
      };
      const call = httpRequest(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port: this.port,
          method,
          path: target,
          headers: { ...given, ...(cookie && { cookie }), ...headers },
        },
        (response) => void read(response, enough).then(resolve, reject),
      );
      call.once('error', (error) => {
        // a connection that lay idle was closed while this request was on its way: nobody has read it
        if (call.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
          void this.send({ method, path, cookie, body, headers }, enough).then(resolve, reject);
        else reject(error);
      });
      call.end(body);
    });
  }

  /** The bytes of an answer, for what is no text. */
  async sendForBytes(request: RawRequest): Promise<Buffer> {
    return (await this.send(request)).bytes;
  }

  /** Opens an event stream that is read until it is closed. */
  listen(path: string, cookie: string, headers: Readonly<Record<string, string>>): Stream {
    const stream = new Stream();
    const call = httpRequest(
      // a connection of its own: a kept one may be closing just now, and nobody would hear of it
      { agent: false, host: '127.0.0.1', port: this.port, path: `/api/v1${path}`, headers: { cookie, ...headers } },
      (response) => stream.read(response),
    );
    stream.open(call);
    return stream;
  }

  close(): void {
    this.agent.destroy();
  }
}

/** What an event stream has said so far. */
export class Stream {
  text = '';
  private call: ClientRequest | undefined;
  private readonly waiting: { for: string; resolve: () => void; reject: (error: Error) => void }[] = [];
  private over = false;

  open(call: ClientRequest): void {
    this.call = call.once('error', () => this.ended()).once('close', () => this.ended());
    call.end();
  }

  read(response: IncomingMessage): void {
    response.setEncoding('utf8').on('data', (piece: string) => {
      this.text += piece;
      for (const wait of this.waiting) if (this.text.includes(wait.for)) wait.resolve();
    });
    response.once('error', () => this.ended());
  }

  /** Resolves once the stream has said this; rejects when it ends without having said it. */
  said(text: string): Promise<void> {
    if (this.text.includes(text)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.push({ for: text, resolve, reject });
      if (this.over) this.ended();
    });
  }

  close(): void {
    this.call?.destroy();
  }

  private ended(): void {
    this.over = true;
    for (const wait of this.waiting.splice(0)) wait.reject(new Error(`the stream ended without saying ${wait.for}`));
  }
}

function read(response: IncomingMessage, enough: Enough): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const done = (): void => {
      const bytes = Buffer.concat(chunks);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString('utf8') });
    };
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (!enough(Buffer.concat(chunks).toString('utf8'))) return;
      response.destroy();
      done();
    });
    response.once('end', done);
    response.once('error', reject);
  });
}

/** Does the work for every item, at most `width` at a time, each in a numbered lane; answers in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, lane: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const places = items.entries();
  const run = async (lane: number): Promise<void> => {
    for (const [place, item] of places) results[place] = await work(item, lane);
  };
  await Promise.all(Array.from({ length: width }, (_, lane) => run(lane)));
  return results;
}
