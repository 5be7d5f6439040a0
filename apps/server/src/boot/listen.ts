import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@ducha/store';

const defaultPort = 3000;
const portsTried = 50;

/** Listens on the port that was set, strictly, else on 3000 or the next free one. Answers the port. */
export async function listen(app: NestExpressApplication, settings: Settings): Promise<number> {
  if (settings.port !== undefined) return portOf(await app.listen(settings.port, settings.host));
  for (let port = defaultPort; port < defaultPort + portsTried; port += 1) {
    try {
      return portOf(await app.listen(port, settings.host));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  throw new Error(`no free port from ${defaultPort} to ${defaultPort + portsTried - 1}; set PORT`);
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** What a person types into the browser. */
export function addressOf(settings: Settings, port: number): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl;
  const host = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[settings.host] ?? settings.host;
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
}
