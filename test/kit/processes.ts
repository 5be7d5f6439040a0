import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(__dirname, '../../dist/apps/server/src/main.js');

/** One process of the built server, as an operator would start it. */
export class ServerProcess {
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly home: string,
  ) {
    child.stdout?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    child.stderr?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
  }

  /** Starts it with an environment of its own and waits until it says that it runs. */
  static async start(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const home = mkdtempSync(join(tmpdir(), 'ducha-home-'));
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], DUCHA_HOME: home, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new ServerProcess(child, home);
    await server.says(/Ducha: http|worker is running/);
    return server;
  }

  /** Where it listens; only for a process that answers requests. */
  get address(): string {
    const address = /Ducha: (http:\S+)/.exec(this.output)?.[1];
    if (address === undefined) throw new Error(`no address in: ${this.output}`);
    return address.replace('localhost', '127.0.0.1');
  }

  /** Waits for a line of its output. */
  async says(line: RegExp): Promise<void> {
    while (!line.test(this.output)) {
      if (this.child.exitCode !== null)
        throw new Error(`the process ended with ${this.child.exitCode}: ${this.output}`);
      await Promise.race([
        once(this.child.stdout ?? this.child, 'data'),
        once(this.child.stderr ?? this.child, 'data'),
        once(this.child, 'exit'),
      ]);
    }
  }

  /** kill -9: no clean-up of any kind. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Ctrl-C. Answers the exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    this.child.kill('SIGINT');
    await once(this.child, 'exit');
    rmSync(this.home, { recursive: true, force: true });
    return this.child.exitCode;
  }
}

/** A proxy that sends each request to the next server in turn, as the compose file's does. */
export async function roundRobin(
  addresses: readonly string[],
): Promise<{ address: string; stop: () => Promise<void> }> {
  let turn = 0;
  const server: Server = createServer((incoming: IncomingMessage, outgoing) => {
    const target = new URL(incoming.url ?? '/', addresses[(turn += 1) % addresses.length]);
    const onward = request(target, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
