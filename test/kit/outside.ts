import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A request that reached the outside. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a recorder answers next. */
export interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A web server outside the house that keeps what it gets: a webhook's receiver, a gateway, a robot. */
export class WebRecorder {
  readonly received: Received[] = [];
  private readonly replies: Reply[] = [];
  private usual: Reply = { status: 200, body: '{"errcode":0,"code":0}' };

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<WebRecorder> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const recorder = new WebRecorder(server, portOf(server));
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      request.on('end', () => {
        recorder.received.push({ path: request.url ?? '', headers: request.headers, body });
        const reply = recorder.replies.shift() ?? recorder.usual;
        response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
      });
    });
    return recorder;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Answers so, once each, before the usual answer comes again. */
  answers(...replies: Reply[]): void {
    this.replies.push(...replies);
  }

  /** Answers so from now on. */
  alwaysAnswers(reply: Reply): void {
    this.usual = reply;
  }

  /** What came since the last look. */
  takes(): Received[] {
    return this.received.splice(0);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** A letter that reached the mail server. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | null;
  readonly text: string;
}

/** A mail server outside the house that keeps what it gets. */
export class MailRecorder {
  readonly letters: Letter[] = [];
  /** SMTP code by which the next letters are refused. */
  refusesWith: number | undefined;
  private readonly server: SMTPServer;

  private constructor(password: string) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password: given }, _session, done) =>
        given === password ? done(null, { user: username }) : done(new Error('no')),
      onData: (stream, session, done) => this.keep(stream, session, done),
    });
  }

  static async open(password: string): Promise<MailRecorder> {
    const recorder = new MailRecorder(password);
    await new Promise<void>((resolve) => recorder.server.listen(0, '127.0.0.1', resolve));
    return recorder;
  }

  get port(): number {
    return portOf(this.server.server);
  }

  /** What came since the last look. */
  takes(): Letter[] {
    return this.letters.splice(0);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep(stream: Readable, { envelope, user }: SMTPServerSession, done: (error?: Error) => void): void {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      if (this.refusesWith !== undefined)
        return done(Object.assign(new Error('refused'), { responseCode: this.refusesWith }));
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      this.letters.push({ from, to, user: user ?? null, text: Buffer.concat(pieces).toString('utf8') });
      done();
    });
  }
}

function portOf(server: { address(): unknown }): number {
  const address = server.address();
  if (typeof address === 'object' && address !== null && 'port' in address && typeof address.port === 'number')
    return address.port;
  throw new Error('the recorder does not listen');
}
