import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real OpenID provider in a process of its own, as a county's would be. */
export class OpenIdProvider {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  static async start(redirectUri: string): Promise<OpenIdProvider> {
    const child = spawn(process.execPath, [join(__dirname, 'oidc-provider.mjs'), redirectUri], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const issuer = /^Provider: (\S+)/.exec(line)?.[1];
      if (issuer !== undefined) return new OpenIdProvider(child, issuer);
    }
    throw new Error('the provider ended before it listened');
  }

  /** Walks from the address that begins a sign-in to the query that the browser brings back. */
  async signsIn(subject: string, address: string): Promise<string> {
    await fetch(`${this.issuer}/as/${encodeURIComponent(subject)}`);
    const jar = new Map<string, string>();
    for (let next = address, steps = 0; steps < 10; steps += 1) {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${next} answered ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next).href;
      if (!next.startsWith(this.issuer)) return new URL(next).search;
    }
    throw new Error('the provider never sent the browser back');
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.stdin?.end();
    });
  }
}
